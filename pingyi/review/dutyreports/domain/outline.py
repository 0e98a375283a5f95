"""The outline of a report: its sections, with guidance, a limit and what each is for.

The headings are words of practice, not of any rule: the clerk chooses and edits them for the cycle, and whoever writes
may reword them. The answers to last year's problems stand before them and are no section: there is one per problem.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pingyi.core.words import Words


class SectionPart(StrEnum):
    """What a section is for: the share of PROBLEMS in the whole is measured."""

    DUTIES = "duties"
    PROBLEMS = "problems"
    PLANS = "plans"


class UnitGroup(StrEnum):
    """The kinds of unit that have an outline of their own."""

    HOSPITAL = "hospital"
    COLLEGE = "college"
    BRANCH = "branch"
    OFFICE = "office"
    OTHER = "other"


@dataclass(frozen=True)
class PlannedSection:
    """`code` ties the section of a report to this one, whatever the heading becomes; `max_chars` None: no limit."""

    heading: str
    part: SectionPart
    guidance: str = ""
    max_chars: int | None = None
    code: str = ""


_BRANCH_KINDS = {"direct_branch", "branch"}
_GROUPS = {
    "affiliated_hospital": UnitGroup.HOSPITAL,
    "college": UnitGroup.COLLEGE,
    "office": UnitGroup.OFFICE,
}
MOST_SECTIONS = 20
LONGEST_HEADING = 60
LONGEST_GUIDANCE = 300


def group_of(*, kind: str, unit_kind: str) -> UnitGroup:
    """The outline for an organisation of this kind (党委, 直属党支部 …) in a unit of that kind (学院, 附属医院 …)."""
    return UnitGroup.BRANCH if kind in _BRANCH_KINDS else _GROUPS.get(unit_kind, UnitGroup.OTHER)


def stored_outline(sections: tuple[PlannedSection, ...]) -> list[dict[str, Any]]:
    """The outline as the database keeps it."""
    return [
        {
            "code": one.code,
            "heading": one.heading,
            "part": one.part.value,
            "guidance": one.guidance,
            "max_chars": one.max_chars,
        }
        for one in sections
    ]


def loaded_outline(stored: Sequence[Mapping[str, Any]]) -> tuple[PlannedSection, ...]:
    return tuple(
        PlannedSection(
            one["heading"], SectionPart(one["part"]), one["guidance"], one["max_chars"], one["code"]
        )
        for one in stored
    )


def outline_faults(sections: tuple[PlannedSection, ...], *, has_share: bool) -> dict[str, str]:
    """What is wrong, by field of the form (heading-N, guidance-N, max-N with N from 1, or sections)."""
    faults: dict[str, str] = {}
    if not sections:
        faults["sections"] = Words("提纲至少要有一节。")
    if len(sections) > MOST_SECTIONS:
        faults["sections"] = Words(
            "提纲最多{most_sections}节，现在有{sections}节。请合并几节。",
            most_sections=MOST_SECTIONS,
            sections=len(sections),
        )
    if has_share and sections and all(one.part != SectionPart.PROBLEMS for one in sections):
        faults["sections"] = Words("规则里定了问题和原因的篇幅，至少要有一节算“问题和原因”。")
    seen: set[str] = set()
    for place, one in enumerate(sections, start=1):
        if len(one.heading) > LONGEST_HEADING:
            faults[f"heading-{place}"] = Words(
                "小标题最长{longest_heading}个字。请改短。", longest_heading=LONGEST_HEADING
            )
        elif one.heading in seen:
            faults[f"heading-{place}"] = Words("和前面一节的小标题一样。请改成不同的。")
        seen.add(one.heading)
        if len(one.guidance) > LONGEST_GUIDANCE:
            faults[f"guidance-{place}"] = Words(
                "提示语最长{longest_guidance}个字。请改短。", longest_guidance=LONGEST_GUIDANCE
            )
    return faults
