"""What the verbs do first and last: hold the row, refuse who may not write, say what happened."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import models

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.life import Move, State, WrongMove, moved
from pingyi.ledgers.decisions.models import CheckLog, DecisionMeeting, Topic
from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.ledgers.kit.domain.days import day_fault
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.organisations.actor import Actor


def lock_topic(actor: Actor, topic_id: int) -> Topic:
    """The topic as it stands now, for somebody who writes for its unit."""
    rows = Topic.objects.select_for_update(of=("self",)).select_related("organisation", "presenter")
    row: Topic = rows.get(pk=topic_id)
    refuse_strangers(actor, row.organisation)
    return row


def lock_meeting(actor: Actor, meeting_id: int) -> DecisionMeeting:
    """The meeting as it stands now, for somebody who writes for its unit. Its seats and items wait with it."""
    rows = DecisionMeeting.objects.select_for_update(of=("self",)).select_related("organisation")
    row: DecisionMeeting = rows.get(pk=meeting_id)
    refuse_strangers(actor, row.organisation)
    return row


def lock_planned(actor: Actor, meeting_id: int, begun: str) -> DecisionMeeting:
    """The same while it is still ahead; refused with the words `begun` once attendance was recorded."""
    row = lock_meeting(actor, meeting_id)
    if row.begun_at is not None:
        raise Refused(begun, code="meeting.begun")
    if row.called_off_at is not None:
        raise Refused(Words("这次会已经取消。要开的，另安排一次。"), code="meeting.called_off")
    return row


def move_topic(topic: Topic, move: Move, *, is_postponed: bool = False) -> None:
    """Takes the topic (not yet saved) one step on; refused where that step does not come next. `is_postponed`: it had
    been put off before it was placed.
    """
    try:
        topic.state = moved(
            State(topic.state),
            move,
            needs_first=bool(topic.studies_first),
            is_studied=topic.studied_on is not None,
            is_postponed=is_postponed,
        )
    except WrongMove as wrong:
        if wrong.code == "topic.party_first":
            words = Words("这个议题要先由党组织会议研究。先列入党组织会议的议程，同意以后再上这个会。")
        else:
            words = Words("这个议题现在不能这样办，可能别人刚办过。请看一眼走到哪一步再说。")
        raise Refused(words, code=wrong.code) from wrong


def said(text: str, *, limit: int, field: str, missing: str) -> str:
    """The words of a form; refused at their field where there are none or too many."""
    words = tidy(text)
    if not words:
        raise Refused(missing, code=f"decision.no_{field}", field=field)
    if len(words) > limit:
        raise Refused(
            Words("太长了，请缩到{limit}个字以内。", limit=limit), code=f"decision.long_{field}", field=field
        )
    return words


def happened(day: date | None, now: datetime, *, field: str) -> date:
    """A day on which something was done: not left out, not ahead of today, not before the ledger's first year."""
    if day is None:
        raise Refused(Words("写明是哪一天。"), code="decision.no_day", field=field)
    if day > today(now):
        raise Refused(
            Words("日期在今天以后。还没有发生的事不记，发生了再记。"), code="decision.ahead", field=field
        )
    if (fault := day_fault(day, today(now))) is not None:
        raise Refused(fault[1], code="decision.too_early", field=field)
    return day


def log_checks(
    actor: Actor, now: datetime, topic: Topic, meeting: DecisionMeeting, findings: Sequence[Finding]
) -> None:
    """Keeps what the rules said at this step."""
    CheckLog.objects.create(
        institution_id=topic.institution_id,
        topic=topic,
        meeting=meeting,
        findings=[one.as_json() for one in findings],
        checked_at=now,
        checked_by_id=actor.account_id,
    )


def record(verb: str, subject: models.Model, actor: Actor, now: datetime, **payload: Any) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=subject,
        now=now,
        payload=payload,
    )
