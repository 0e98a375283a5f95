"""A planned meeting is put at another time or place, or taken off. Both only until attendance is recorded."""

from datetime import datetime

from django.db import transaction

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.models import DecisionMeeting
from pingyi.ledgers.decisions.services.agenda import take_off
from pingyi.ledgers.decisions.services.locked import lock_planned, record
from pingyi.ledgers.decisions.services.plan_meeting import PLACE_LENGTH, next_number, when_held
from pingyi.organisations.actor import Actor


@transaction.atomic
def change_meeting(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, held_at: datetime | None, place: str
) -> DecisionMeeting:
    """Put it at another time or place. Who was told of the old time is told again: the day of the notice is empty then.
    In another year it takes the next number of that year. Records `decision_meeting.changed`.
    """
    row = lock_planned(actor, meeting.pk, Words("会已经开了，时间、地点不再改。"))
    when = when_held(held_at, now)
    if when != row.held_at:
        row.notified_on = None
    if (year := today(when).year) != row.year:
        row.year, row.number = year, next_number(row.organisation, row.body, year)
    row.held_at, row.place = when, tidy(place)[:PLACE_LENGTH]
    row.save(update_fields=["held_at", "place", "notified_on", "year", "number"])
    at = f"{when.astimezone(PEOPLE_ZONE):%Y-%m-%d %H:%M}"
    record("decision_meeting.changed", row, actor, now, held_at=at, place=row.place)
    return row


@transaction.atomic
def call_off_meeting(*, actor: Actor, now: datetime, meeting: DecisionMeeting) -> DecisionMeeting:
    """Take a meeting off that is not to be, or was written by mistake. Its topics stand again where they stood, and it
    counts nowhere. Records `topic.taken_off` for each of them and `decision_meeting.called_off`.
    """
    row = lock_planned(actor, meeting.pk, Words("会已经开了，不能取消。没有议的，记为暂缓。"))
    for item in row.items.order_by("number"):
        take_off(actor, now, row, item)
    row.called_off_at = now
    row.save(update_fields=["called_off_at"])
    record("decision_meeting.called_off", row, actor, now, body=row.body, number=row.number)
    return row
