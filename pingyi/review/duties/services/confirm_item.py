"""A second person finds that a duty is done, or sends it back."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.duties.domain.entries import NoteKind, ReportState
from pingyi.review.duties.models import DutyItem
from pingyi.review.duties.rules import may_confirm
from pingyi.review.duties.services.held_by_tasks import refuse_held
from pingyi.review.duties.services.locks import lock_item
from pingyi.review.duties.services.record import record_about_item, write_note
from pingyi.review.duties.services.words import asked_words


@transaction.atomic
def confirm_item(*, actor: Actor, now: datetime, item: DutyItem, text: str = "") -> DutyItem:
    """Find that a reported duty is done. Not by who reported it or answers for it; twice changes nothing."""
    row = _item_to_confirm(actor, item)
    if row.state == ReportState.CONFIRMED:
        return row
    if row.state != ReportState.REPORTED:
        raise Refused(Words("单位还没有报办结，没有可核对的。"), code="duty_item.not_reported")
    if row.reported_by_id == actor.account_id or row.responsible_id == actor.person_id:
        raise Refused(
            Words("这一条是您报的，或者您是责任人，不能由您核对。请另一位经办人核对。"),
            code="duty_item.second_person",
        )
    refuse_held(row, now)
    row.state, row.confirmed_by_id, row.confirmed_at = ReportState.CONFIRMED, actor.account_id, now
    row.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    words = asked_words(text, "", field="note") if text.strip() else ""
    write_note(actor, now, row, NoteKind.CONFIRMED, words)
    record_about_item(actor, now, row, "duty_item.confirmed", text=words)
    return row


@transaction.atomic
def return_item(*, actor: Actor, now: datetime, item: DutyItem, reason: str) -> DutyItem:
    """Send back what was reported, or found done too early, with a reason that the organisation reads."""
    row = _item_to_confirm(actor, item)
    words = asked_words(reason, Words("写明还差什么，单位照着补。"), field="reason")
    if row.state == ReportState.OPEN:
        raise Refused(Words("单位还没有报办结，没有可退回的。"), code="duty_item.not_reported")
    row.state, row.return_reason, row.confirmed_by, row.confirmed_at = ReportState.OPEN, words, None, None
    row.save(update_fields=["state", "return_reason", "confirmed_by", "confirmed_at"])
    write_note(actor, now, row, NoteKind.RETURNED, words)
    record_about_item(actor, now, row, "duty_item.returned", reason=words)
    return row


def _item_to_confirm(actor: Actor, item: DutyItem) -> DutyItem:
    row = lock_item(item.pk)
    if not may_confirm(actor, row.duty_list):
        raise Forbidden(Words("核对由组织部门的经办人办，自己单位的不能自己核对。"))
    return row
