"""Tests of concurrent transactions end by emptying all tables; what the database itself protects is lifted for that."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import TransactionTestCase


def allow_flushing_append_only_tables() -> None:
    """Lets TransactionTestCase empty tables whose triggers refuse removal, and puts the triggers back at once."""
    usual = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def teardown(case: Any) -> None:
        with _without_triggers():
            usual(case)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]


@contextmanager
def _without_triggers() -> Iterator[None]:
    """PostgreSQL truncates, which row triggers do not see; SQLite deletes row by row."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            yield
        finally:
            for _, sql in triggers:
                cursor.execute(sql)
