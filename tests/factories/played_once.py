"""Worlds with which many tests begin are played through the services once in a run; for later tests their rows are
written again as they were, which takes a tenth of the time.

Only where that cannot be told from playing them: inside a test's transaction, with the same next number in every table,
and where names that this test makes itself are later ones. PostgreSQL counts on after a test is rolled back: there the
counters are put back before each test.
"""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast

from django.db import connection

from tests.factories import world as world_of_tests

Given = ParamSpec("Given")
World = TypeVar("World")
WRITES = ("INSERT", "UPDATE", "DELETE")
NEXT_NUMBERS = {
    "sqlite": "SELECT name, seq FROM sqlite_sequence ORDER BY name",
    "postgresql": "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL ORDER BY 1",
}


class Played(NamedTuple):
    """What was written, in order, and what the factory gave."""

    statements: list[tuple[str, Any]]
    world: bytes
    # The first number that no name of it has.
    free: int


def played_once(factory: Callable[Given, World]) -> Callable[Given, World]:
    """For factories whose world depends on nothing but plain arguments."""
    kept: dict[str, Played] = {}

    @wraps(factory)
    def begin(*given: Given.args, **named: Given.kwargs) -> World:
        if not connection.in_atomic_block:
            return factory(*given, **named)
        key = repr((given, sorted(named.items()), _next_numbers()))
        if key in kept and kept[key].free <= _free_number():
            return cast(World, _write_again(kept[key]))
        with _noting() as statements:
            world = factory(*given, **named)
        kept[key] = Played(_at_once(statements), pickle.dumps(world), _free_number())
        return world

    return begin


def _free_number() -> int:
    return next(copy(world_of_tests._numbers))


def _next_numbers() -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBERS[connection.vendor])
        return [(str(name), int(seq)) for name, seq in cursor.fetchall()]


@contextmanager
def _noting() -> Iterator[list[tuple[str, Any]]]:
    statements: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITES):
            assert not many, "one statement at a time can be written again"
            statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements


def _at_once(statements: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """One way to the server instead of many, where there is a way."""
    if connection.vendor != "postgresql" or not statements:
        return statements
    compose = cast(Any, connection.ops).compose_sql
    return [("; ".join(compose(sql, params) for sql, params in statements), None)]


def _write_again(played: Played) -> Any:
    with connection.cursor() as cursor:
        for sql, params in played.statements:
            cursor.execute(sql, params)
    return pickle.loads(played.world)
