"""Whether somebody really reads a field: its value is changed in the table, and what the reader says must change."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from django.db import DatabaseError, connection, models, transaction

from pingyi.ledgers.kit.domain.fields import Consumer, Declaration

# What each reader says, piece by piece. They are opened anew for each state of the tables and may keep what they found.
Reader = Callable[[Consumer], Iterator[str]]
OpenEyes = Callable[[], Reader]
ROWS, OTHERS = 8, 6


class _Undo(Exception):
    """Leaves the savepoint without keeping what was changed."""


def unread(declared: Declaration, tables: Mapping[str, type[models.Model]], readers: OpenEyes) -> list[str]:
    """Each declared reader whose words do not change with the field that it is said to read: `Table.field: code`."""
    _allow_changes(tables)
    before: dict[Consumer, list[str]] = {}
    at_first, found = readers(), []
    for table, field in declared.fields:
        waiting = list(field.consumers)
        for one in waiting:
            if one not in before:
                before[one] = list(at_first(one))
        column = tables[table.name]._meta.get_field(field.name)
        for row, value in _changes(tables[table.name], column):
            waiting = _silent(row, column, value, {one: before[one] for one in waiting}, readers)
            if not waiting:
                break
        found += [f"{table.name}.{field.name}: {one.code}" for one in waiting]
    return found


def _silent(
    row: Any, column: Any, value: Any, before: Mapping[Consumer, list[str]], readers: OpenEyes
) -> list[Consumer]:
    """Who says the same as before while this row holds this value."""
    silent = list(before)
    try:
        with transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**{column.name: value})
            read = readers()
            for one, words in before.items():
                if any(after != was for after, was in zip_longest(read(one), words)):
                    silent.remove(one)
            raise _Undo
    except (_Undo, DatabaseError):
        return silent


def _changes(model: Any, column: Any) -> Iterator[tuple[Any, Any]]:
    """Rows of the table with other values that the column could hold. What is filled in stays filled in: readers that
    only look whether there is something do not read what it says.
    """
    rows = list(model.objects.order_by("-pk")[:ROWS])
    for row in [one for one in rows if getattr(one, column.attname) not in (None, "")] or rows:
        value = getattr(row, column.attname)
        for other in _others(column, value):
            if other != value:
                yield row, other


def _others(column: Any, value: Any) -> list[Any]:
    if isinstance(column, models.ForeignKey):
        rows = column.related_model._default_manager.exclude(pk=value)
        return list(rows.order_by("pk").values_list("pk", flat=True)[:OTHERS])
    if column.choices:
        return [code for code, _ in column.choices] + [""] * column.blank
    if value is None:
        return [_FIRST[type(column)]]
    if isinstance(value, bool):
        return [not value]
    sort = next(sort for sort in _CHANGED if isinstance(value, sort))
    return _CHANGED[sort](value)


# What an empty column could hold, and what a value could be instead. A datetime is a date, so it stands first.
_FIRST: dict[type, Any] = {
    models.BooleanField: True,
    models.DateField: date(2025, 12, 1),
    models.TimeField: time(9),
    models.BigIntegerField: 90_000_000,
    models.PositiveIntegerField: 90_000,
    models.PositiveSmallIntegerField: 1,
}
_CHANGED: dict[type, Callable[[Any], list[Any]]] = {
    datetime: lambda value: [value - timedelta(days=3), value + timedelta(hours=1)],
    date: lambda value: [value + timedelta(days=days) for days in (1, -1, 40, -40, 400, -400)],
    time: lambda value: [time((value.hour + hours) % 24, 5) for hours in (1, -1, 2, -2, 5)],
    str: lambda value: [f"{value}改"],
    int: lambda value: [value + 1, max(0, value - 1), 0, value * 100],
}


def _allow_changes(tables: Mapping[str, type[models.Model]]) -> None:
    """Takes the triggers of these tables away, until the test's transaction is rolled back."""
    names = [model._meta.db_table for model in tables.values()]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
            for name, table in cursor.fetchall():
                if table in names:
                    cursor.execute(f'DROP TRIGGER "{name}"')
            return
        # What was written so far is checked now: a table with checks to come cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name in names:
            cursor.execute(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
