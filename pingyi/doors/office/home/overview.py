"""The overview of one cycle, shaped for its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day, say_moment, say_time, say_weekday
from pingyi.doors.office.home.words import PHASES, STEPS, BarWords, bar_words
from pingyi.doors.office.navigation import leads_somewhere
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.progress import Phase, Step, StepCode, StepState, next_step, steps_of
from pingyi.review.appraisal.queries.progress import Progress


@dataclass(frozen=True)
class StepLine:
    title: str
    state: str
    count: str
    when: str
    href: str
    part: int
    whole: int


@dataclass(frozen=True)
class PhaseColumn:
    name: str
    span: str
    done: int
    lines: tuple[StepLine, ...]


@dataclass(frozen=True)
class Overview:
    bar: BarWords
    bar_href: str
    phases: tuple[PhaseColumn, ...]
    days_left: int | None


def overview_of(progress: Progress, actor: Actor, now: datetime) -> Overview:
    """The bar, the three columns, and the days until the meeting, for this actor."""
    steps = steps_of(progress.facts)
    following = next_step(progress.facts, steps, actor.roles)
    words = bar_words(following, progress)
    own_place = words.path.format(cycle=progress.cycle.pk)
    href = own_place or _href(following.step.code, progress) if following and following.is_yours else ""
    meeting = progress.meeting_in_view
    days_left = (today(meeting.held_at) - today(now)).days if meeting else None
    return Overview(
        bar=words,
        bar_href=href,
        phases=tuple(_column(phase, steps, progress, actor) for phase in Phase),
        days_left=days_left if days_left is not None and days_left >= 0 else None,
    )


def _column(phase: Phase, steps: list[Step], progress: Progress, actor: Actor) -> PhaseColumn:
    mine = [step for step in steps if step.phase is phase]
    return PhaseColumn(
        PHASES[phase],
        _span(phase, progress),
        sum(step.state is StepState.DONE for step in mine),
        tuple(_line(step, progress, actor) for step in mine),
    )


def _line(step: Step, progress: Progress, actor: Actor) -> StepLine:
    words = STEPS[step.code]
    part, whole = step.part or 0, step.whole or 0
    may_go = not step.roles.isdisjoint(actor.roles)
    return StepLine(
        title=words.title,
        state=step.state.value,
        count=Words("{part}/{whole}{unit}", part=part, whole=whole, unit=words.unit) if whole else "",
        when=_when(step.code, progress),
        href=_href(step.code, progress) if may_go else "",
        part=part,
        whole=whole if step.state is StepState.CURRENT else 0,
    )


def _href(code: StepCode, progress: Progress) -> str:
    meeting = progress.meeting_in_view
    path = STEPS[code].path
    if "{meeting}" in path and meeting is None:
        return ""
    path = path.format(cycle=progress.cycle.pk, meeting=meeting.pk if meeting else 0)
    return path if leads_somewhere(path) else ""


def _when(code: StepCode, progress: Progress) -> str:
    cycle, meeting = progress.cycle, progress.meeting_in_view
    if code is StepCode.REPORTS_IN:
        return say_moment(cycle.reports_due_at)
    if code is StepCode.FREEZE:
        return say_day(cycle.frozen_at)
    if code is StepCode.CHECK_IN and meeting is not None:
        return say_time(meeting.held_at)
    return ""


def _span(phase: Phase, progress: Progress) -> str:
    """The dates of the plan; for 述中 the day of the meeting says more than the dates."""
    cycle = progress.cycle
    spans: Mapping[Phase, tuple[date | None, date | None]] = {
        Phase.BEFORE: (cycle.before_from, cycle.before_to),
        Phase.DURING: (cycle.during_from, cycle.during_to),
        Phase.AFTER: (cycle.after_from, cycle.after_to),
    }
    first, last = spans[phase]
    if phase is Phase.DURING and progress.meeting_in_view is not None:
        return say_weekday(progress.meeting_in_view.held_at)
    if first is None or last is None:
        return ""
    return (
        say_day(first)
        if first == last
        else Words("{say_day}至{say_day_2}", say_day=say_day(first), say_day_2=say_day(last))
    )
