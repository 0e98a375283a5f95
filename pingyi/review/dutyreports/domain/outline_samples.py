"""Outlines to start from. Each says where such headings were seen; none of them is prescribed anywhere."""

from dataclasses import dataclass, replace

from pingyi.core.words import Words
from pingyi.review.dutyreports.domain.outline import PlannedSection, SectionPart, UnitGroup

DUTIES, PROBLEMS, PLANS = SectionPart.DUTIES, SectionPart.PROBLEMS, SectionPart.PLANS


@dataclass(frozen=True)
class Sample:
    code: str
    name: str
    seen: str
    sections: tuple[PlannedSection, ...]


_PROBLEMS = PlannedSection(
    "存在的问题和原因", PROBLEMS, "一个问题一段：是什么、在哪里、为什么会这样。往主观上找原因，不写套话。"
)
_PLANS = PlannedSection("下一步打算", PLANS, "对着前面的问题写：做什么、谁来做、什么时候做完。")


def _sample(code: str, name: str, seen: str, *sections: PlannedSection) -> Sample:
    """Every section gets a code of its own."""
    coded = (replace(one, code=f"{code}-{place}") for place, one in enumerate(sections, start=1))
    return Sample(code, name, seen, tuple(coded))


def _duty(heading: str, guidance: str) -> PlannedSection:
    return PlannedSection(heading, DUTIES, guidance)


_ALL = (
    _sample(
        "hospital_four",
        Words("对附属医院书记的四条要求"),
        Words("个别：一所医科大学的评议会上，校党委书记对附属医院书记提的四条。"),
        _duty(
            "聚主责、抓党建",
            "履行第一责任人职责，医院党委的领导作用，提升组织力，严格组织生活，办了哪几件事。",
        ),
        _duty("守规则、重制度", "党委会议、院长办公会议的议事规则，请示报告制度，执行到什么程度。"),
        _duty("理思路、强决策", "重大事项怎样集体讨论、怎样分工落实、有没有回头看。"),
        _duty("讲原则、增团结", "班子团结，选人用人，廉洁用权，自觉接受监督。"),
        _PROBLEMS,
        _PLANS,
    ),
    _sample(
        "college_three",
        Words("对学院书记的三条要求"),
        Words("个别：一所医科大学的评议会上，校党委书记对学院书记提的三条。"),
        _duty("明确职能定位", "党组织怎样发挥政治核心和保证监督作用，支持行政班子独立负责地开展工作。"),
        _duty("落实决策机制", "党组织会议、党政联席会议怎样开，“三重一大”会前怎样协调，定了的事办得怎样。"),
        _duty("加强工作统筹", "党建、师生思想政治工作、意识形态工作怎样一起谋划，几支队伍怎样用。"),
        _PROBLEMS,
        _PLANS,
    ),
    _sample(
        "branch_four",
        Words("对支部书记的四条要求"),
        Words("个别：一所医科大学的评议会上，校党委书记对支部书记提的四条。"),
        _duty("促进深度融合", "支部工作怎样和业务结合，结合出什么结果。"),
        _duty("严肃组织生活", "“三会一课”、主题党日、民主评议党员，次数、人数、效果。"),
        _duty("加强党员发展", "发展了几人，高层次人才、优秀青年教师、优秀学生各几人，怎样培养考察。"),
        _duty("发挥党员作用", "党员做了哪些看得见的事。"),
        _PROBLEMS,
        _PLANS,
    ),
    _sample(
        "five_in_place",
        Words("五个到位"),
        Words("个别：几所学校的院系述职按它列提纲，后面接成效、问题、原因、措施。"),
        _duty("党组织领导和运行机制", "会议制度、议事规则、班子分工，一年里怎样运行。"),
        _duty("政治把关作用", "在哪些事上把了关：人才引进、课程教材、学术活动、阵地管理。"),
        _duty("思想政治工作", "师生思想状况，做了哪些工作，结果怎样。"),
        _duty("基层组织制度执行", "支部设置、组织生活、党员发展和教育管理。"),
        _duty("推动改革发展", "党建怎样推动本单位的中心工作。"),
        _PROBLEMS,
        _PLANS,
    ),
    _sample(
        "seven_strengths",
        Words("七个有力"),
        Words("常见：支部书记述职，至少两所学校按它列提纲，另加推动改革发展。"),
        _duty("教育党员有力", "学什么、怎么学、多少人次。"),
        _duty("管理党员有力", "组织关系、党费、流动党员。"),
        _duty("监督党员有力", "谈心谈话、民主评议、有没有处理。"),
        _duty("组织师生有力", "组织了什么、多少人参加。"),
        _duty("宣传师生有力", "政策怎样讲到师生里去。"),
        _duty("凝聚师生有力", "师生的意见怎样听、怎样办。"),
        _duty("服务师生有力", "办成了哪几件实事。"),
        _duty("推动改革发展", "支部怎样推动本单位的中心工作。"),
        _PROBLEMS,
        _PLANS,
    ),
    _sample(
        "four_musts",
        Words("四个必须"),
        Words("个别：一所医院的支部书记述职要求写这四项。"),
        _duty("履行党建职责情况", "书记自己做了什么。"),
        _duty("支部建设和成效", "组织设置、组织生活、党员作用。"),
        _duty("思想政治工作", "职工思想状况，做了哪些工作。"),
        PlannedSection("突出问题和改进措施", PROBLEMS, "一个问题一段，连原因和怎么改一起写。"),
    ),
    _sample(
        "six_points",
        Words("六点"),
        Words("个别：一所大学对学院的要求，其中“上年问题整改”系统逐条列在最前面，不另设一节。"),
        _duty("理论学习", "学了什么，怎样用到工作里。"),
        _duty("年度重点工作和“双创”", "年初定的重点做到哪一步。"),
        _duty("服务中心工作", "党建怎样服务人才培养、科研、管理。"),
        PlannedSection("今年存在的问题", PROBLEMS, _PROBLEMS.guidance),
        PlannedSection("下一步思路", PLANS, _PLANS.guidance),
    ),
    _sample(
        "self_review",
        Words("简式"),
        Words("个别：一所大学的自查，上年整改系统逐条列在最前面，不另设一节。"),
        _duty("今年履职情况", "做了哪几件事，结果怎样，用数和事例说。"),
        _PROBLEMS,
        _PLANS,
    ),
)
SAMPLES = {sample.code: sample for sample in _ALL}
DEFAULTS = {
    UnitGroup.HOSPITAL: "hospital_four",
    UnitGroup.COLLEGE: "college_three",
    UnitGroup.BRANCH: "branch_four",
    UnitGroup.OFFICE: "five_in_place",
    UnitGroup.OTHER: "five_in_place",
}


def default_outline(group: UnitGroup) -> tuple[PlannedSection, ...]:
    """What a cycle has as long as the clerk has chosen nothing else."""
    return SAMPLES[DEFAULTS[group]].sections
