"""The other side: what was filed is returned with a reason, or confirmed, by somebody who did not write it."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.states import MOVES, Move, may_move
from pingyi.ledgers.kit.models import LedgerRecord
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.rules import may_check_records, may_read_records
from pingyi.ledgers.kit.services.write_record import lock
from pingyi.organisations.actor import Actor

Record = TypeVar("Record", bound=LedgerRecord)
LONGEST_REASON = 300


@transaction.atomic
def confirm_record(*, actor: Actor, now: datetime, record: Record) -> Record:
    """Says that it was looked at and is right. Records `record.confirmed`."""
    return _move(actor, now, record, Move.CONFIRM, verb="record.confirmed")


@transaction.atomic
def return_record(*, actor: Actor, now: datetime, record: Record, reason: str) -> Record:
    """Gives it back to its author with what has to be mended. Records `record.returned`, which keeps every reason."""
    words = tidy(reason)
    if not words:
        raise Refused(Words("写一句为什么退回、要改什么。"), code="record.no_reason", field="reason")
    if len(words) > LONGEST_REASON:
        raise Refused(
            Words("理由太长，请缩到{limit}个字以内。", limit=LONGEST_REASON),
            code="record.long_reason",
            field="reason",
        )
    return _move(actor, now, record, Move.RETURN, verb="record.returned", reason=words)


def _move(actor: Actor, now: datetime, record: Record, move: Move, *, verb: str, reason: str = "") -> Record:
    row = lock(record)
    _refuse_who_may_not(actor, row)
    if not may_move(row.state, move):
        raise Refused(Words("这一条现在不能这样办，可能别人刚办过。请看一眼再说。"), code="record.moved")
    row.state, row.reason = MOVES[move][1], reason
    row.decided_at, row.decided_by_id = now, actor.account_id
    row.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    record_event(
        institution_id=row.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": row.organisation.name, "reason": reason},
    )
    return row


def _refuse_who_may_not(actor: Actor, row: LedgerRecord) -> None:
    if row.institution_id != actor.institution_id:
        raise Missing
    lineage = lineage_ids(row.organisation)
    if not may_read_records(actor, lineage):
        raise Forbidden
    if actor.account_id == row.recorded_by_id:
        raise Forbidden(Words("这一条是您记的，要由另一个人确认。"), code="record.own")
    if not may_check_records(actor, lineage, row.recorded_by_id):
        raise Forbidden(Words("这一条由上级党组织或经办人确认。"), code="record.not_above")
