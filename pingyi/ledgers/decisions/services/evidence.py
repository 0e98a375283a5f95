"""Papers that lie with a topic and with a meeting."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import State
from pingyi.ledgers.decisions.models import MeetingEvidence, MeetingRecord, Topic, TopicEvidence
from pingyi.ledgers.decisions.services.locked import lock_topic
from pingyi.ledgers.kit.services import add_evidence, drop_file, keep_file
from pingyi.organisations.actor import Actor

_OVER = (State.REJECTED, State.DONE)


@transaction.atomic
def add_topic_evidence(
    *, actor: Actor, now: datetime, topic: Topic, name: str, content: bytes, description: str = ""
) -> TopicEvidence:
    """Keeps a paper with a topic until its life is over. The same file twice is one.

    Records `record.evidence_added`.
    """
    row = lock_topic(actor, topic.pk)
    if State(row.state) in _OVER:
        raise Refused(Words("议题已经办完，材料不再加。"), code="topic.over")
    return keep_file(actor, now, row, TopicEvidence, name, content, description)


@transaction.atomic
def remove_topic_evidence(*, actor: Actor, now: datetime, topic: Topic, evidence: TopicEvidence) -> None:
    """Takes a paper back that no meeting has looked at. Records `record.evidence_removed`."""
    row = lock_topic(actor, topic.pk)
    if row.items.filter(meeting__begun_at__isnull=False).exists():
        raise Refused(Words("会上看过的材料不撤。有更正的，另传一份，写明更正什么。"), code="topic.met")
    drop_file(actor, now, row, evidence)


def add_meeting_evidence(
    *, actor: Actor, now: datetime, record: MeetingRecord, name: str, content: bytes, description: str = ""
) -> MeetingEvidence:
    """Keeps a paper with a meeting that is still open (`kit.services.add_evidence`)."""
    return add_evidence(
        actor=actor,
        now=now,
        record=record,
        kind=MeetingEvidence,
        name=name,
        content=content,
        description=description,
    )
