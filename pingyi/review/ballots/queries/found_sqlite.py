"""The ballot's tables as an SQLite file really has them."""

import re
from typing import Any

from django.db import connection

from pingyi.core.words import Words
from pingyi.review.ballots.domain.allowed_schema import Index, Kind
from pingyi.review.ballots.domain.findings import FoundColumn, FoundTable

# The primary keys are judged apart: both kinds are declared `integer`.
_KINDS = {
    "bigint": Kind.REFERENCE,
    "integer unsigned": Kind.COUNT,
    "datetime": Kind.MOMENT,
    "text": Kind.TEXT,
    "varchar(8)": Kind.WORD_8,
    "varchar(12)": Kind.WORD_12,
    "varchar(16)": Kind.WORD_16,
    "varchar(64)": Kind.WORD_64,
    "varchar(120)": Kind.WORD_120,
}


def found_tables() -> dict[str, FoundTable]:
    """Every table whose name begins like ours, with all that hangs on it."""
    rows = _rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name LIKE 'ballots\\_%' ESCAPE '\\'"
    )
    return {name: _found_table(name, sql) for name, sql in rows}


def memory_findings() -> tuple[str, ...]:
    """What the connection itself must do: overwrite what is deleted."""
    ((overwrites,),) = _rows("PRAGMA secure_delete")
    return () if overwrites == 1 else (Words("删除的内容没有覆盖（secure_delete 没有开）"),)


def _found_table(name: str, sql: str) -> FoundTable:
    counts_up = "AUTOINCREMENT" in sql.upper()
    columns, key = [], []
    for _, column, declared, _, default, position, hidden in _rows(f"PRAGMA table_xinfo('{name}')"):
        type_name = declared.lower()
        if position:
            key.append(column)
            kind = _key_kind(type_name, counts_up=counts_up)
        elif type_name == "text" and "JSON_VALID" in sql and column.endswith("_marks"):
            kind = Kind.MARKS
        else:
            kind = _KINDS.get(type_name)
        columns.append(FoundColumn(column, kind, declared, default is not None, bool(hidden)))
    return FoundTable(
        columns=tuple(columns),
        key=tuple(key),
        indexes=_indexes(name),
        triggers=tuple(row[0] for row in _triggers(name)),
        oddities=(Words("没有 rowid"),) if re.search(r"\)[^)]*WITHOUT\s+ROWID", sql, re.IGNORECASE) else (),
    )


def _key_kind(type_name: str, *, counts_up: bool) -> Kind | None:
    """Only `integer` is the rowid itself; any other type would leave a hidden rowid that counts arrivals."""
    if type_name != "integer":
        return None
    return Kind.SERIAL_KEY if counts_up else Kind.RANDOM_KEY


def _indexes(table: str) -> frozenset[Index | None]:
    found: set[Index | None] = set()
    for _, name, is_unique, origin, is_partial in _rows(f"PRAGMA index_list('{table}')"):
        columns = tuple(row[2] for row in _rows(f"PRAGMA index_info('{name}')"))
        if origin == "pk":
            continue
        found.add(None if is_partial or None in columns else Index(columns, bool(is_unique)))
    return frozenset(found)


def _triggers(table: str) -> list[Any]:
    """Lasting triggers, and those of this connection only. Their table stands there as their own SQL spelled it."""
    return _rows(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = %s "
        "UNION SELECT name FROM sqlite_temp_master WHERE type = 'trigger' AND lower(tbl_name) = %s",
        [table.lower(), table.lower()],
    )


def _rows(sql: str, parameters: list[Any] | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
