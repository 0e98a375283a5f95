"""What decisions state about organisations, for the review to read (evidence interface)."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.matters import TopicKind
from pingyi.ledgers.decisions.domain.measures import (
    MEASURES,
    MeetingDay,
    TaskDays,
    TopicDays,
    UnitDays,
    facts_of_unit,
)
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Execution, Topic
from pingyi.organisations.domain.facts import EvidenceSource, Fact, Span

_CARRIED = (State.DECIDED, State.EXECUTING, State.DONE)


def decision_facts(organisation_ids: Collection[int], span: Span) -> Iterator[Fact]:
    """What these organisations decided in the span, each for itself. Four queries."""
    topics = _topics(organisation_ids, span.last)
    tasks = _tasks(organisation_ids)
    meetings = _meetings(organisation_ids, span.last)
    for organisation_id in organisation_ids:
        unit = UnitDays(topics[organisation_id], tasks[organisation_id], meetings[organisation_id])
        yield from facts_of_unit(organisation_id, unit, span)


def _topics(organisation_ids: Collection[int], last: date) -> dict[int, list[TopicDays]]:
    put_off: dict[int, list[date]] = defaultdict(list)
    postponed = AgendaItem.objects.filter(
        topic__organisation__in=organisation_ids, outcome=Outcome.POSTPONED.value
    )
    for topic_id, held_at in postponed.order_by("pk").values_list("topic_id", "meeting__held_at"):
        put_off[topic_id].append(today(held_at))
    rows = Topic.objects.filter(organisation__in=organisation_ids, proposed_on__lte=last).order_by("pk")
    found: dict[int, list[TopicDays]] = defaultdict(list)
    for one in rows.values_list(
        "organisation_id", "pk", "title", "studies_first", "studied_on", "decided_on", "state", "kind"
    ):
        organisation_id, number, title, first, studied_on, closed_on, state, kind = one
        is_carried = state in _CARRIED and kind == TopicKind.DECISION
        days = tuple(put_off[number]) if kind == TopicKind.DECISION else ()
        found[organisation_id].append(TopicDays(title, bool(first), studied_on, closed_on, is_carried, days))
    return found


def _tasks(organisation_ids: Collection[int]) -> dict[int, list[TaskDays]]:
    rows = Execution.objects.filter(topic__organisation__in=organisation_ids)
    found: dict[int, list[TaskDays]] = defaultdict(list)
    for organisation_id, due_on, done_on in rows.values_list("topic__organisation_id", "due_on", "done_on"):
        found[organisation_id].append(TaskDays(due_on, done_on))
    return found


def _meetings(organisation_ids: Collection[int], last: date) -> dict[int, list[MeetingDay]]:
    end = datetime.combine(last + timedelta(days=1), time(), PEOPLE_ZONE)
    rows = DecisionMeeting.objects.filter(
        organisation__in=organisation_ids, begun_at__isnull=False, held_at__lt=end
    )
    found: dict[int, list[MeetingDay]] = defaultdict(list)
    for organisation_id, body, held_at in rows.values_list("organisation_id", "body", "held_at"):
        found[organisation_id].append(MeetingDay(BodyKind(body), today(held_at)))
    return found


EVIDENCE = EvidenceSource(MEASURES, decision_facts)
