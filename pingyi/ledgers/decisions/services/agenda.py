"""Putting topics on an agenda and taking them off."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import Move, State
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Topic
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from pingyi.ledgers.decisions.services.locked import lock_planned, lock_topic, log_checks, move_topic, record
from pingyi.organisations.actor import Actor

_READY = (State.COORDINATED, State.POSTPONED)


@transaction.atomic
def place_topic(*, actor: Actor, now: datetime, meeting: DecisionMeeting, topic: Topic) -> AgendaItem:
    """Put a topic on the agenda of a meeting: to be decided by the body that it belongs to, or to be studied first by
    the Party meeting. No other body takes it; the database refuses that too. Whoever reports on it and is no member
    is invited as an observer. Records `topic.placed`.
    """
    row = lock_planned(actor, meeting.pk, Words("会已经开了，议程不再加。临时动议的事，按紧急事项办。"))
    held = lock_topic(actor, topic.pk)
    purpose = _purpose(row, held)
    if held.items.filter(outcome="").exists():
        raise Refused(Words("这个议题已经列在一个会的议程上。"), code="topic.placed_already")
    if purpose == AgendaItem.Purpose.DECIDE:
        move_topic(held, Move.PLACE)
        held.save(update_fields=["state"])
    elif State(held.state) not in _READY:
        raise Refused(Words("会前协调一致以后，才能上会。"), code="topic.wrong_state")
    item: AgendaItem = AgendaItem.objects.create(
        institution_id=row.institution_id,
        meeting=row,
        topic=held,
        number=(row.items.aggregate(last=Max("number"))["last"] or 0) + 1,
        purpose=purpose,
    )
    seats = row.seats.aggregate(last=Max("order"))["last"] or 0
    row.seats.get_or_create(
        person_id=held.presenter_id,
        defaults={"institution_id": row.institution_id, "order": seats + 1, "is_voting": False},
    )
    log_checks(actor, now, held, row, meeting_sheet(row).of(item.pk).before)
    record("topic.placed", held, actor, now, meeting=row.pk, purpose=purpose)
    return item


@transaction.atomic
def take_off_topic(*, actor: Actor, now: datetime, item: AgendaItem) -> Topic:
    """Take a topic off an agenda before the meeting begins; it stands again where it stood. Records
    `topic.taken_off`.
    """
    row = lock_planned(actor, item.meeting_id, Words("会已经开了。没有议的，记为暂缓。"))
    return take_off(actor, now, row, item)


def take_off(actor: Actor, now: datetime, meeting: DecisionMeeting, item: AgendaItem) -> Topic:
    """The same inside the transaction of whoever holds the meeting."""
    topic = lock_topic(actor, item.topic_id)
    removed, _ = meeting.items.filter(pk=item.pk, outcome="").delete()
    if removed and item.purpose == AgendaItem.Purpose.DECIDE:
        last = topic.items.exclude(outcome="").order_by("closed_at", "pk").last()
        is_postponed = last is not None and last.outcome == Outcome.POSTPONED
        move_topic(topic, Move.TAKE_OFF, is_postponed=is_postponed)
        topic.save(update_fields=["state"])
    record("topic.taken_off", topic, actor, now, meeting=meeting.pk)
    return topic


def _purpose(meeting: DecisionMeeting, topic: Topic) -> AgendaItem.Purpose:
    if meeting.organisation_id != topic.organisation_id:
        raise Refused(Words("这是别的单位的会。"), code="topic.other_unit")
    if meeting.body == topic.decides:
        return AgendaItem.Purpose.DECIDE
    if meeting.body == topic.studies_first:
        if topic.studied_on is not None:
            raise Refused(
                Words("{body}已经先行研究过。", body=BODIES[meeting.body]), code="topic.studied_already"
            )
        return AgendaItem.Purpose.STUDY
    raise Refused(
        Words(
            "{here}不能办这个议题，它归{there}。列入{there}的议程。",
            here=BODIES[meeting.body],
            there=BODIES[topic.decides],
        ),
        code="topic.other_body",
    )
