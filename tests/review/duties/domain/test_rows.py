"""What is wrong with rows of a template or a list."""

from datetime import date

import pytest

from pingyi.review.duties.domain.entries import Part, Strand
from pingyi.review.duties.domain.rows import LONGEST, MOST, Fault, Gap, Row, RowFault, faults_of, gap_of


def row(number: int, text: str = "落实请示报告制度", **fields: object) -> Row:
    wanted = {"part": Part.DUTY, "strand": Strand.INTEGRITY, **fields}
    return Row(number, text=text, **wanted)  # type: ignore[arg-type]


def test_rows_with_words_strands_and_days_of_the_year_are_in_order() -> None:
    rows = [row(1, due_on=date(2026, 12, 31)), row(2, "另一条", due_on=date(2027, 1, 15)), row(3, "第三条")]
    assert faults_of(rows, 2026) == []


@pytest.mark.parametrize(("count", "rule"), [(0, RowFault.EMPTY), (MOST + 1, RowFault.TOO_MANY)])
def test_a_list_has_some_rows_and_not_too_many(count: int, rule: RowFault) -> None:
    assert faults_of([row(n, f"第{n}条") for n in range(1, count + 1)], 2026) == [Fault(0, "rows", rule)]


def test_everything_that_is_wrong_is_named_at_its_row() -> None:
    rows = [
        row(1),
        row(2),
        row(3, "长" * (LONGEST + 1)),
        row(4, "项目", part=Part.PROJECT),
        row(5, "去年的事", due_on=date(2025, 12, 31)),
    ]
    assert faults_of(rows, 2026) == [
        Fault(2, "text", RowFault.TWICE),
        Fault(3, "text", RowFault.TOO_LONG),
        Fault(4, "strand", RowFault.STRAND),
        Fault(5, "due", RowFault.YEAR),
    ]


def test_the_same_words_in_another_strand_are_another_entry() -> None:
    assert faults_of([row(1), row(2, strand=Strand.PARTY_BUILDING)], 2026) == []


def test_an_entry_lacks_a_deadline_or_somebody_responsible() -> None:
    assert gap_of(None, None) is Gap.DUE
    assert gap_of(date(2026, 6, 30), None) is Gap.RESPONSIBLE
    assert gap_of(date(2026, 6, 30), 7) is None
