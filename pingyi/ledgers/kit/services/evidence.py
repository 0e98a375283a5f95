"""Files that show what a record says: added and taken back while the record is open."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from pingyi.core.errors import Missing, Refused
from pingyi.core.evidence_file import refuse_unsound
from pingyi.core.files import store_file
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.models import LedgerEvidence, LedgerRecord
from pingyi.ledgers.kit.services.write_record import lock_own
from pingyi.organisations.actor import Actor

Evidence = TypeVar("Evidence", bound=LedgerEvidence)
LONGEST, MOST = 200, 20
# A row with which files are kept: of an organisation of an institution.
Kept = Any


@transaction.atomic
def add_evidence(
    *,
    actor: Actor,
    now: datetime,
    record: LedgerRecord,
    kind: type[Evidence],
    name: str,
    content: bytes,
    description: str = "",
) -> Evidence:
    """Keeps the file with the record; `kind` is the ledger's own model of evidence. The same file twice is one.

    Records `record.evidence_added`.
    """
    row = lock_own(actor, record)
    return keep_file(actor, now, row, kind, name, content, description)


def keep_file(
    actor: Actor, now: datetime, row: Kept, kind: type[Evidence], name: str, content: bytes, description: str
) -> Evidence:
    """The same for a row of an organisation that the caller holds and the actor may write; inside a transaction."""
    refuse_unsound(name, content)
    present = kind.objects.filter(record=row)
    if present.count() >= MOST:
        raise Refused(
            Words("一条最多{most}份佐证。同类的合成一个文件再传。", most=MOST),
            code="evidence.too_many",
            field="file",
        )
    stored = store_file(
        institution_id=actor.institution_id,
        name=name,
        content=content,
        stored_by_id=actor.account_id,
        now=now,
    )
    same = present.filter(file__sha256=stored.sha256).first()
    if same is not None:
        stored.delete()
        return same
    added = kind(institution_id=row.institution_id, file=stored, description=tidy(description)[:LONGEST])
    added.added_at, added.added_by_id = now, actor.account_id
    setattr(added, "record", row)  # noqa: B010 (the key is the ledger's own)
    added.save(force_insert=True)
    _record(actor, now, row, "record.evidence_added", stored.name, stored.sha256)
    return added


@transaction.atomic
def remove_evidence(*, actor: Actor, now: datetime, record: LedgerRecord, evidence: Evidence) -> None:
    """Takes a file back that does not belong there. The event `record.evidence_removed` keeps that it was there."""
    drop_file(actor, now, lock_own(actor, record), evidence)


def drop_file(actor: Actor, now: datetime, row: Kept, evidence: Evidence) -> None:
    """The same for a row that the caller holds; inside a transaction."""
    found = type(evidence).objects.filter(pk=evidence.pk, record=row).select_related("file").first()
    if found is None:
        raise Missing(Words("这份佐证已经不在了。"), code="evidence.missing")
    found.delete()
    _record(actor, now, row, "record.evidence_removed", found.file.name, found.file.sha256)


def _record(actor: Actor, now: datetime, row: Kept, verb: str, name: str, sha256: str) -> None:
    record_event(
        institution_id=row.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": row.organisation.name, "name": name, "sha256": sha256},
    )
