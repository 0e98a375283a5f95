"""Next year's list begins with the template and what this year leaves open."""

from datetime import date

from pingyi.review.duties.domain.carrying import Laid, lay_out
from pingyi.review.duties.domain.entries import Holder, Part, Strand
from pingyi.review.duties.domain.rows import Row, faults_of
from pingyi.review.duties.domain.samples import SAMPLES

TEMPLATE = [
    Row(1, Part.DUTY, Strand.INTEGRITY, "落实请示报告制度", due_on=date(2027, 12, 31)),
    Row(2, Part.DUTY, Strand.IDEOLOGY, "研究意识形态工作"),
]


def test_an_open_entry_that_the_template_has_goes_on_in_that_row() -> None:
    left = [Row(0, Part.DUTY, Strand.INTEGRITY, "落实请示报告制度", item_id=7)]
    assert lay_out(TEMPLATE, left) == [Laid(TEMPLATE[0], 7), Laid(TEMPLATE[1])]


def test_other_open_entries_come_after_the_template_without_their_old_deadline() -> None:
    left = [Row(0, Part.PROJECT, Strand.PARTY_BUILDING, "建样板支部", date(2026, 6, 30), 3, item_id=8)]
    assert lay_out(TEMPLATE, left)[2:] == [Laid(Row(3, Part.PROJECT, Strand.PARTY_BUILDING, "建样板支部"), 8)]


def test_the_samples_have_no_faults_and_cover_all_strands() -> None:
    for holder in Holder:
        assert faults_of(SAMPLES[holder], 2026) == []
        assert {row.strand for row in SAMPLES[holder]} == set(Strand)
