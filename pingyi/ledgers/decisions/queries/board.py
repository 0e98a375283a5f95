"""The topics that somebody sees, with the next step of each and what waits too long."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from pingyi.core.paging import Page, page_of
from pingyi.ledgers.decisions.domain.alarms import Alarm, Progress, alarm_of
from pingyi.ledgers.decisions.domain.life import Move, State, next_move
from pingyi.ledgers.decisions.domain.matters import TopicKind
from pingyi.ledgers.decisions.domain.parameters import book_on
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.queries.rules_in_force import numbers_in_force

ON_A_PAGE = 50
_OVER = (State.DONE, State.REJECTED)
_MAY_RING = (State.POSTPONED, State.DECIDED, State.EXECUTING)


class Show(StrEnum):
    OPEN = "open"
    ALARM = "alarm"
    OVER = "over"


@dataclass(frozen=True)
class TopicLine:
    topic: Topic
    move: Move | None
    alarm: Alarm | None


@dataclass(frozen=True)
class TopicBoard:
    """`lines` are one page of what is shown; the counts are of all topics of these organisations."""

    lines: tuple[TopicLine, ...]
    page: Page
    open: int
    over: int
    undecided: int
    undone: int

    @property
    def total(self) -> int:
        return self.open + self.over


def topic_board(organisation_ids: Collection[int], day: date, *, show: Show, page: int) -> TopicBoard:
    """The topics of these organisations, the newest first. A fixed number of queries."""
    topics = Topic.objects.filter(organisation__in=organisation_ids)
    ringing = alarms_of(topics.filter(state__in=_MAY_RING), day)
    over = topics.filter(state__in=_OVER)
    shown = {
        Show.OPEN: topics.exclude(state__in=_OVER),
        Show.ALARM: topics.filter(pk__in=ringing),
        Show.OVER: over,
    }[show]
    total, done = topics.count(), over.count()
    at = page_of(shown.count(), page, ON_A_PAGE)
    rows = shown.select_related("organisation").order_by("-proposed_on", "-pk")[at.rows]
    alarms = list(ringing.values())
    return TopicBoard(
        tuple(TopicLine(one, move_of(one), ringing.get(one.pk)) for one in rows),
        at,
        open=total - done,
        over=done,
        undecided=alarms.count(Alarm.UNDECIDED),
        undone=alarms.count(Alarm.UNDONE),
    )


def move_of(topic: Topic) -> Move | None:
    """The step that comes next."""
    return next_move(
        State(topic.state),
        needs_first=bool(topic.studies_first),
        is_studied=topic.studied_on is not None,
        is_heard=is_heard(topic),
    )


def is_heard(topic: Topic) -> bool:
    """Whether it is only studied or reported."""
    return topic.kind != TopicKind.DECISION


def progress_of(topic: Topic) -> Progress:
    """Where the topic stands; its executions are loaded. What is only heard is never 议而不决."""
    tasks = list(topic.executions.all())
    due_on = min((one.due_on for one in tasks if one.done_on is None), default=None)
    talks = 0 if is_heard(topic) else topic.talks_held
    return Progress(State(topic.state), talks, topic.decided_on, bool(tasks), due_on)


def alarms_of(topics: "QuerySet[Topic]", day: date) -> dict[int, Alarm]:
    """The topics that wait too long, by number. Three queries."""
    numbers = numbers_in_force()
    found: Iterable[Topic] = topics.select_related("organisation").prefetch_related("executions")
    books = {kind: book_on(numbers, kind, day) for kind in {one.organisation.unit_kind for one in found}}
    alarms = {one.pk: alarm_of(progress_of(one), day, books[one.organisation.unit_kind]) for one in found}
    return {number: alarm for number, alarm in alarms.items() if alarm is not None}
