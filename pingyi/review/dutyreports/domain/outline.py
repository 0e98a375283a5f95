"""Which sections a report is proposed to have. The headings are words of practice, not of any rule: whoever writes may
reword them.

Taken from outlines in use: for colleges the five points by which second-level organisations are judged (五个到位), for
hospitals and branches what the superior secretary asks of them, and for all of them problems with causes, then what
comes next. The answers to last year's problems stand before them and are no section: there is one for each problem.
"""

from dataclasses import dataclass
from enum import StrEnum


class SectionPart(StrEnum):
    """What a section is for: the share of PROBLEMS in the whole is measured."""

    DUTIES = "duties"
    PROBLEMS = "problems"
    PLANS = "plans"


@dataclass(frozen=True)
class PlannedSection:
    heading: str
    part: SectionPart


_BRANCH = (
    "履行第一责任人职责",
    "教育、管理、监督党员",
    "组织、宣传、凝聚、服务师生",
    "组织生活和党员发展",
)
_BRANCH_KINDS = {"direct_branch", "branch"}
_BY_UNIT = {
    "college": (
        "党组织领导和运行机制",
        "政治把关作用",
        "思想政治工作",
        "基层组织制度执行",
        "推动改革发展",
    ),
    "affiliated_hospital": (
        "医院党组织的领导作用",
        "议事决策和制度执行",
        "班子建设和干部人才工作",
        "医院基层党组织和党员队伍建设",
    ),
    "office": (
        "履行第一责任人职责",
        "党支部建设和组织生活",
        "党员教育管理和作风建设",
        "围绕中心、服务师生",
    ),
}
_OTHERS = ("履行第一责任人职责", "组织建设和组织生活", "思想政治工作", "推动中心工作")
_LAST = (
    PlannedSection("存在的问题和原因", SectionPart.PROBLEMS),
    PlannedSection("下一步打算", SectionPart.PLANS),
)


def outline_for(*, kind: str, unit_kind: str) -> list[PlannedSection]:
    """The sections for an organisation of this kind (党委, 直属党支部 …) in a unit of that kind (学院, 附属医院 …)."""
    headings = _BRANCH if kind in _BRANCH_KINDS else _BY_UNIT.get(unit_kind, _OTHERS)
    return [*(PlannedSection(heading, SectionPart.DUTIES) for heading in headings), *_LAST]
