"""Filing a topic for a meeting (报送), and what cannot wait for one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.services.locked import happened, lock_topic, move_topic, record, said
from pingyi.organisations.actor import Actor

NOTE_LENGTH = 200
_BEFORE = (State.FILED, State.COORDINATED, State.PARTY_FIRST, State.ON_AGENDA, State.POSTPONED)
MOST_CHARACTERS, MOST_MINUTES = 200_000, 600


@dataclass(frozen=True)
class Form:
    """What is handed in with a topic: how long its material is, how long it is spoken about (None where it has none),
    and the day on which the leader in charge signed the form.
    """

    characters: int | None = None
    minutes: int | None = None
    signed_on: date | None = None


@transaction.atomic
def file_topic(*, actor: Actor, now: datetime, topic: Topic, filed_on: date | None, form: Form) -> Topic:
    """File a draft with its form and material. From here on the topic says what it says. Records `topic.filed`."""
    row = lock_topic(actor, topic.pk)
    move_topic(row, Move.FILE)
    found = Gathered()
    day = found.read(lambda: _filed_on(row, filed_on, now))
    row.characters = found.read(
        lambda: _within(form.characters, MOST_CHARACTERS, "characters", Words("字数不对。写材料的总字数。"))
    )
    row.minutes = found.read(
        lambda: _within(form.minutes, MOST_MINUTES, "minutes", Words("分钟数不对。写会上讲几分钟。"))
    )
    row.signed_on = found.read(lambda: _signed_on(row, form.signed_on, now))
    found.refuse()
    row.filed_on = day
    row.save(update_fields=["state", "filed_on", "characters", "minutes", "signed_on"])
    record("topic.filed", row, actor, now, filed_on=row.filed_on.isoformat())
    return row


@transaction.atomic
def sign_form(*, actor: Actor, now: datetime, topic: Topic, signed_on: date | None) -> Topic:
    """Record afterwards that the leader in charge signed the form of a filed topic. Records `topic.form_signed`."""
    row = lock_topic(actor, topic.pk)
    if row.signed_on is not None or State(row.state) not in _BEFORE:
        raise Refused(Words("议题单已经签过，或者议题已经上会议过。"), code="topic.form_signed")
    row.signed_on = _signed_on(row, happened(signed_on, now, field="signed_on"), now)
    row.save(update_fields=["signed_on"])
    record("topic.form_signed", row, actor, now, signed_on=signed_on.isoformat() if signed_on else "")
    return row


def _filed_on(row: Topic, day: date | None, now: datetime) -> date:
    filed_on = happened(day, now, field="filed_on")
    if filed_on < row.proposed_on:
        raise Refused(Words("报送不会早于提出。请核对日期。"), code="topic.filed_early", field="filed_on")
    return filed_on


def _signed_on(row: Topic, day: date | None, now: datetime) -> date | None:
    if day is None:
        return None
    signed_on = happened(day, now, field="signed_on")
    if signed_on < row.proposed_on:
        raise Refused(Words("签字不会早于提出。请核对日期。"), code="topic.signed_early", field="signed_on")
    return signed_on


def _within(count: int | None, most: int, field: str, words: str) -> int | None:
    if count is not None and not 0 <= count <= most:
        raise Refused(words, code=f"topic.{field}", field=field)
    return count


@transaction.atomic
def mark_urgent(*, actor: Actor, now: datetime, topic: Topic, urgent_on: date | None, note: str) -> Topic:
    """Record that the main leaders dealt with it before a meeting could; it still has to come before the body that
    decides it, to be ratified in time. Records `topic.handled_urgently`.
    """
    row = lock_topic(actor, topic.pk)
    if row.urgent_on is not None or State(row.state) not in (State.FILED, State.COORDINATED, State.POSTPONED):
        raise Refused(Words("报送以后、上会以前，才可以记紧急处置，只记一次。"), code="topic.not_urgent")
    found = Gathered()
    day = found.read(lambda: happened(urgent_on, now, field="urgent_on"))
    row.urgent_note = found.read(
        lambda: said(
            note, limit=NOTE_LENGTH, field="urgent_note", missing=Words("写明谁同意的、先怎么处置的。")
        )
    )
    found.refuse()
    row.urgent_on = day
    row.save(update_fields=["urgent_on", "urgent_note"])
    record("topic.handled_urgently", row, actor, now, urgent_on=day.isoformat(), reason=row.urgent_note)
    return row
