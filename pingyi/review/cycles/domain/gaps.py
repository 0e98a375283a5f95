"""What a plan still lacks before it can be frozen: each gap names its page and its remedy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from pingyi.core.words import Words, listed
from pingyi.review.cycles.domain.merges import (
    SizedClass,
    merge_proposal,
    needless_merges,
    small_classes,
    standing_size,
)
from pingyi.review.cycles.domain.phases import WORDS, PhaseDates
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.domain.weights import sum_words


class Page(StrEnum):
    """Where a gap is closed."""

    PLAN = "plan"
    REPORTERS = "reporters"
    CLASSES = "classes"
    POLL = "poll"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Gap:
    """One thing that is missing (`is_blocking`) or that somebody should know before freezing."""

    code: str
    page: Page
    words: str
    remedy: str
    is_blocking: bool = True


@dataclass(frozen=True)
class PlannedClass:
    """A voter class as planned; of the `listed` people `size` vote in it, the others count in another class."""

    code: str
    order: int
    size: int
    weight: Fraction | None
    merged_into: str | None = None
    listed: int = 0


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting as planned. `overlaps` counts people on several lists for whom nobody has decided."""

    name: str
    held_on: date
    has_chair: bool
    has_commentator: bool
    reporters: int
    on_site: int
    voted_on: int
    classes: Sequence[PlannedClass] = ()
    overlaps: int = 0


@dataclass(frozen=True)
class Plan:
    """All of a plan that decides whether it may be frozen."""

    dates: PhaseDates
    has_reports_due: bool
    settings: ReviewSettings
    meetings: Sequence[PlannedMeeting] = ()
    left_out: Sequence[str] = field(default=())


def plan_gaps(plan: Plan) -> list[Gap]:
    """Everything missing, in the order in which a clerk goes through the pages."""
    several = len(plan.meetings) > 1
    gaps = [*_date_gaps(plan)]
    if not plan.meetings:
        gaps.append(
            Gap(
                "meeting.none",
                Page.PLAN,
                Words("还没有安排述职评议会。"),
                Words("填会议的时间、地点、主持人和点评人。"),
            )
        )
    for meeting in plan.meetings:
        where = f"“{meeting.name}”" if several else ""
        gaps += [*_meeting_gaps(meeting, plan.dates, where), *_reporter_gaps(meeting, where)]
    gaps += _left_out_gaps(plan)
    for meeting in plan.meetings:
        where = f"“{meeting.name}”" if several else ""
        gaps += _class_gaps(meeting, plan.settings.threshold, where)
    if plan.settings.rectification_months is None:
        gaps.append(
            Gap(
                "settings.months",
                Page.SETTINGS,
                Words("整改期限还没有设。"),
                Words("没有现成的数可用，由你们自己定几个月。"),
            )
        )
    return gaps


def _date_gaps(plan: Plan) -> Iterator[Gap]:
    missing = [words for name, words in WORDS.items() if getattr(plan.dates, name) is None]
    if missing:
        what = Words("三个阶段") if len(missing) == len(WORDS) else listed(missing)
        yield Gap(
            "dates.missing",
            Page.PLAN,
            Words("{what}的日期还没有定。", what=what),
            Words("在“三个阶段”里填上。"),
        )
    if not plan.has_reports_due:
        yield Gap(
            "dates.reports_due",
            Page.PLAN,
            Words("还没有定交述职报告的截止时间。"),
            Words("在“三个阶段”里填上。"),
        )


def _meeting_gaps(meeting: PlannedMeeting, dates: PhaseDates, where: str) -> Iterator[Gap]:
    if not meeting.has_chair:
        yield Gap(
            "meeting.chair",
            Page.PLAN,
            Words("{where}还没有主持人。", where=where),
            Words("在会议里填主持人；可以与点评人是同一人。"),
        )
    if not meeting.has_commentator:
        yield Gap(
            "meeting.commentator",
            Page.PLAN,
            Words("{where}还没有点评人。", where=where),
            Words("在会议里填点评人；可以与主持人是同一人。"),
        )
    if dates.during_from and dates.during_to and not dates.during_from <= meeting.held_on <= dates.during_to:
        day = Words("{month}月{day}日", month=meeting.held_on.month, day=meeting.held_on.day)
        yield Gap(
            "meeting.date",
            Page.PLAN,
            Words("{where}开会的日子{day}不在述中阶段里。", where=where, day=day),
            Words("改开会时间，或改述中的日期。"),
        )


def _reporter_gaps(meeting: PlannedMeeting, where: str) -> Iterator[Gap]:
    if meeting.reporters == 0:
        yield Gap(
            "reporters.none",
            Page.REPORTERS,
            Words("{where}名册还是空的。", where=where),
            Words("按在任书记提出名册，再改。"),
        )
        return
    if meeting.on_site == 0:
        yield Gap(
            "reporters.on_site",
            Page.REPORTERS,
            Words("{where}还没有人现场述职。", where=where),
            Words("在“今年谁该现场”里定，或在名册里改成“现场”。"),
        )
    if meeting.voted_on == 0:
        yield Gap(
            "reporters.voted_on",
            Page.REPORTERS,
            Words("{where}没有一位要测评。", where=where),
            Words("在名册里勾上“测评”。"),
        )


def _left_out_gaps(plan: Plan) -> Iterator[Gap]:
    if plan.left_out:
        first = listed(plan.left_out[:3])
        words = Words(
            "{left_out}个二级党组织不在名册上：{first}{value}。",
            left_out=len(plan.left_out),
            first=first,
            value=Words("等") if len(plan.left_out) > 3 else "",
        )
        yield Gap(
            "reporters.left_out",
            Page.REPORTERS,
            words,
            Words("今年不述职的可以不列；漏了的补上。"),
            is_blocking=False,
        )


def _class_gaps(meeting: PlannedMeeting, threshold: int, where: str) -> Iterator[Gap]:
    if meeting.classes and (words := sum_words([one.weight for one in meeting.classes])):
        yield Gap(
            "classes.weights",
            Page.CLASSES,
            Words("{where}{words}", where=where, words=words),
            Words("改到合计正好100%。"),
        )
    yield from list_gaps(meeting, threshold, where)


def list_gaps(meeting: PlannedMeeting, threshold: int, where: str) -> Iterator[Gap]:
    """What the classes and lists lack, apart from weights."""
    if not meeting.classes:
        yield Gap(
            "classes.none",
            Page.CLASSES,
            Words("{where}还没有票类。", where=where),
            Words("先设票类，再列每类的名单。"),
        )
        return
    yield from _size_gaps(meeting, threshold, where)
    if meeting.overlaps:
        words = Words(
            "{where}{overlaps}人在不止一类的名单上，按票类先后算在前一类。",
            where=where,
            overlaps=meeting.overlaps,
        )
        yield Gap(
            "classes.overlaps",
            Page.CLASSES,
            words,
            Words("要算在别的类，在“名单重叠”里定。"),
            is_blocking=False,
        )


def _size_gaps(meeting: PlannedMeeting, threshold: int, where: str) -> Iterator[Gap]:
    for planned in meeting.classes:
        if planned.size == 0:
            yield _empty_gap(planned, where)
    sized = [SizedClass(one.code, one.order, one.size, one.merged_into) for one in meeting.classes]
    for one in small_classes(sized, threshold):
        size = standing_size(sized, one.code)
        into = merge_proposal(sized, one.code, threshold)
        remedy = Words("并入别的类（例如{into}类），或补足名单。", into=into) if into else Words("补足名单。")
        yield Gap(
            "classes.small",
            Page.CLASSES,
            Words(
                "{where}{code}类只有{size}人，不足{threshold}人。",
                where=where,
                code=one.code,
                size=size,
                threshold=threshold,
            ),
            remedy,
        )
    for one in needless_merges(sized, threshold):
        words = Words(
            "{where}{code}类现在有{size}人，够{threshold}人了，不用再并入{merged_into}类。",
            where=where,
            code=one.code,
            size=one.size,
            threshold=threshold,
            merged_into=one.merged_into,
        )
        yield Gap("classes.needless_merge", Page.CLASSES, words, Words("撤销并入，让它单独投票。"))


def _empty_gap(planned: PlannedClass, where: str) -> Gap:
    if planned.listed:
        words = Words(
            "{where}{code}类名单上的{listed}人都算在别的类投票，这一类空了。",
            where=where,
            code=planned.code,
            listed=planned.listed,
        )
        return Gap(
            "classes.empty", Page.CLASSES, words, Words("在“名单重叠”里改定，补足名单，或撤掉这一类。")
        )
    return Gap(
        "classes.empty",
        Page.CLASSES,
        Words("{where}{code}类没有投票人。", where=where, code=planned.code),
        Words("列名单，或撤掉这一类。"),
    )
