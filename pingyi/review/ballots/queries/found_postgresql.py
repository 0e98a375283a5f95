"""The ballot's tables as a PostgreSQL database really has them, and what its server writes down elsewhere."""

from typing import Any

from django.db import connection

from pingyi.core.words import Words
from pingyi.review.ballots.domain.allowed_schema import Index, Kind
from pingyi.review.ballots.domain.findings import FoundColumn, FoundTable

_KINDS = {
    "bigint": Kind.REFERENCE,
    "integer": Kind.COUNT,
    "timestamp with time zone": Kind.MOMENT,
    "text": Kind.TEXT,
    "jsonb": Kind.MARKS,
    "character varying(8)": Kind.WORD_8,
    "character varying(12)": Kind.WORD_12,
    "character varying(16)": Kind.WORD_16,
    "character varying(64)": Kind.WORD_64,
    "character varying(120)": Kind.WORD_120,
}

# Server settings that would write ballots, their order or their time into a log of the server's own.
_QUIET: dict[str, set[str | None]] = {
    "log_statement": {"none", "ddl"},
    "log_min_duration_statement": {"-1"},
    "log_min_duration_sample": {"-1"},
    "log_transaction_sample_rate": {"0"},
    "auto_explain.log_min_duration": {"-1", None},
    "pgaudit.log": {"none", "", None},
}


def found_tables() -> dict[str, FoundTable]:
    """Every table of the schema in use whose name begins like ours, with all that hangs on it."""
    rows = _rows(
        "SELECT oid, relname, relkind FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
        "AND relname LIKE 'ballots\\_%%' AND relkind IN ('r', 'p', 'f', 'm')"
    )
    return {name: _found_table(oid, relkind) for oid, name, relkind in rows}


def log_findings() -> list[str]:
    """Settings of the server under which it would write down what is cast."""
    found = []
    for name, quiet in _QUIET.items():
        ((value,),) = _rows("SELECT current_setting(%s, true)", [name])
        if value not in quiet:
            found.append(f"{name} = {value}")
    return found


def keeps_an_archive() -> bool:
    """Whether the server archives its write-ahead log: the order of writing stays in those files."""
    ((mode,),) = _rows("SELECT current_setting('archive_mode')")
    return bool(mode != "off")


def _found_table(oid: int, relkind: str) -> FoundTable:
    columns = _rows(
        "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.atthasdef, a.attidentity, a.attgenerated "
        "FROM pg_attribute a WHERE a.attrelid = %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        [oid],
    )
    triggers = _rows("SELECT tgname FROM pg_trigger WHERE tgrelid = %s AND NOT tgisinternal", [oid])
    return FoundTable(
        columns=tuple(_column(*column) for column in columns),
        key=_key(oid),
        indexes=_indexes(oid),
        triggers=tuple(row[0] for row in triggers),
        oddities=_oddities(oid, relkind),
    )


def _column(name: str, declared: str, has_default: bool, identity: str, generated: str) -> FoundColumn:
    kind = _KINDS.get(declared)
    if name == "id" and declared == "bigint":
        kind = Kind.SERIAL_KEY if identity else Kind.RANDOM_KEY
    elif identity:
        kind = None
    return FoundColumn(name, kind, declared, has_default and not generated, bool(generated))


def _key(oid: int) -> tuple[str, ...]:
    rows = _rows(
        "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) "
        "WHERE i.indrelid = %s AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)",
        [oid],
    )
    return tuple(row[0] for row in rows)


def _indexes(oid: int) -> frozenset[Index | None]:
    rows = _rows(
        "SELECT i.indisunique, i.indpred IS NOT NULL OR i.indexprs IS NOT NULL, "
        "ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, place) "
        "JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num ORDER BY k.place) "
        "FROM pg_index i WHERE i.indrelid = %s AND NOT i.indisprimary",
        [oid],
    )
    return frozenset(
        None if is_odd else Index(tuple(columns), is_unique) for is_unique, is_odd, columns in rows
    )


def _oddities(oid: int, relkind: str) -> tuple[str, ...]:
    odd = [] if relkind == "r" else [Words("不是普通的表")]
    odd += [
        Words("有改写规则 {row}", row=row[0])
        for row in _rows("SELECT rulename FROM pg_rewrite WHERE ev_class = %s", [oid])
    ]
    published = _rows(
        "SELECT DISTINCT pubname FROM pg_publication_tables WHERE schemaname = current_schema() "
        "AND tablename = (SELECT relname FROM pg_class WHERE oid = %s)",
        [oid],
    )
    odd += [Words("被逐条复制到别处（发布 {row}）", row=row[0]) for row in published]
    return tuple(odd)


def _rows(sql: str, parameters: list[Any] | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
