"""While the meeting sits: who is there, who leaves for an item, who says what; and the signatures after it."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.checks.held import SIGNERS
from pingyi.ledgers.decisions.models import (
    AgendaItem,
    DecisionMeeting,
    MinutesSignature,
    Recusal,
    Seat,
    Statement,
)
from pingyi.ledgers.decisions.services.file_meeting import open_record
from pingyi.ledgers.decisions.services.locked import happened, lock_meeting, lock_planned, record, said
from pingyi.organisations.actor import Actor

REASON_LENGTH, STATEMENT_LENGTH = 120, 500


@transaction.atomic
def begin_meeting(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, attended: Collection[int]
) -> DecisionMeeting:
    """Record who is there (numbers of seats); everybody else is absent. The agenda, which has an item at least, stands
    from now on.

    Records `decision_meeting.begun`.
    """
    row = lock_planned(actor, meeting.pk, Words("到会情况已经记过。"))
    if now < row.held_at:
        raise Refused(Words("还没有到开会的时间。会开了再记谁到会。"), code="meeting.ahead")
    if not row.items.exists():
        raise Refused(
            Words("议程还空着，没有议题的会不算开过。先在议题页把议题列入这次会；不开了的，取消这次会。"),
            code="meeting.no_items",
        )
    seats = list(row.seats.all())
    if not any(seat.pk in attended for seat in seats):
        raise Refused(Words("勾出到会的人。"), code="meeting.nobody", field="attended")
    for seat in seats:
        seat.attended = seat.pk in attended
    Seat.objects.bulk_update(seats, ["attended"])
    row.begun_at = now
    row.save(update_fields=["begun_at"])
    open_record(actor, now, row)
    record("decision_meeting.begun", row, actor, now, present=sum(bool(one.attended) for one in seats))
    return row


@transaction.atomic
def note_recusal(*, actor: Actor, now: datetime, item: AgendaItem, seat: Seat, reason: str) -> Recusal:
    """Record that a member leaves for an item, before or in the meeting. Records `topic.recused`."""
    row, held = _of_one_meeting(actor, item, seat)
    if row.at_box:
        raise Refused(
            Words("这一项正在用票箱表决，谁领票已经定了。有人要回避，先在“票箱表决”里撤掉，记了回避再投。"),
            code="recusal.at_box",
        )
    if not held.is_voting:
        raise Refused(Words("列席的人本来就不表决，不用记回避。"), code="recusal.observer", field="seat")
    why = said(reason, limit=REASON_LENGTH, field="reason", missing=Words("写明是什么利害关系。"))
    recusal, is_new = Recusal.objects.get_or_create(
        institution_id=row.institution_id,
        item=row,
        seat=held,
        defaults={"reason": why, "recorded_at": now, "recorded_by_id": actor.account_id},
    )
    if is_new:
        record("topic.recused", row.topic, actor, now, person=held.person_id)
    return recusal


@transaction.atomic
def record_statement(*, actor: Actor, now: datetime, item: AgendaItem, seat: Seat, text: str) -> Statement:
    """Record what somebody who is there says to an item, after what was said before. Records `topic.discussed`."""
    row, held = _of_one_meeting(actor, item, seat)
    if not held.attended:
        raise Refused(Words("没有到会的人，意见记在“书面意见”里。"), code="statement.absent", field="seat")
    if row.recusals.filter(seat=held).exists():
        raise Refused(Words("这个人已经回避，不参加这一项的讨论。"), code="statement.recused", field="seat")
    statement: Statement = Statement.objects.create(
        institution_id=row.institution_id,
        item=row,
        seat=held,
        number=(row.statements.aggregate(last=Max("number"))["last"] or 0) + 1,
        text=said(text, limit=STATEMENT_LENGTH, field="text", missing=Words("写一句意见的要点。")),
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    record("topic.discussed", row.topic, actor, now, person=held.person_id)
    return statement


@transaction.atomic
def sign_minutes(
    *, actor: Actor, now: datetime, meeting: DecisionMeeting, seat: Seat | None, signed_on: date | None
) -> MinutesSignature:
    """Record a signature under the minutes: two different people of those who were there, or the recorder
    (`seat` None), each with the day, not before the meeting. Every item must have its outcome first.

    Records `decision_meeting.signed`.
    """
    row = lock_meeting(actor, meeting.pk)
    if row.begun_at is None or not row.items.exists() or row.items.filter(outcome="").exists():
        raise Refused(Words("议程上要有议题，每一项都记了结果，再签纪要。"), code="minutes.open_items")
    if row.signatures.count() >= SIGNERS:
        raise Refused(Words("纪要已经有两个人签名。"), code="minutes.signed")
    if seat is not None and (seat.meeting_id != row.pk or not seat.attended):
        raise Refused(Words("到会的人才能签。"), code="minutes.absent", field="seat")
    person_id = seat.person_id if seat is not None else row.recorder_id
    if row.signatures.filter(person_id=person_id).exists():
        raise Refused(Words("这个人已经签过，另一个人签。"), code="minutes.same_person", field="seat")
    day = happened(signed_on, now, field="signed_on")
    if day < today(row.held_at):
        raise Refused(
            Words("签名不会早于开会那天。请核对日期。"), code="minutes.signed_early", field="signed_on"
        )
    signature: MinutesSignature = MinutesSignature.objects.create(
        institution_id=row.institution_id,
        meeting=row,
        person_id=person_id,
        signed_on=day,
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    record("decision_meeting.signed", row, actor, now, person=person_id)
    return signature


def _of_one_meeting(actor: Actor, item: AgendaItem, seat: Seat) -> tuple[AgendaItem, Seat]:
    """The open item and the seat, of the same meeting."""
    meeting = lock_meeting(actor, item.meeting_id)
    row: AgendaItem = meeting.items.select_related("topic").get(pk=item.pk)
    if row.outcome:
        raise Refused(Words("这一项已经有结果，不再改。"), code="item.closed")
    if seat.meeting_id != meeting.pk:
        raise Refused(Words("从参加这次会的人里选。"), code="item.other_meeting", field="seat")
    return row, meeting.seats.get(pk=seat.pk)
