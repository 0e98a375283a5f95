import pytest

from pingyi.organisations.phrases import ORGANISATION_KINDS, UNIT_KINDS
from pingyi.review.dutyreports.domain.outline import SectionPart, outline_for


@pytest.mark.parametrize(
    ("kind", "unit_kind", "first"),
    [
        ("committee", "college", "党组织领导和运行机制"),
        ("general_branch", "college", "党组织领导和运行机制"),
        ("committee", "affiliated_hospital", "医院党组织的领导作用"),
        ("general_branch", "office", "履行第一责任人职责"),
        ("general_branch", "other", "履行第一责任人职责"),
        ("committee", "university", "履行第一责任人职责"),
    ],
)
def test_each_kind_of_unit_gets_sections_that_fit(kind: str, unit_kind: str, first: str) -> None:
    assert outline_for(kind=kind, unit_kind=unit_kind)[0].heading == first


@pytest.mark.parametrize("kind", ["direct_branch", "branch"])
@pytest.mark.parametrize("unit_kind", UNIT_KINDS)
def test_a_branch_reports_as_a_branch_wherever_it_is(kind: str, unit_kind: str) -> None:
    headings = [section.heading for section in outline_for(kind=kind, unit_kind=unit_kind)]
    assert "教育、管理、监督党员" in headings


@pytest.mark.parametrize("kind", ORGANISATION_KINDS)
@pytest.mark.parametrize("unit_kind", UNIT_KINDS)
def test_every_outline_ends_with_problems_and_what_comes_next(kind: str, unit_kind: str) -> None:
    outline = outline_for(kind=kind, unit_kind=unit_kind)
    assert [section.part for section in outline[-2:]] == [SectionPart.PROBLEMS, SectionPart.PLANS]
    assert {section.part for section in outline[:-2]} == {SectionPart.DUTIES}
    assert len({section.heading for section in outline}) == len(outline)
