"""The organisation's answer to a requirement of the speech, and the clerk's tick."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.follow_up import FollowUpAct, FollowUpState, state_after
from pingyi.review.rectification.models import FollowUp
from pingyi.review.rectification.rules import may_answer, may_check
from pingyi.review.rectification.services.locks import (
    is_same_person,
    lock_follow_up,
    refuse_unknown_follow_up,
)
from pingyi.review.rectification.services.record import record_about_follow_up
from pingyi.review.rectification.services.words import REPORT, asked_words


@transaction.atomic
def answer_follow_up(*, actor: Actor, now: datetime, follow_up: FollowUp, answer: str) -> FollowUp:
    """Say what the organisation does about the requirement; it may be corrected until it is ticked off."""
    row = lock_follow_up(follow_up.pk)
    if not may_answer(actor, row):
        raise Forbidden(Words("讲话要求由所在单位的书记答复。"))
    refuse_unknown_follow_up(row)
    words = asked_words(
        answer,
        missing=Words("还没有写答复。写本单位怎么落实。"),
        code="follow_up.answer",
        field="answer",
        most=REPORT,
    )
    if row.state != FollowUpState.OPEN and row.answer == words:
        return row
    target = state_after(row.state, FollowUpAct.ANSWER)
    if target is None:
        raise Refused(Words("这条要求已经办结，没有改动。要改，请经办人退回。"), code="follow_up.done")
    row.state, row.answer, row.return_reason = target, words, ""
    row.answered_by_id, row.answered_at = actor.account_id, now
    row.save(update_fields=["state", "answer", "return_reason", "answered_by", "answered_at"])
    record_about_follow_up(actor, now, row, "follow_up.answered", text=words)
    return row


@transaction.atomic
def send_back_follow_up(*, actor: Actor, now: datetime, follow_up: FollowUp, reason: str) -> FollowUp:
    """Not enough, or ticked off too early: the organisation answers again, and reads why."""
    row = _lock(actor, follow_up)
    words = asked_words(
        reason, missing=Words("写明还差什么，单位照着补。"), code="follow_up.reason", field="reason"
    )
    if (row.state, row.return_reason) == (FollowUpState.OPEN, words):
        return row
    target = state_after(row.state, FollowUpAct.SEND_BACK)
    if target is None:
        raise Refused(Words("单位还没有答复，不用退回。"), code="follow_up.not_answered")
    row.state, row.return_reason, row.closed_by_id, row.closed_at = target, words, None, None
    row.save(update_fields=["state", "return_reason", "closed_by", "closed_at"])
    record_about_follow_up(actor, now, row, "follow_up.sent_back", reason=words)
    return row


@transaction.atomic
def close_follow_up(*, actor: Actor, now: datetime, follow_up: FollowUp) -> FollowUp:
    """Tick the answer off: a second person's act, the database insists too. Twice changes nothing."""
    row = _lock(actor, follow_up)
    if row.state == FollowUpState.DONE:
        return row
    target = state_after(row.state, FollowUpAct.CLOSE)
    if target is None:
        raise Refused(Words("单位还没有答复，不能办结。"), code="follow_up.not_answered")
    if is_same_person(actor, row.answered_by_id):
        raise Refused(
            Words("这条答复是您写的，不能由您办结。请另一位经办人办。"), code="follow_up.second_person"
        )
    row.state, row.closed_by_id, row.closed_at = target, actor.account_id, now
    row.save(update_fields=["state", "closed_by", "closed_at"])
    record_about_follow_up(actor, now, row, "follow_up.closed")
    return row


def _lock(actor: Actor, follow_up: FollowUp) -> FollowUp:
    row = lock_follow_up(follow_up.pk)
    if not may_check(actor, row):
        raise Forbidden(Words("办结由组织部门的经办人办，自己单位的不能自己办。"))
    return row
