"""Tests of concurrent transactions end by emptying all tables; what the database itself protects is lifted for that.

Django would write its lists of models and permissions anew each time; nothing here reads them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase


def allow_flushing_append_only_tables() -> None:
    """Lets TransactionTestCase empty tables whose triggers refuse removal, and puts the triggers back at once."""

    def teardown(_: Any) -> None:
        with _without_triggers():
            call_command(
                "flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True
            )

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
