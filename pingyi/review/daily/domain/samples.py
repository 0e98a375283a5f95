"""Sets to start from. The names are those of a programme of the ministry; every number is only a sample."""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.daily.domain.indicators import Indicator, Rule

SAMPLE = Words("样例，分值由本单位定")


@dataclass(frozen=True)
class SampleSet:
    """A set that an institution may take as its first draft. `kinds` are kinds of organisations."""

    key: str
    name: str
    kinds: tuple[str, ...]
    source: str
    rows: tuple[Indicator, ...]


def _row(
    heading: str,
    text: str,
    *,
    ledger: int = 0,
    own: int = 0,
    measure: str = "",
    rule: Rule = Rule.SHARE,
    amount: int | None = None,
) -> Indicator:
    return Indicator(
        heading,
        text,
        Fraction(ledger),
        Fraction(own),
        measure,
        rule,
        None if amount is None else Fraction(amount),
    )


_LEADS, _GUARDS, _THOUGHT, _SYSTEM, _GROWS = (
    "党组织领导和运行机制到位",
    "政治把关作用到位",
    "思想政治工作到位",
    "基层组织制度执行到位",
    "推动改革发展到位",
)
FIVE = SampleSet(
    "five",
    "五个到位",
    ("committee", "general_branch"),
    Words(
        "五项名称见《高校党组织“对标争先”建设计划》，有高校在评议会上这样用。分值和算法是样例，由本单位定，不是全国规定。"
    ),
    (
        _row(
            _LEADS,
            "党组织会议定期开",
            ledger=8,
            measure="decisions.party_meetings",
            rule=Rule.AT_LEAST,
            amount=6,
        ),
        _row(
            _LEADS,
            "党支部书记工作例会定期开",
            ledger=6,
            measure="orglife.secretaries.held",
            rule=Rule.AT_LEAST,
            amount=2,
        ),
        _row(_LEADS, "议事规则健全，班子整体功能强", own=6),
        _row(_GUARDS, "该先过党组织会议的都先过", ledger=10, measure="decisions.party_first"),
        _row(_GUARDS, "教师引进、课程、教材、学术活动有把关记录", own=10),
        _row(_THOUGHT, "党课按时上", ledger=6, measure="orglife.party_class.done"),
        _row(_THOUGHT, "谈心谈话按时做", ledger=6, measure="orglife.talk.done"),
        _row(_THOUGHT, "意识形态责任制落实，师生思想动态有分析", own=8),
        _row(_SYSTEM, "支委会按月开", ledger=6, measure="orglife.committee.done"),
        _row(_SYSTEM, "党员大会按季开", ledger=5, measure="orglife.members_meeting.done"),
        _row(_SYSTEM, "主题党日按月开", ledger=5, measure="orglife.theme_day.done"),
        _row(_SYSTEM, "记录当时就写，少补记", ledger=4, measure="orglife.late_entries", rule=Rule.REST),
        _row(_GROWS, "去年点评指出的问题整改到位", ledger=10, measure="problems.closed"),
        _row(_GROWS, "党建和业务互相促进，有成效", own=10),
    ),
)
SEVEN = SampleSet(
    "seven",
    "七个有力",
    ("direct_branch", "branch"),
    Words(
        "七项名称见《高校党组织“对标争先”建设计划》，高校照它写支部建设要求。分值和算法是样例，由本单位定，不是全国规定。"
    ),
    (
        _row("教育党员有力", "党课按时上", ledger=8, measure="orglife.party_class.done"),
        _row("教育党员有力", "党员学时达标", ledger=7, measure="orglife.hours.reached"),
        _row("管理党员有力", "支委会按月开", ledger=8, measure="orglife.committee.done"),
        _row("管理党员有力", "党员大会按季开", ledger=7, measure="orglife.members_meeting.done"),
        _row("监督党员有力", "组织生活会开了", ledger=7, measure="orglife.life_meeting.done"),
        _row("监督党员有力", "民主评议党员做了", ledger=7, measure="orglife.appraisal.done"),
        _row("组织师生有力", "主题党日按月开", ledger=8, measure="orglife.theme_day.done"),
        _row("组织师生有力", "带着师生完成重点任务", own=6),
        _row("宣传师生有力", "理论宣讲、先进典型", own=14),
        _row("凝聚师生有力", "谈心谈话按时做", ledger=7, measure="orglife.talk.done"),
        _row("凝聚师生有力", "联系党外师生，培养入党积极分子", own=7),
        _row("服务师生有力", "去年点评指出的问题整改到位", ledger=6, measure="problems.closed"),
        _row("服务师生有力", "为师生办实事", own=8),
    ),
)
SAMPLES = {one.key: one for one in (FIVE, SEVEN)}
