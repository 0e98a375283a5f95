"""The facts that organisational life offers: `orglife.<kind>.<what>`, each of so many that were due, and what it
counts besides: meetings of the secretaries, members, hours, records written late.
"""

from collections.abc import Iterable, Iterator

from pingyi.core.words import Words
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.organisations.domain.facts import Better, Fact, Measure, Span

DONE, LATE, EXCUSED, MISSED = "done", "late", "excused", "missed"
# How many records there are, where DONE counts the months (quarters, years) in which it happened.
RECORDS = "records"
SECRETARIES_DUE = "orglife.secretaries.done"
SECRETARIES, SECRETARY_CLASS = "orglife.secretaries.held", "orglife.secretary_class.held"
HOURS, MEMBERS, BRANCHES = "orglife.hours.reached", "orglife.members", "orglife.branches"
LATE_ENTRIES, LATE_IN_ONE_DAY = "orglife.late_entries", "orglife.late_in_one_day"
# The longest run of months (quarters) that one branch missed.
MISSED_RUN = "missed_run"
RUN_KINDS = (Kind.COMMITTEE, Kind.THEME_DAY, Kind.MEMBERS_MEETING)
LEAST_RUN, LEAST_IN_ONE_DAY = 2, 3

# Title of a table row and the names by which reports speak of it; by the first of them pages do too.
_KINDS: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    (
        Kind.COMMITTEE,
        Words("支委会，按月"),
        (Words("支委会"), "支部委员会", "支委会会议", "支部委员会会议", "支部委员会议"),
    ),
    (
        Kind.MEMBERS_MEETING,
        Words("党员大会，按季"),
        (Words("党员大会"), "支部党员大会", "支部大会", "全体党员大会"),
    ),
    (Kind.GROUP, Words("党小组会，按月"), (Words("党小组会"), "党小组会议")),
    (Kind.PARTY_CLASS, Words("党课，按季"), (Words("党课"), "专题党课", "微党课")),
    (
        Kind.THEME_DAY,
        Words("主题党日，按月"),
        (Words("主题党日"), "主题党日活动", "支部主题党日", "党日活动"),
    ),
    (
        Kind.LIFE_MEETING,
        Words("组织生活会，按年"),
        (Words("组织生活会"), "专题组织生活会", "支部组织生活会", "年度组织生活会"),
    ),
    (Kind.APPRAISAL, Words("民主评议党员，按年"), (Words("民主评议党员"), "民主评议")),
    (Kind.TALK, Words("谈心谈话，按年"), (Words("谈心谈话"), "谈心谈话活动")),
    (Kind.OATH, Words("重温入党誓词，按年"), (Words("重温入党誓词"),)),
    (Kind.BIRTHDAY, Words("政治生日"), (Words("政治生日"), "政治生日会")),
)
_TIMES = Words("次")
_OF_SECRETARIES = (
    Words("支部书记例会"),
    "党支部书记例会",
    "支部书记工作例会",
    "党支部书记工作例会",
    "书记例会",
)


def _of_kind(kind: Kind, title: str, words: tuple[str, ...]) -> tuple[Measure, ...]:
    code = f"orglife.{kind}"
    return (
        Measure(f"{code}.{DONE}", title, _TIMES, Better.MORE, words),
        Measure(f"{code}.{RECORDS}", Words("{title}：共记", title=title), _TIMES, Better.NEITHER, words),
        Measure(f"{code}.{LATE}", Words("{title}：补记", title=title), _TIMES, Better.LESS),
        Measure(f"{code}.{EXCUSED}", Words("{title}：没开，写了原因", title=title), _TIMES, Better.NEITHER),
        Measure(f"{code}.{MISSED}", Words("{title}：没开", title=title), _TIMES, Better.LESS),
    )


MEASURES: tuple[Measure, ...] = (
    *(measure for kind in _KINDS for measure in _of_kind(*kind)),
    Measure(
        SECRETARY_CLASS,
        Words("书记讲党课"),
        _TIMES,
        Better.MORE,
        (Words("书记讲党课"), "书记带头讲党课", "讲党课", "讲授党课"),
    ),
    Measure(SECRETARIES_DUE, Words("支部书记例会，按季"), _TIMES, Better.MORE, _OF_SECRETARIES),
    Measure(
        SECRETARIES,
        Words("支部书记例会"),
        _TIMES,
        Better.MORE,
        _OF_SECRETARIES,
    ),
    Measure(
        HOURS,
        Words("党员学时达标"),
        Words("人"),
        Better.MORE,
        ("党员学时达标", "学时达标", "学时", "党员学时", "培训学时", "党员教育培训学时"),
    ),
    Measure(MEMBERS, Words("党员"), Words("人"), Better.NEITHER, ("党员", "党员人数", "党员总数")),
    Measure(BRANCHES, Words("党支部"), Words("个"), Better.NEITHER, ("党支部", "支部")),
    Measure(LATE_ENTRIES, Words("事后补记"), Words("条"), Better.LESS, ("补记", "事后补记")),
)


def facts_of_sum(
    organisation_id: int, period: Span, kind: str, words: str, *, due: int, counts: dict[str, int]
) -> Iterator[Fact]:
    """One fact for each count, with what was due as its denominator; nothing where nothing was due."""
    if not due:
        return
    source = Words("组织生活台账：{kind}，{first}到{last}", kind=words, first=period.first, last=period.last)
    for what, value in counts.items():
        yield Fact(period, organisation_id, f"orglife.{kind}.{what}", value, source, out_of=due)


def longest_run(is_missed: Iterable[bool]) -> tuple[int, int]:
    """The longest unbroken run: the place of its first element and its length; the first of equals, (0, 0) if none."""
    best, start, length = (0, 0), 0, 0
    for place, missed in enumerate(is_missed):
        start, length = (start if length else place, length + 1) if missed else (place, 0)
        if length > best[1]:
            best = (start, length)
    return best
