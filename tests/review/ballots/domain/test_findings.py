"""The allow-list against databases that are described by hand. That the real ones match is tested in tests/security."""

from dataclasses import replace

import pytest

from pingyi.review.ballots.domain.allowed_schema import ALLOWED, Index, Kind
from pingyi.review.ballots.domain.findings import FoundColumn, FoundTable, schema_findings


def as_allowed() -> dict[str, FoundTable]:
    return {
        name: FoundTable(
            columns=tuple(FoundColumn(column, kind, kind.value) for column, kind in table.columns.items()),
            key=("id",),
            indexes=frozenset(table.indexes),
        )
        for name, table in ALLOWED.items()
    }


def codes(**changed: object) -> list[str]:
    """Findings when the answers' table is like this."""
    found = as_allowed()
    found["ballots_answer"] = replace(found["ballots_answer"], **changed)  # type: ignore[arg-type]
    return [finding.code for finding in schema_findings(found)]


def columns(*extra: FoundColumn, without: str = "") -> tuple[FoundColumn, ...]:
    usual = as_allowed()["ballots_answer"].columns
    return (*(column for column in usual if column.name != without), *extra)


def test_a_database_as_allowed_gives_no_finding() -> None:
    assert schema_findings(as_allowed()) == []


def test_the_tables_that_a_cast_ballot_touches_hold_no_moment_and_no_counting_key() -> None:
    for name in ("ballots_answer", "ballots_slip"):
        kinds = set(ALLOWED[name].columns.values())
        assert not kinds & {Kind.MOMENT, Kind.SERIAL_KEY, Kind.COUNT, Kind.TEXT, Kind.MARKS}


def test_answers_have_no_unique_key_beside_their_random_one() -> None:
    assert not [index for index in ALLOWED["ballots_answer"].indexes if index.is_unique]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"columns": columns(FoundColumn("cast_at", Kind.MOMENT, "datetime"))}, "schema.column"),
        ({"columns": columns(without="grade")}, "schema.column_missing"),
        (
            {"columns": columns(FoundColumn("grade", None, "blob"), without="grade")},
            "schema.type",
        ),
        (
            {"columns": columns(FoundColumn("grade", Kind.WORD_12, "w", has_default=True), without="grade")},
            "schema.default",
        ),
        (
            {"columns": columns(FoundColumn("grade", Kind.WORD_12, "w", is_computed=True), without="grade")},
            "schema.default",
        ),
        ({"key": ("box_id", "id")}, "schema.key"),
        ({"key": ()}, "schema.key"),
        ({"indexes": frozenset({None})}, "schema.index"),
        ({"indexes": frozenset({Index(("box_id",), is_unique=True)})}, "schema.index"),
        ({"indexes": frozenset({Index(("box_id", "id"), is_unique=False)})}, "schema.index"),
        ({"triggers": ("spy",)}, "schema.trigger"),
        ({"oddities": ("没有 rowid",)}, "schema.oddity"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_whatever_is_not_on_the_list_is_found(changed: dict[str, object], code: str) -> None:
    assert codes(**changed) == [code]


def test_fewer_indexes_than_allowed_are_no_finding() -> None:
    assert codes(indexes=frozenset()) == []


def test_a_plain_index_beside_an_allowed_unique_one_is_no_finding() -> None:
    found = as_allowed()
    like = Index(("code_digest",), is_unique=False)
    found["ballots_slip"] = replace(found["ballots_slip"], indexes=found["ballots_slip"].indexes | {like})
    assert schema_findings(found) == []


def test_a_table_too_many_and_a_table_too_few_are_found() -> None:
    found = as_allowed()
    found["ballots_spy"] = found.pop("ballots_papertotal")
    assert [finding.code for finding in schema_findings(found)] == ["schema.table", "schema.table_missing"]
