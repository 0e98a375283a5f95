"""One row of the institution in scope by its number; `Missing` for any other."""

from typing import TypeVar

from django.db import models

from pingyi.core.errors import Missing
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Execution, Seat, Topic

Row = TypeVar("Row", bound=models.Model)


def find_topic(topic_id: int) -> Topic:
    return _one(Topic.objects.select_related("organisation", "presenter"), topic_id)


def find_meeting(meeting_id: int) -> DecisionMeeting:
    return _one(DecisionMeeting.objects.select_related("organisation", "chair", "recorder"), meeting_id)


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
