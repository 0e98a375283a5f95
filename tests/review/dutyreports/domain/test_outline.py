import pytest

from pingyi.organisations.phrases import ORGANISATION_KINDS, UNIT_KINDS
from pingyi.review.dutyreports.domain.outline import (
    PlannedSection,
    SectionPart,
    UnitGroup,
    group_of,
    loaded_outline,
    outline_faults,
    stored_outline,
)
from pingyi.review.dutyreports.domain.outline_samples import SAMPLES, default_outline

DUTY = PlannedSection("履职", SectionPart.DUTIES, code="a")
PROBLEM = PlannedSection("问题", SectionPart.PROBLEMS, max_chars=600, guidance="一个一段", code="b")


@pytest.mark.parametrize(
    ("kind", "unit_kind", "headings"),
    [
        ("committee", "affiliated_hospital", ["聚主责、抓党建", "守规则、重制度", "理思路、强决策", "讲原则、增团结"]),
        ("general_branch", "college", ["明确职能定位", "落实决策机制", "加强工作统筹"]),
        ("branch", "college", ["促进深度融合", "严肃组织生活", "加强党员发展", "发挥党员作用"]),
        (
            "general_branch",
            "office",
            [
                "党组织领导和运行机制",
                "政治把关作用",
                "思想政治工作",
                "基层组织制度执行",
                "推动改革发展",
            ],
        ),
    ],
)  # fmt: skip
def test_each_kind_of_unit_begins_with_the_headings_seen_for_it(
    kind: str, unit_kind: str, headings: list[str]
) -> None:
    outline = default_outline(group_of(kind=kind, unit_kind=unit_kind))
    assert [one.heading for one in outline if one.part == SectionPart.DUTIES] == headings
    assert [one.part for one in outline[-2:]] == [SectionPart.PROBLEMS, SectionPart.PLANS]


@pytest.mark.parametrize("kind", ORGANISATION_KINDS)
@pytest.mark.parametrize("unit_kind", UNIT_KINDS)
def test_every_organisation_has_an_outline(kind: str, unit_kind: str) -> None:
    group = group_of(kind=kind, unit_kind=unit_kind)
    assert (group == UnitGroup.BRANCH) == (kind in {"direct_branch", "branch"})
    assert outline_faults(default_outline(group), has_share=True) == {}


@pytest.mark.parametrize("code", SAMPLES)
def test_every_sample_can_be_taken_and_says_where_it_was_seen(code: str) -> None:
    sample = SAMPLES[code]
    assert outline_faults(sample.sections, has_share=True) == {}
    assert sample.seen.startswith(("个别：", "常见："))
    assert all(one.guidance for one in sample.sections)
    assert len({one.code for one in sample.sections}) == len(sample.sections)


def test_an_outline_is_kept_and_read_back_unchanged() -> None:
    assert loaded_outline(stored_outline((DUTY, PROBLEM))) == (DUTY, PROBLEM)


@pytest.mark.parametrize(
    ("sections", "has_share", "field"),
    [
        ((), True, "sections"),
        ((DUTY,), True, "sections"),
        ((DUTY,) * 21, False, "sections"),
        ((DUTY, DUTY), False, "heading-2"),
        ((PlannedSection("字" * 61, SectionPart.DUTIES),), False, "heading-1"),
        ((PlannedSection("履职", SectionPart.DUTIES, "字" * 301),), False, "guidance-1"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    sections: tuple[PlannedSection, ...], has_share: bool, field: str
) -> None:
    assert field in outline_faults(sections, has_share=has_share)


def test_without_a_share_no_section_on_problems_is_asked_for() -> None:
    assert outline_faults((DUTY,), has_share=False) == {}
