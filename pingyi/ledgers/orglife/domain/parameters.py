"""The numbers of organisational life. Level and source say where each was seen; 0 asks for nothing."""

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Level
from pingyi.ledgers.kit.domain.parameters import Parameter, Sort, Version
from pingyi.ledgers.orglife.domain.kinds import Kind

LEDGER = "orglife"
PER_MONTH, PER_QUARTER, PER_YEAR = Words("次，每月"), Words("次，每季度"), Words("次，每年")
HOURS, DAYS, PEOPLE = Words("学时，每年"), Words("天"), Words("名")


def count_key(kind: Kind) -> str:
    return f"{kind}.count"


def _count(kind: Kind, title: str, times: int, level: Level, source: str, unit: str) -> Parameter:
    versions = (Version(times, level, source),)
    return Parameter(count_key(kind), title, versions, unit=unit, highest=60)


COUNTS = (
    _count(Kind.COMMITTEE, Words("支委会"), 1, Level.NAT, "L2", PER_MONTH),
    _count(Kind.MEMBERS_MEETING, Words("党员大会"), 1, Level.NAT, "L1", PER_QUARTER),
    _count(Kind.GROUP, Words("党小组会"), 1, Level.NAT, "L3", PER_MONTH),
    _count(Kind.PARTY_CLASS, Words("党课"), 1, Level.ONE, "L4", PER_QUARTER),
    _count(Kind.THEME_DAY, Words("主题党日"), 1, Level.NAT, "L5", PER_MONTH),
    _count(Kind.LIFE_MEETING, Words("组织生活会"), 1, Level.NAT, "L7", PER_YEAR),
    _count(Kind.APPRAISAL, Words("民主评议党员"), 1, Level.NAT, "L8", PER_YEAR),
    _count(Kind.TALK, Words("谈心谈话"), 1, Level.NAT, "L9", PER_YEAR),
    _count(Kind.OATH, Words("重温入党誓词"), 0, Level.NAT, "R1", PER_YEAR),
    _count(Kind.SECRETARIES, Words("党支部书记工作例会"), 1, Level.GK, "S8", PER_QUARTER),
)
PARAMETERS = (
    *COUNTS,
    Parameter(
        "secretary_class.count",
        Words("二级党组织书记讲党课"),
        (Version(1, Level.NAT, "L4"),),
        unit=PER_YEAR,
        highest=60,
    ),
    Parameter(
        "exempt_months",
        Words("放假免开的月份"),
        (Version([], Level.GK, ""),),
        Sort.MONTHS,
        hint=Words("这些月份不催、不算缺。没有就空着。"),
    ),
    Parameter("late_after_days", Words("发生几天以后才记，标“补记”"), (Version(7, Level.GK, ""),), unit=DAYS),
    Parameter(
        "theme_day.brand",
        Words("主题党日的名称"),
        (Version("", Level.ONE, "L5"),),
        Sort.TEXT,
        hint=Words("本地有专门名称的写在这里，页面上就这样叫。"),
    ),
    Parameter(
        "theme_day.week",
        Words("主题党日固定在每月第几个"),
        (Version(0, Level.ONE, "L6"),),
        hint=Words("填0是不固定。有的单位定第1个星期五。"),
        unit=Words("个"),
        highest=5,
    ),
    Parameter(
        "theme_day.weekday",
        Words("主题党日固定在星期几"),
        (Version(5, Level.ONE, "L6"),),
        hint=Words("1是星期一，7是星期日。"),
        lowest=1,
        highest=7,
    ),
    Parameter(
        "theme_day.shift_days",
        Words("主题党日可以前后调几天"),
        (Version(7, Level.ONE, "L6"),),
        unit=DAYS,
        highest=31,
    ),
    Parameter(
        "theme_day.hours",
        Words("主题党日至少几小时"),
        (Version(0, Level.ONE, "L6"),),
        hint=Words("填0是不要求。有的单位定半天，填4。"),
        unit=Words("小时"),
        highest=8,
    ),
    Parameter(
        "double_life.count",
        Words("领导班子成员参加所在支部组织生活"),
        (Version(1, Level.COMMON, "L10"),),
        unit=PER_YEAR,
        highest=60,
    ),
    Parameter(
        "committee.from_members",
        Words("几名正式党员起设支委会"),
        (Version(7, Level.NAT, "O6"),),
        unit=PEOPLE,
        lowest=1,
        highest=50,
    ),
    Parameter(
        "members_meeting.quorum",
        Words("党员大会到会，占有表决权的人"),
        (Version([1, 2], Level.NAT, "L1"),),
        Sort.SHARE,
        hint=Words("不少于这个比例。"),
    ),
    Parameter(
        "committee.quorum",
        Words("支委会到会，占委员"),
        (Version([1, 2], Level.NAT, "L2"),),
        Sort.SHARE,
        hint=Words("不少于这个比例。"),
    ),
    Parameter(
        "birthday.by_quarter",
        Words("政治生日按季度集体过"),
        (Version(False, Level.COMMON, "R3"),),
        Sort.YES_NO,
    ),
    Parameter(
        "birthday.notice_days", Words("政治生日提前几天告诉本人"), (Version(7, Level.ONE, "R4"),), unit=DAYS
    ),
    Parameter("training.hours", Words("党员学习培训"), (Version(32, Level.NAT, "L13"),), unit=HOURS),
    Parameter(
        "training.lead_hours", Words("支部书记和委员学习培训"), (Version(56, Level.NAT, "L13"),), unit=HOURS
    ),
    Parameter(
        "training.lead_sessions",
        Words("支部书记和委员集中培训"),
        (Version(1, Level.NAT, "L13"),),
        unit=PER_YEAR,
    ),
    Parameter(
        "training.new_secretary_months",
        Words("新任支部书记上任几个月内培训"),
        (Version(6, Level.NAT, "L13"),),
        unit=Words("个月"),
        highest=24,
    ),
    Parameter("training.full_day", Words("全天折算"), (Version(8, Level.ONE, "L14"),), unit=Words("个学时")),
    Parameter("training.half_day", Words("半天折算"), (Version(4, Level.ONE, "L14"),), unit=Words("个学时")),
)
BY_KEY = {one.key: one for one in PARAMETERS}
