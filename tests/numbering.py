"""PostgreSQL counts on after a test is rolled back: its counters are put back, as they are by themselves on SQLite."""

from functools import cache

from django.db import connection


def begin_numbers_anew() -> None:
    """Every table gives the numbers that it gave in a new database. Wanted before a test has written anything."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_as_in_a_new_database())


@cache
def _as_in_a_new_database() -> str:
    """Asked first before the first test."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences")
        rows = cursor.fetchall()
    return "SELECT " + ", ".join(
        f"setval('\"{name}\"', {max(last, 1)}, {'true' if last else 'false'})" for name, last in rows
    )
