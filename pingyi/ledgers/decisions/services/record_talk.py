from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.domain.talks import OPINIONS, Answer, TalkKind
from pingyi.ledgers.decisions.models import Talk, Topic
from pingyi.ledgers.decisions.queries.facts import facts_of
from pingyi.ledgers.decisions.queries.people import leaders_of, people_of
from pingyi.ledgers.decisions.services.locked import happened, lock_topic, move_topic, record, said
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person

WHO_LENGTH, NOTE_LENGTH = 80, 300
_BEFORE = (State.FILED, State.COORDINATED, State.PARTY_FIRST, State.ON_AGENDA, State.POSTPONED)


@transaction.atomic
def record_talk(
    *,
    actor: Actor,
    now: datetime,
    topic: Topic,
    kind: str,
    happened_on: date | None,
    answer: str,
    person_id: int = 0,
    who: str = "",
    note: str = "",
) -> Talk:
    """Record what somebody said before the meeting. Once all main leaders have agreed the topic is coordinated.

    Coordination and consultation name a person of the unit; opinions of experts, discipline or staff say in `who`
    whose they are. Records `topic.talked_about`.
    """
    row = lock_topic(actor, topic.pk)
    if State(row.state) not in _BEFORE:
        raise Refused(Words("报送以后、会议决定以前，才记会前的意见。"), code="topic.not_before")
    if kind not in list(TalkKind) or answer not in list(Answer):
        raise Refused(Words("选一种，再选同意还是有不同意见。"), code="talk.kind", field="kind")
    leaders = leaders_of(row.organisation, today(now))
    found = Gathered()
    person = found.read(lambda: _person(row, TalkKind(kind), leaders, person_id))
    name = found.read(lambda: _who(TalkKind(kind), person, who))
    day = found.read(lambda: happened(happened_on, now, field="happened_on"))
    found.refuse()
    talk: Talk = Talk.objects.create(
        institution_id=row.institution_id,
        topic=row,
        kind=kind,
        person=person,
        who=name,
        happened_on=day,
        answer=answer,
        note=tidy(note)[:NOTE_LENGTH],
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    facts = facts_of(row, row.talks.all(), [one.pk for one in leaders])
    if row.state == State.FILED and facts.is_coordinated:
        move_topic(row, Move.COORDINATE)
        row.save(update_fields=["state"])
    record("topic.talked_about", row, actor, now, kind=kind, answer=answer, state=str(row.state))
    return talk


def _who(kind: TalkKind, person: Person | None, typed: str) -> str:
    """The name; a person who was not found is a fault of its own."""
    if kind not in OPINIONS:
        return person.name if person else ""
    return said(typed, limit=WHO_LENGTH, field="who", missing=Words("写明是谁的意见。"))


def _person(topic: Topic, kind: TalkKind, leaders: list[Person], person_id: int) -> Person | None:
    if kind in OPINIONS:
        return None
    choices = leaders if kind is TalkKind.COORDINATION else people_of(topic.organisation)
    person = next((one for one in choices if one.pk == person_id), None)
    if person is None:
        words = (
            Words("会前协调记书记和行政正职的意见，从他们里选。")
            if kind is TalkKind.COORDINATION
            else Words("从本单位的人里选一位。")
        )
        raise Refused(words, code="talk.person", field="person")
    return person
