"""Words of the report pages: deadlines, lateness, shares."""

from datetime import datetime, timedelta
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_moment, say_time, say_weekday
from pingyi.review.cycles.domain.catalogue import BY_KEY
from pingyi.review.dutyreports.domain.lateness import days_late, is_late

if TYPE_CHECKING:
    from pingyi.review.cycles.domain.settings import ReviewSettings
    from pingyi.review.cycles.models import Cycle
    from pingyi.review.dutyreports.models import DutyReport

IN_TIME = Words("按时")
NUMERALS = (
    Words("一"),
    Words("二"),
    Words("三"),
    Words("四"),
    Words("五"),
    Words("六"),
    Words("七"),
    Words("八"),
    Words("九"),
    Words("十"),
)


def numbered(place: int, heading: str) -> str:
    """二、政治把关作用: the n-th part of a report, counted from 0."""
    return (
        Words("{numerals}、{heading}", numerals=NUMERALS[place], heading=heading)
        if place < len(NUMERALS)
        else heading
    )


def counting_words(settings: "ReviewSettings") -> str:
    """How characters are counted, as it stands beside every count."""
    return BY_KEY["report_counting"].kind.words(settings.report_counting)


def until_words(cycle: "Cycle", now: datetime, report: "DutyReport | None" = None) -> str:
    """How long there is still time: 1月8日（周四）17:00截止，还有3天. A deadline given with a return goes first."""
    return due_words((report.due_at if report else None) or cycle.reports_due_at, now)


def due_words(due_at: datetime | None, now: datetime) -> str:
    """How long there is until this deadline, or how long it has been over."""
    if due_at is None:
        return Words("没有定截止时间")
    if now > due_at:
        return Words(
            "{say_moment}截止，已经{late_words}",
            say_moment=say_moment(due_at),
            late_words=late_words(days_late(first_submitted_at=None, due_at=due_at, now=now)),
        )
    left = (today(due_at) - today(now)).days
    if left < 2:
        return Words(
            "{value}{say_time}截止", value=Words("明天") if left else Words("今天"), say_time=say_time(due_at)
        )
    return Words(
        "{say_weekday}{say_time}截止，还有{left}天",
        say_weekday=say_weekday(due_at),
        say_time=say_time(due_at),
        left=left,
    )


def late_words(days: int) -> str:
    return Words("迟了{days}天", days=days) if days else Words("迟了不到1天")


def judged_words(report: "DutyReport", cycle: "Cycle", now: datetime) -> str:
    """按时 or 迟了2天, by the first handing-in; nothing without a deadline or before it was handed in."""
    due_at, first = cycle.reports_due_at, report.first_submitted_at
    if due_at is None or first is None:
        return ""
    if not is_late(first_submitted_at=first, due_at=due_at, now=now):
        return IN_TIME
    return late_words(days_late(first_submitted_at=first, due_at=due_at, now=now))


def handed_in_words(report: "DutyReport", cycle: "Cycle", now: datetime) -> str:
    """第2稿，1月7日 21:36交；第1稿按时."""
    if report.submitted_at is None:
        return Words("还没有交过")
    said = Words(
        "第{rounds}稿，{say_moment}交", rounds=report.rounds, say_moment=say_moment(report.submitted_at)
    )
    judged = judged_words(report, cycle, now)
    if not judged:
        return said
    return (
        Words("{said}，{judged}", said=said, judged=judged)
        if report.rounds == 1
        else Words("{said}；第1稿{judged}", said=said, judged=judged)
    )


def percent(share: Fraction) -> str:
    """One decimal, half up: 33.3%."""
    tenths = floor(share * 1000 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}%"


def proposed_due(now: datetime, due_at: datetime | None) -> str:
    """A new deadline to begin with, as the form takes it: 17:00 three days on, nothing while the present one lies
    further off. Whoever returns may write another."""
    if due_at is not None and due_at > now + timedelta(days=3):
        return ""
    day = today(now) + timedelta(days=3)
    return f"{day.isoformat()}T17:00"
