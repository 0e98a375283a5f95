"""What decisions state about organisations, for the review to read (evidence interface)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.domain.matters import TopicKind
from pingyi.ledgers.decisions.domain.measures import (
    DECIDED,
    JOINT_MEETINGS,
    MEASURES,
    OVERDUE,
    PARTY_MEETINGS,
    MeetingDay,
    TaskDays,
    TopicDays,
    UnitDays,
    facts_of_unit,
)
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.models import AgendaItem, Execution, Topic
from pingyi.ledgers.decisions.queries.held import held_meetings
from pingyi.organisations.domain.facts import EvidenceSource, Fact, Span

# What a ledger that was begun during the year counts only from its first day on.
_COUNTED = (DECIDED.code, PARTY_MEETINGS.code, JOINT_MEETINGS.code)
_CARRIED = (State.DECIDED, State.EXECUTING, State.DONE)


def decision_facts(organisation_ids: Collection[int], span: Span) -> Iterator[Fact]:
    """What these organisations decided in the span, each for itself; counts begin with the first topic or
    meeting where the ledger was begun later than the span. Four queries.
    """
    topics, proposed = _topics(organisation_ids, span.last)
    tasks = _tasks(organisation_ids)
    meetings = _meetings(organisation_ids, span.last)
    begun = _begun(proposed, meetings)
    for organisation_id in organisation_ids:
        unit = UnitDays(topics[organisation_id], tasks[organisation_id], meetings[organisation_id])
        first = begun.get(organisation_id, span.first)
        own = Span(min(max(first, span.first), span.last), span.last)
        for fact in facts_of_unit(organisation_id, unit, span):
            yield replace(fact, period=own) if fact.measure in _COUNTED else fact


def _begun(proposed: Mapping[int, date], meetings: Mapping[int, list[MeetingDay]]) -> dict[int, date]:
    """The day of the first topic or meeting that each of them keeps. No query."""
    found = dict(proposed)
    for organisation_id, held in meetings.items():
        days = [one.held_on for one in held]
        found[organisation_id] = min([*days, found.get(organisation_id, days[0])])
    return found


def _topics(
    organisation_ids: Collection[int], last: date
) -> tuple[dict[int, list[TopicDays]], dict[int, date]]:
    """By organisation, with the day on which the first was proposed."""
    put_off: dict[int, list[date]] = defaultdict(list)
    postponed = AgendaItem.objects.filter(
        topic__organisation__in=organisation_ids, outcome=Outcome.POSTPONED.value
    )
    for topic_id, held_at in postponed.order_by("pk").values_list("topic_id", "meeting__held_at"):
        put_off[topic_id].append(today(held_at))
    rows = Topic.objects.filter(organisation__in=organisation_ids, proposed_on__lte=last).order_by("pk")
    found: dict[int, list[TopicDays]] = defaultdict(list)
    proposed: dict[int, date] = {}
    for one in rows.values_list(
        "organisation_id",
        "pk",
        "title",
        "studies_first",
        "studied_on",
        "decided_on",
        "state",
        "kind",
        "proposed_on",
        "filed_on",
    ):
        organisation_id, number, title, first, studied_on, closed_on, state, kind, day, filed_on = one
        proposed[organisation_id] = min(day, proposed.get(organisation_id, day))
        is_carried = state in _CARRIED and kind == TopicKind.DECISION
        days = tuple(put_off[number]) if kind == TopicKind.DECISION else ()
        found[organisation_id].append(
            TopicDays(title, bool(first), studied_on, closed_on, is_carried, days, filed_on)
        )
    return found, proposed


def _tasks(organisation_ids: Collection[int]) -> dict[int, list[TaskDays]]:
    rows = Execution.objects.filter(topic__organisation__in=organisation_ids)
    found: dict[int, list[TaskDays]] = defaultdict(list)
    for organisation_id, due_on, done_on in rows.values_list("topic__organisation_id", "due_on", "done_on"):
        found[organisation_id].append(TaskDays(due_on, done_on))
    return found


def _meetings(organisation_ids: Collection[int], last: date) -> dict[int, list[MeetingDay]]:
    end = datetime.combine(last + timedelta(days=1), time(), PEOPLE_ZONE)
    rows = held_meetings().filter(organisation__in=organisation_ids, held_at__lt=end)
    found: dict[int, list[MeetingDay]] = defaultdict(list)
    for organisation_id, body, held_at in rows.values_list("organisation_id", "body", "held_at"):
        found[organisation_id].append(MeetingDay(BodyKind(body), today(held_at)))
    return found


EVIDENCE = EvidenceSource(MEASURES, decision_facts, kept_by=DECIDED.code, lasting=frozenset({OVERDUE.code}))
