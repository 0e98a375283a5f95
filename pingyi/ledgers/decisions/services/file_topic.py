"""Filing a topic for a meeting (报送), and what cannot wait for one."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.models import Topic
from pingyi.ledgers.decisions.services.locked import happened, lock_topic, move_topic, record, said
from pingyi.organisations.actor import Actor

NOTE_LENGTH = 200
MOST_CHARACTERS = 200_000


@transaction.atomic
def file_topic(
    *, actor: Actor, now: datetime, topic: Topic, filed_on: date | None, characters: int | None
) -> Topic:
    """File a draft with its material. `characters` is the length of the material, None where it has none. From here on
    the topic says what it says. Records `topic.filed`.
    """
    row = lock_topic(actor, topic.pk)
    move_topic(row, Move.FILE)
    row.filed_on = happened(filed_on, now, field="filed_on")
    if row.filed_on < row.proposed_on:
        raise Refused(Words("报送不会早于提出。请核对日期。"), code="topic.filed_early", field="filed_on")
    if characters is not None and not 0 <= characters <= MOST_CHARACTERS:
        raise Refused(Words("字数不对。写材料的总字数。"), code="topic.characters", field="characters")
    row.characters = characters
    row.save(update_fields=["state", "filed_on", "characters"])
    record("topic.filed", row, actor, now, filed_on=row.filed_on.isoformat())
    return row


@transaction.atomic
def mark_urgent(*, actor: Actor, now: datetime, topic: Topic, urgent_on: date | None, note: str) -> Topic:
    """Record that the main leaders dealt with it before a meeting could; it still has to come before the body that
    decides it, to be ratified in time. Records `topic.handled_urgently`.
    """
    row = lock_topic(actor, topic.pk)
    if row.urgent_on is not None or State(row.state) not in (State.FILED, State.COORDINATED, State.POSTPONED):
        raise Refused(Words("报送以后、上会以前，才可以记紧急处置，只记一次。"), code="topic.not_urgent")
    row.urgent_on = happened(urgent_on, now, field="urgent_on")
    row.urgent_note = said(
        note, limit=NOTE_LENGTH, field="urgent_note", missing=Words("写明谁同意的、先怎么处置的。")
    )
    row.save(update_fields=["urgent_on", "urgent_note"])
    record(
        "topic.handled_urgently", row, actor, now, urgent_on=row.urgent_on.isoformat(), reason=row.urgent_note
    )
    return row
