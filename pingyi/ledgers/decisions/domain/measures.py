"""The facts that decisions offer to others (evidence interface): what a unit decided, in what order, and what became
of it. A unit speaks for itself; of a span in which it wrote nothing down it only states what is still to be done.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.organisations.domain.facts import Better, Fact, Measure, Span

_TIMES, _TOPICS, _TASKS = Words("次"), Words("个"), Words("项")
DECIDED = Measure("decisions.decided", Words("决定的议题"), _TOPICS, Better.NEITHER, ("决定议题", "研究议题"))
PARTY_FIRST = Measure(
    "decisions.party_first",
    Words("党组织会议先行研究的议题"),
    _TOPICS,
    Better.MORE,
    ("先行研究", "前置把关", "前置研究"),
)
POSTPONED = Measure("decisions.postponed", Words("暂缓的议题"), _TOPICS, Better.LESS)
OVERDUE = Measure("decisions.overdue", Words("过了期限没有办完的决定"), _TASKS, Better.LESS)
PARTY_MEETINGS = Measure(
    "decisions.party_meetings",
    Words("党组织会议"),
    _TIMES,
    Better.MORE,
    (Words("党组织会议"), "党委会议", "党总支会议", "党委会"),
)
JOINT_MEETINGS = Measure(
    "decisions.joint_meetings",
    Words("党政联席会议、院长办公会议"),
    _TIMES,
    Better.MORE,
    (Words("党政联席会议"), "党政联席会", "院长办公会"),
)
UNDECIDED_TWICE = Measure("decisions.undecided_twice", Words("几次会没有定的议题"), _TIMES, Better.LESS)
MEASURES = (
    DECIDED,
    PARTY_FIRST,
    POSTPONED,
    OVERDUE,
    PARTY_MEETINGS,
    JOINT_MEETINGS,
    UNDECIDED_TWICE,
)
# So many meetings that put a topic off are worth naming.
OFTEN = 2


@dataclass(frozen=True, slots=True)
class TopicDays:
    """A topic by its days. `closed_on` is when it was carried or refused (`is_carried`), `put_off` the days of the
    meetings that postponed it.
    """

    title: str
    needs_first: bool
    studied_on: date | None
    closed_on: date | None
    is_carried: bool
    put_off: tuple[date, ...] = ()
    filed_on: date | None = None

    def days(self) -> tuple[date | None, ...]:
        """All days on which something was written down about it; a draft is not written down yet."""
        return (self.filed_on, self.studied_on, self.closed_on, *self.put_off)


@dataclass(frozen=True, slots=True)
class TaskDays:
    """Something to be done after a decision."""

    due_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A meeting that was held."""

    body: BodyKind
    held_on: date


@dataclass(frozen=True, slots=True)
class UnitDays:
    """Everything that a unit keeps about its decisions, up to the end of the span that is asked for."""

    topics: Collection[TopicDays]
    tasks: Collection[TaskDays]
    meetings: Collection[MeetingDay]


def facts_of_unit(organisation_id: int, unit: UnitDays, span: Span) -> Iterator[Fact]:
    """What one unit states of a span. Shares of nothing are not stated, nor noughts of a span without any record."""
    source = Words("决策台账，{first}到{last}", first=span.first, last=span.last)

    def fact(measure: Measure, value: int, out_of: int | None = None) -> Fact:
        return Fact(span, organisation_id, measure.code, value, source, out_of)

    tasks = [one for one in unit.tasks if one.due_on <= span.last and not _is_before(one.done_on, span)]
    if tasks:
        yield fact(OVERDUE, sum(_is_overdue(one, span.last) for one in tasks), len(tasks))
    if not _was_kept(unit, span):
        return
    decided = [one for one in unit.topics if one.is_carried and _is_in(one.closed_on, span)]
    first = [one for one in decided if one.needs_first]
    yield fact(DECIDED, len(decided))
    if first:
        yield fact(PARTY_FIRST, sum(_was_first(one) for one in first), len(first))
    yield fact(POSTPONED, sum(any(_is_in(day, span) for day in one.put_off) for one in unit.topics))
    held = [one.body.is_party for one in unit.meetings if _is_in(one.held_on, span)]
    yield fact(PARTY_MEETINGS, held.count(True))
    yield fact(JOINT_MEETINGS, held.count(False))
    for one in unit.topics:
        if times := _undecided(one, span):
            words = Words("决策台账：“{title}”上了{times}次会，都没有定", title=one.title, times=times)
            yield Fact(span, organisation_id, UNDECIDED_TWICE.code, times, words)


def _was_kept(unit: UnitDays, span: Span) -> bool:
    """Whether anything was written down in the span: about a topic, a meeting, or something done after a decision."""
    days = [day for one in unit.topics for day in one.days()]
    days += [one.held_on for one in unit.meetings]
    days += [one.done_on for one in unit.tasks]
    return any(_is_in(day, span) for day in days)


def _was_first(topic: TopicDays) -> bool:
    return (
        topic.studied_on is not None and topic.closed_on is not None and topic.studied_on <= topic.closed_on
    )


def _is_overdue(task: TaskDays, last: date) -> bool:
    """On the day of the deadline itself nothing is late."""
    return task.due_on < last and (task.done_on is None or task.done_on > last)


def _undecided(topic: TopicDays, span: Span) -> int:
    """How many meetings up to the end of the span put the topic off, if it was so often, also in the span, and is
    still open on the last day; else 0.
    """
    days = [day for day in topic.put_off if day <= span.last]
    is_open = topic.closed_on is None or topic.closed_on > span.last
    is_worth_naming = is_open and len(days) >= OFTEN and max(days) >= span.first
    return len(days) if is_worth_naming else 0


def _is_in(day: date | None, span: Span) -> bool:
    return day is not None and span.first <= day <= span.last


def _is_before(day: date | None, span: Span) -> bool:
    return day is not None and day < span.first
