"""The author's side of a record: it waits for its turn, says when it was written, and is filed."""

from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.days import day_fault
from pingyi.ledgers.kit.domain.states import OPEN, Move, State, may_move
from pingyi.ledgers.kit.models import LedgerRecord
from pingyi.ledgers.kit.queries import lineage_ids
from pingyi.ledgers.kit.rules import may_write_records
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation

Record = TypeVar("Record", bound=LedgerRecord)


def refuse_strangers(actor: Actor, organisation: Organisation) -> None:
    """Refuses whoever may not write for this organisation."""
    if organisation.institution_id != actor.institution_id:
        raise Missing
    if not may_write_records(actor, lineage_ids(organisation)):
        raise Forbidden(Words("您不能替这个单位记台账。请本单位的书记或经办人来记。"))


def refuse_wrong_day(happened_on: date, now: datetime) -> None:
    """Nothing is recorded before it happened (`record.ahead`), nor before the ledgers begin (`record.too_early`)."""
    if fault := day_fault(happened_on, today(now)):
        raise Refused(fault[1], code=fault[0], field="happened_on")


def lock(record: Record) -> Record:
    """The row as it stands now, held until the end of the transaction."""
    rows = type(record).objects.select_for_update(of=("self",)).select_related("organisation")
    found = rows.filter(pk=record.pk).first()
    if found is None:
        raise Missing(Words("没有找到这一条。它可能已经删掉，请回到上一页。"), code="record.missing")
    return found


def lock_own(actor: Actor, record: Record) -> Record:
    """The row for somebody who changes what it says: only drafts and what was returned (`record.closed`)."""
    row = lock(record)
    refuse_strangers(actor, row.organisation)
    if row.state not in OPEN:
        raise Refused(Words("这一条已经报了，不能再改。要改的，请确认的人退回。"), code="record.closed")
    return row


def mark_written(record: LedgerRecord, actor: Actor, now: datetime) -> None:
    """Notes on the row (not yet saved) that this actor says at this moment that it happened on that day."""
    record.recorded_at, record.recorded_on = now, today(now)
    record.recorded_by_id = actor.account_id


@transaction.atomic
def file_record(*, actor: Actor, now: datetime, record: Record) -> Record:
    """Hands a draft, or what was returned and mended, to those who check. Records `record.filed`.

    A draft counts as written when it is filed: writing ahead does not hide that it came late.
    """
    row = lock(record)
    refuse_strangers(actor, row.organisation)
    if not may_move(row.state, Move.FILE):
        raise Refused(Words("这一条已经报过了。"), code="record.filed_already")
    if row.state == State.DRAFT:
        mark_written(row, actor, now)
    row.state, row.reason, row.decided_at, row.decided_by = State.FILED, "", None, None
    row.save()
    record_event(
        institution_id=row.institution_id,
        verb="record.filed",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": row.organisation.name, "happened_on": row.happened_on.isoformat()},
    )
    return row
