"""The settings of decisions (yearround-rules 6.2 and 6.3): numbers differ from unit to unit, so each is the
institution's own, with the day from which it counts. What stands here is what some unit has published.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.amounts import FEN_PER_TEN_THOUSAND
from pingyi.ledgers.decisions.domain.bodies import HOSPITAL, BodyKind, pair_of
from pingyi.ledgers.decisions.domain.matters import Limits, Major, Proposer
from pingyi.ledgers.decisions.domain.rulebook import BodyRules, RuleBook
from pingyi.ledgers.decisions.domain.shares import Base
from pingyi.ledgers.decisions.phrases import BODIES, MAJORS, PROPOSERS
from pingyi.ledgers.kit.domain.checks import Level
from pingyi.ledgers.kit.domain.parameters import Parameter, Rulebook, Sort, Version
from pingyi.ledgers.kit.domain.periods import Rhythm
from pingyi.ledgers.kit.domain.shares import Share

_SEEN = Words("有高校公布的议事规则这样写")
_ASSUMED = Words("没有见到公布的数字，按一般做法先填，请本单位核定")
# The quorum of ordinary matters, at least; for 三重一大 and cadres two thirds everywhere.
_QUORUM = {
    BodyKind.PARTY_MEETING: [1, 2],
    BodyKind.JOINT_MEETING: [2, 3],
    BodyKind.HOSPITAL_COMMITTEE: [1, 2],
    BodyKind.PRESIDENT_OFFICE: [1, 2],
}
# Of hospitals no numbers were found.
_PUBLISHED = (BodyKind.PARTY_MEETING, BodyKind.JOINT_MEETING)
_FIRST = (Major.DECISION, Major.PROJECT, Major.LARGE_FUNDS)
_LIMITED = (Major.PROJECT, Major.LARGE_FUNDS)
# How many times in a month, a quarter or a year a body meets, as units have published it; not seen of hospitals.
_MEETS = {
    BodyKind.PARTY_MEETING: 1,
    BodyKind.JOINT_MEETING: 2,
    BodyKind.HOSPITAL_COMMITTEE: 1,
    BodyKind.PRESIDENT_OFFICE: 2,
}
_RHYTHMS = (
    (Rhythm.MONTH.value, Words("每月")),
    (Rhythm.QUARTER.value, Words("每季度")),
    (Rhythm.HALF_YEAR.value, Words("每半年")),
    (Rhythm.YEAR.value, Words("每年")),
)
_GOVERNED = {"unit": Words("学院等"), "hospital": Words("医院")}


def _governed(unit_kind: str) -> str:
    return "hospital" if unit_kind == HOSPITAL else "unit"


def _one(value: object, level: Level, source: str) -> tuple[Version, ...]:
    return (Version(value, level, source),)


def _of_body(body: BodyKind) -> Iterable[Parameter]:
    name = BODIES[body]
    origin = (Level.ONE, _SEEN) if body in _PUBLISHED else (Level.HOUSE, _ASSUMED)

    def make(key: str, title: str, value: object, sort: Sort, **more: Any) -> Parameter:
        return Parameter(f"{body}.{key}", title, _one(value, *origin), sort, **more)

    yield make("quorum", Words("{body}：到会不少于应到的", body=name), _QUORUM[body], Sort.SHARE)
    yield make(
        "quorum_major", Words("{body}：议三重一大、干部，到会不少于应到的", body=name), [2, 3], Sort.SHARE
    )
    yield make("quorum_strict", Words("{body}：到会要超过，正好不算", body=name), False, Sort.YES_NO)
    yield make("passing", Words("{body}：同意票到多少通过", body=name), [1, 2], Sort.SHARE)
    yield make(
        "passing_major", Words("{body}：三重一大、干部，同意票到多少通过", body=name), [1, 2], Sort.SHARE
    )
    yield make("passing_strict", Words("{body}：同意票要超过，正好不算", body=name), True, Sort.YES_NO)
    yield make(
        "by_present",
        Words("{body}：票数按实到人数算", body=name),
        False,
        Sort.YES_NO,
        hint=Words("不选就按应到人数算。"),
    )
    yield make(
        "meets_in", Words("{body}：按什么看开了几次", body=name), "month", Sort.CHOICE, choices=_RHYTHMS
    )
    yield make(
        "meets_times",
        Words("{body}：至少开几次", body=name),
        _MEETS[body],
        Sort.NUMBER,
        hint=Words("每周一次写4，两周一次写2；0是不催。"),
        unit=Words("次"),
        highest=60,
    )
    yield make(
        "notice_days", Words("{body}：提前几天通知", body=name), 1, Sort.NUMBER, unit=Words("天"), highest=30
    )


def _of_kind(kind: str, word: str) -> Iterable[Parameter]:
    for major in _LIMITED:
        yield Parameter(
            f"{kind}.{major}_from",
            Words("{unit}：多少万元起算{major}", unit=word, major=MAJORS[major]),
            _one(0, Level.HOUSE, Words("没有全国统一的数，由本单位定")),
            hint=Words("0是没有定。含这个数。"),
            unit=Words("万元"),
            highest=99_999,
        )
    if kind == "unit":
        for major in _FIRST:
            yield Parameter(
                f"{kind}.{major}_first",
                Words("{unit}：{major}也要党组织会议先行研究", unit=word, major=MAJORS[major]),
                _one(False, Level.HOUSE, Words("由本单位定")),
                Sort.YES_NO,
            )


_COMMON = (
    Parameter(
        "filing_days", Words("会前几天报送议题"), _one(3, Level.ONE, _SEEN), unit=Words("天"), highest=60
    ),
    Parameter(
        "filed_week_before",
        Words("议题不晚于会前一周的星期五报送"),
        _one(False, Level.ONE, _SEEN),
        Sort.YES_NO,
    ),
    Parameter(
        "max_characters",
        Words("材料最多多少字"),
        _one(2000, Level.ONE, _SEEN),
        unit=Words("字"),
        lowest=1,
        highest=99_999,
    ),
    Parameter(
        "max_minutes",
        Words("口头汇报最多几分钟"),
        _one(10, Level.ONE, _SEEN),
        hint=Words("0是不限。"),
        unit=Words("分钟"),
        highest=120,
    ),
    Parameter("form_signed", Words("议题单由分管负责人签字"), _one(True, Level.ONE, _SEEN), Sort.YES_NO),
    Parameter("material_attached", Words("报送时附材料"), _one(True, Level.ONE, _SEEN), Sort.YES_NO),
    Parameter(
        "proposers",
        Words("谁可以提议题"),
        _one(Proposer.LEADER.value, Level.ONE, _SEEN),
        Sort.CHOICE,
        choices=tuple(PROPOSERS.items()),
    ),
    Parameter(
        "legal_review",
        Words("重大决策、大额度资金使用要有合法性审查意见"),
        _one(False, Level.ONE, _SEEN),
        Sort.YES_NO,
    ),
    Parameter(
        "organiser_attends", Words("专职组织员列席党组织会议"), _one(True, Level.ONE, _SEEN), Sort.YES_NO
    ),
    Parameter(
        "presenter_attends", Words("分管负责人不到会的不议"), _one(True, Level.ONE, _SEEN), Sort.YES_NO
    ),
    Parameter("recused_stay_due", Words("回避的人仍算应到"), _one(True, Level.HOUSE, _ASSUMED), Sort.YES_NO),
    Parameter(
        "written_counts",
        Words("请假的人的书面意见算票"),
        _one(False, Level.HOUSE, _ASSUMED),
        Sort.YES_NO,
        hint=Words("书面意见不算到会。"),
    ),
    Parameter(
        "leader_speaks_last", Words("主要负责人末位发言"), _one(True, Level.HOUSE, _ASSUMED), Sort.YES_NO
    ),
    Parameter(
        "secret_for_cadres", Words("干部事项无记名投票"), _one(True, Level.HOUSE, _ASSUMED), Sort.YES_NO
    ),
    Parameter(
        "ratify_within_days",
        Words("紧急处置后几天内上会追认"),
        _one(30, Level.HOUSE, _ASSUMED),
        unit=Words("天"),
        lowest=1,
    ),
    Parameter(
        "talks_without_decision",
        Words("几次会没有定下来就提醒议而不决"),
        _one(2, Level.HOUSE, _ASSUMED),
        unit=Words("次"),
        lowest=1,
        highest=12,
    ),
)
_HUBEI = Words("有省份公布的办法这样写")


def _size(key: str, title: str, value: int, level: Level, source: str) -> Parameter:
    return Parameter(key, title, _one(value, level, source), unit=Words("人"), lowest=1, highest=99)


_MEETING_TIMES = (
    Parameter(
        "exempt_months",
        Words("放假不催开会的月份"),
        _one([], Level.HOUSE, Words("由本单位定")),
        Sort.MONTHS,
        hint=Words("这些月份不催、不算缺。没有就空着。"),
    ),
    Parameter(
        "late_after_days",
        Words("开会几天以后才记，标“补记”"),
        _one(7, Level.HOUSE, _ASSUMED),
        unit=Words("天"),
    ),
)
SIZES = (
    _size("committee.least", Words("学院等：党委委员最少"), 7, Level.ONE, _SEEN),
    _size("committee.most", Words("学院等：党委委员最多"), 9, Level.ONE, _SEEN),
    _size("general_branch.least", Words("学院等：党总支委员最少"), 5, Level.ONE, _SEEN),
    _size("general_branch.most", Words("学院等：党总支委员最多"), 7, Level.ONE, _SEEN),
    _size("hospital.least", Words("医院：党委委员最少"), 5, Level.ONE, _HUBEI),
    _size("hospital.usual", Words("医院：党委委员一般不多于"), 9, Level.ONE, _HUBEI),
    _size("hospital.most", Words("医院：党委委员最多"), 11, Level.ONE, _HUBEI),
    _size("hospital.standing_least", Words("医院：常委最少"), 5, Level.ONE, _HUBEI),
    _size("hospital.standing_usual", Words("医院：常委一般不多于"), 7, Level.ONE, _HUBEI),
    _size("hospital.standing_most", Words("医院：常委最多"), 9, Level.ONE, _HUBEI),
    Parameter(
        "hospital.posts_separate",
        Words("医院：书记和院长由两个人担任"),
        _one(True, Level.ONE, _HUBEI),
        Sort.YES_NO,
    ),
)
PARAMETERS: tuple[Parameter, ...] = (
    *_COMMON,
    *_MEETING_TIMES,
    *SIZES,
    *(one for kind, word in _GOVERNED.items() for one in _of_kind(kind, word)),
    *(one for body in BodyKind for one in _of_body(body)),
)


def book_on(numbers: Rulebook, unit_kind: str, day: date) -> RuleBook:
    """The rules of a kind of unit as they hold on a day."""
    kind = _governed(unit_kind)
    first = _FIRST if kind == "unit" else ()
    return RuleBook(
        bodies={body: _body_on(numbers, body, day) for body in pair_of(unit_kind).both},
        limits=Limits(
            **{str(major): _limit(numbers.number(f"{kind}.{major}_from", day)) for major in _LIMITED}
        ),
        first_studied=frozenset(major for major in first if numbers.is_on(f"{kind}.{major}_first", day)),
        filing_days=numbers.number("filing_days", day),
        filed_week_before=numbers.is_on("filed_week_before", day),
        max_characters=numbers.number("max_characters", day),
        max_minutes=numbers.number("max_minutes", day),
        form_signed=numbers.is_on("form_signed", day),
        material_attached=numbers.is_on("material_attached", day),
        legal_review=numbers.is_on("legal_review", day),
        proposers=Proposer(numbers.text("proposers", day)),
        organiser_attends=numbers.is_on("organiser_attends", day),
        presenter_attends=numbers.is_on("presenter_attends", day),
        recused_stay_due=numbers.is_on("recused_stay_due", day),
        written_counts=numbers.is_on("written_counts", day),
        leader_speaks_last=numbers.is_on("leader_speaks_last", day),
        secret_for_cadres=numbers.is_on("secret_for_cadres", day),
        ratify_within_days=numbers.number("ratify_within_days", day),
        talks_without_decision=numbers.number("talks_without_decision", day),
    )


def _body_on(numbers: Rulebook, body: BodyKind, day: date) -> BodyRules:
    def share(name: str, strict: str) -> Share:
        seen = numbers.share(f"{body}.{name}", day)
        # More than the whole cannot be: there, all of them are meant.
        return Share(
            seen.num, seen.den, strict=seen.num < seen.den and numbers.is_on(f"{body}.{strict}", day)
        )

    return BodyRules(
        quorum=share("quorum", "quorum_strict"),
        quorum_major=share("quorum_major", "quorum_strict"),
        passing=share("passing", "passing_strict"),
        passing_major=share("passing_major", "passing_strict"),
        base=Base.PRESENT if numbers.is_on(f"{body}.by_present", day) else Base.DUE,
        notice_days=numbers.number(f"{body}.notice_days", day),
    )


def _limit(ten_thousands: int) -> int | None:
    return ten_thousands * FEN_PER_TEN_THOUSAND or None
