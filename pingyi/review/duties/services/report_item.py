"""The organisation says how a duty stands."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.duties.domain.entries import NoteKind, Part, ReportState
from pingyi.review.duties.models import DutyItem
from pingyi.review.duties.rules import may_report
from pingyi.review.duties.services.held_by_tasks import refuse_held
from pingyi.review.duties.services.locks import lock_item
from pingyi.review.duties.services.record import record_about_item, write_note
from pingyi.review.duties.services.words import asked_words, day_done


@transaction.atomic
def report_item(
    *, actor: Actor, now: datetime, item: DutyItem, text: str, done_on: date | None = None
) -> DutyItem:
    """Say that a duty is done: what was done, on which day (today unless said). Somebody else confirms it.

    Reporting what is reported already changes nothing.
    """
    row = _own_item(actor, item)
    if row.part != Part.DUTY:
        raise Refused(Words("年度项目一步一步走，走完四步就是办结。"), code="duty_item.project")
    if row.state == ReportState.REPORTED:
        return row
    if row.state == ReportState.CONFIRMED:
        raise Refused(Words("这一条已经核对过，不用再报。"), code="duty_item.confirmed")
    refuse_held(row, now)
    words = asked_words(text, Words("写明做了什么，看什么材料。核对的人照着看。"), field="report")
    row.state, row.report, row.done_on = ReportState.REPORTED, words, day_done(done_on, now)
    row.reported_by_id, row.reported_at, row.return_reason = actor.account_id, now, ""
    row.save(update_fields=["state", "report", "done_on", "reported_by", "reported_at", "return_reason"])
    write_note(actor, now, row, NoteKind.REPORTED, words)
    record_about_item(actor, now, row, "duty_item.reported", text=words, done_on=row.done_on.isoformat())
    return row


@transaction.atomic
def report_progress(*, actor: Actor, now: datetime, item: DutyItem, text: str) -> None:
    """Write down how far it is; nothing else changes."""
    row = _own_item(actor, item)
    words = asked_words(text, Words("写一句做到哪里了。"), field="progress")
    write_note(actor, now, row, NoteKind.PROGRESS, words)
    record_about_item(actor, now, row, "duty_item.progress_reported", text=words)


def _own_item(actor: Actor, item: DutyItem) -> DutyItem:
    row = lock_item(item.pk)
    if not may_report(actor, row.duty_list):
        raise Forbidden(Words("办得怎样由所在单位的书记报。"))
    return row
