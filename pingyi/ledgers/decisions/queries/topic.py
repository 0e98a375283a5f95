"""One topic with everything that its page shows. A fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from pingyi.core.clock import today
from pingyi.ledgers.decisions.domain.alarms import check_progress
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.checks.before import Place, check_before
from pingyi.ledgers.decisions.domain.checks.held import check_ratified
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.domain.topic_facts import TopicFacts
from pingyi.ledgers.decisions.models import (
    AgendaItem,
    CheckLog,
    DecisionMeeting,
    Execution,
    Talk,
    Topic,
    TopicEvidence,
)
from pingyi.ledgers.decisions.queries.board import move_of, progress_of
from pingyi.ledgers.decisions.queries.facts import facts_of
from pingyi.ledgers.decisions.queries.people import team_of
from pingyi.ledgers.decisions.queries.rules_in_force import book_of
from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.organisations.models import Person

_BEFORE = (State.DRAFT, State.FILED, State.COORDINATED, State.PARTY_FIRST, State.ON_AGENDA, State.POSTPONED)


@dataclass(frozen=True)
class TopicSheet:
    """`meetings` are those to which the topic could go next; `findings` what the rules say as it stands now."""

    topic: Topic
    facts: TopicFacts
    move: Move | None
    leaders: tuple[Person, ...]
    talks: tuple[Talk, ...]
    items: tuple[AgendaItem, ...]
    executions: tuple[Execution, ...]
    findings: tuple[Finding, ...]
    logs: tuple[CheckLog, ...]
    meetings: tuple[DecisionMeeting, ...]
    evidence: tuple[TopicEvidence, ...]


def topic_sheet(topic: Topic, day: date) -> TopicSheet:
    """The topic as it stands on a day."""
    talks = tuple(topic.talks.order_by("happened_on", "pk"))
    team = team_of(topic.organisation, day)
    evidence = tuple(topic.evidence.select_related("file", "added_by").order_by("pk"))
    facts = facts_of(topic, talks, [one.pk for one in team.leaders], team.ranks, len(evidence))
    items = tuple(
        topic.items.select_related("meeting", "first_teller", "second_teller").order_by("meeting__held_at")
    )
    wanted = {topic.decides} if topic.studied_on or not topic.studies_first else {topic.studies_first}
    coming = DecisionMeeting.objects.filter(
        organisation=topic.organisation, body__in=wanted, begun_at__isnull=True, called_off_at__isnull=True
    ).order_by("held_at")
    return TopicSheet(
        topic,
        facts,
        move_of(topic),
        team.leaders,
        talks,
        items,
        executions=tuple(
            topic.executions.select_related("responsible")
            .prefetch_related("notes__recorded_by")
            .order_by("pk")
        ),
        findings=tuple(_findings(topic, facts, items, day)),
        logs=tuple(topic.check_logs.select_related("checked_by").order_by("-pk")),
        meetings=tuple(coming),
        evidence=evidence,
    )


def _findings(topic: Topic, facts: TopicFacts, items: tuple[AgendaItem, ...], day: date) -> list[Finding]:
    """Before the decision the rules of the next meeting, afterwards what becomes of it."""
    book = book_of(topic.organisation, day)
    found = check_progress(progress_of(topic), day, book)
    if topic.urgent_on:
        found = [check_ratified(topic.urgent_on, topic.decided_on, day, book), *found]
    if State(topic.state) not in _BEFORE:
        return found
    at = next((one.meeting for one in items if not one.outcome), None)
    if at is not None:
        is_study = at.body == topic.studies_first
        place = Place(
            BodyKind(at.body),
            today(at.held_at),
            at.notified_on,
            is_study=is_study,
            has_begun=at.begun_at is not None,
        )
        return [*check_before(facts, place, book), *found]
    # No meeting yet. What only a meeting can tell, how early it was filed too, is left to it.
    is_study = not facts.is_studied and facts.route.studies_first is not None
    body = facts.route.studies_first if is_study and facts.route.studies_first else facts.route.decides
    place = Place(body, day, None, is_study=is_study)
    unknown = ("D01", "D06", "D10") if topic.filed_on and not topic.urgent_on else ("D01", "D10")
    return [*(one for one in check_before(facts, place, book) if one.code not in unknown), *found]
