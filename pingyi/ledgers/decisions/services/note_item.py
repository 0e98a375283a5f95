from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.ledgers.decisions.domain.life import Move
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.models import AgendaItem
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from pingyi.ledgers.decisions.services.close_item import DECISION_LENGTH
from pingyi.ledgers.decisions.services.locked import (
    lock_meeting,
    lock_topic,
    log_checks,
    move_topic,
    record,
    said,
)
from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.organisations.actor import Actor


@transaction.atomic
def note_item(*, actor: Actor, now: datetime, item: AgendaItem, decision: str) -> AgendaItem:
    """Record that the meeting heard a topic that is only studied or reported; nobody votes on it, and its life is over.
    What is missing of its rules puts it off, as for a decision. Records `topic.noted`.
    """
    meeting = lock_meeting(actor, item.meeting_id)
    if meeting.begun_at is None:
        raise Refused(Words("先记到会的人，再记结果。"), code="meeting.not_begun")
    topic = lock_topic(actor, item.topic_id)
    sheets = meeting_sheet(meeting)
    sheet = sheets.of(item.pk)
    row = sheet.row
    if row.outcome:
        raise Refused(Words("这一项已经有结果，不再改。"), code="item.closed")
    if sheet.facts.is_voted:
        raise Refused(Words("决策类议题要表决，不能只听取。"), code="item.to_be_voted")
    found = sheets.held(sheet, None, None, 0)
    faults = [one.message for one in (*sheet.unmet, *found) if one.verdict is Verdict.FAIL]
    if faults:
        raise Refused(
            Words("还不能这样记：{faults}。要么补上，要么记为暂缓。", faults=listed(faults, "；")),
            code="item.rules",
        )
    row.decision = said(
        decision, limit=DECISION_LENGTH, field="decision", missing=Words("写一句会上怎么说的。")
    )
    row.outcome, row.closed_at, row.closed_by_id = Outcome.NOTED, now, actor.account_id
    move_topic(topic, Move.HEAR)
    topic.decided_on = today(meeting.held_at)
    row.save()
    topic.save()
    log_checks(actor, now, topic, meeting, [*sheet.before, *found])
    record("topic.noted", topic, actor, now, meeting=meeting.pk)
    return row
