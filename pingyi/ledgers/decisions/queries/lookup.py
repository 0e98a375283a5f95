"""One row of the institution in scope by its number; `Missing` for any other."""

from typing import TypeVar

from django.db import models

from pingyi.core.errors import Missing
from pingyi.ledgers.decisions.models import (
    AgendaItem,
    DecisionMeeting,
    Execution,
    MeetingEvidence,
    MeetingRecord,
    Seat,
    Topic,
    TopicEvidence,
)

Row = TypeVar("Row", bound=models.Model)


def find_topic(topic_id: int) -> Topic:
    return _one(Topic.objects.select_related("organisation", "presenter"), topic_id)


def find_meeting(meeting_id: int) -> DecisionMeeting:
    return _one(DecisionMeeting.objects.select_related("organisation", "chair", "recorder"), meeting_id)


def record_of(meeting: DecisionMeeting) -> MeetingRecord | None:
    """The record of a meeting that has begun, with who wrote and who checked it. One query."""
    rows = MeetingRecord.objects.select_related("organisation", "recorded_by", "decided_by")
    found: MeetingRecord | None = rows.filter(meeting=meeting).first()
    return found


def find_topic_evidence(topic: Topic, number: int) -> TopicEvidence:
    return _one(TopicEvidence.objects.filter(record=topic).select_related("file"), number)


def find_meeting_evidence(meeting: DecisionMeeting, number: int) -> MeetingEvidence:
    return _one(MeetingEvidence.objects.filter(record__meeting=meeting).select_related("file"), number)


def evidence_of(record: MeetingRecord) -> list[MeetingEvidence]:
    """The papers of a meeting. One query."""
    return list(record.evidence.select_related("file", "added_by").order_by("pk"))


def find_item(item_id: int) -> AgendaItem:
    return _one(AgendaItem.objects.select_related("meeting__organisation", "topic__organisation"), item_id)


def find_seat(seat_id: int) -> Seat:
    return _one(Seat.objects.select_related("meeting__organisation", "person"), seat_id)


def find_execution(execution_id: int) -> Execution:
    return _one(Execution.objects.select_related("topic__organisation", "responsible"), execution_id)


def _one(rows: "models.QuerySet[Row]", number: int) -> Row:
    row = rows.filter(pk=number).first()
    if row is None:
        raise Missing
    return row
