"""What shows that the work was done: words, and a file where there is one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Missing, Refused
from pingyi.core.evidence_file import refuse_unsound
from pingyi.core.files import store_file
from pingyi.core.models import StoredFile
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.models import Evidence, Task
from pingyi.review.rectification.services.change_task import refuse_unless_open
from pingyi.review.rectification.services.locks import lock_task
from pingyi.review.rectification.services.record import record_about_task
from pingyi.review.rectification.services.task_plan import refuse_before_approval, refuse_strangers
from pingyi.review.rectification.services.words import asked_words

LONGEST, MOST = 300, 50


@dataclass(frozen=True)
class HandedIn:
    """A file as it was handed in: the name that people gave it, and its bytes."""

    name: str
    content: bytes


@transaction.atomic
def add_evidence(
    *,
    actor: Actor,
    now: datetime,
    task: Task,
    note: str,
    happened_on: date | None = None,
    file: HandedIn | None = None,
) -> Evidence:
    """Add evidence to an open task: what it shows, when it happened (today, unless said), and a file.

    The very same evidence again (a second click) gives the one that is there.
    """
    row = lock_task(task.pk)
    refuse_strangers(actor, row.problem)
    words = asked_words(
        note or (file.name if file else ""),
        missing=Words("写明这份佐证说明什么，或者选一个文件。"),
        code="evidence.note",
        field="note",
        most=LONGEST,
    )
    day = happened_on or today(now)
    if day > today(now):
        raise Refused(
            Words("佐证的日期在今天以后。写事情发生的那一天。"), code="evidence.future", field="happened_on"
        )
    refuse_unless_open(row)
    refuse_before_approval(row)
    if Evidence.objects.filter(task=row).count() >= MOST:
        raise Refused(
            Words("一项任务最多{most}份佐证。同类的合成一个文件再传。", most=MOST),
            code="evidence.too_many",
            field="file",
        )
    stored = _store(actor, now, file)
    present = _same_evidence(row, words, day, stored)
    if present is not None:
        return present
    evidence: Evidence = Evidence.objects.create(
        institution_id=row.institution_id,
        task=row,
        description=words,
        file=stored,
        happened_on=day,
        recorded_at=now,
        recorded_by_id=actor.account_id,
    )
    record_about_task(
        actor,
        now,
        row,
        "evidence.added",
        subject=evidence,
        note=words,
        file=stored.name if stored else "",
        sha256=stored.sha256 if stored else "",
    )
    return evidence


@transaction.atomic
def remove_evidence(*, actor: Actor, now: datetime, evidence: Evidence) -> None:
    """Take evidence back that does not belong there, while its task is open. The record keeps that it was there."""
    row = lock_task(evidence.task_id)
    refuse_strangers(actor, row.problem)
    present = Evidence.objects.filter(pk=evidence.pk, task=row).select_related("file").first()
    if present is None:
        raise Missing(Words("这份佐证已经不在了。"), code="evidence.missing")
    refuse_unless_open(row)
    record_about_task(
        actor,
        now,
        row,
        "evidence.removed",
        subject=present,
        note=present.description,
        sha256=present.file.sha256 if present.file else "",
    )
    present.delete()


def _store(actor: Actor, now: datetime, file: HandedIn | None) -> StoredFile | None:
    if file is None:
        return None
    refuse_unsound(file.name, file.content)
    return store_file(
        institution_id=actor.institution_id,
        name=file.name,
        content=file.content,
        stored_by_id=actor.account_id,
        now=now,
    )


def _same_evidence(task: Task, words: str, day: date, stored: StoredFile | None) -> Evidence | None:
    alike = Evidence.objects.filter(task=task, description=words, happened_on=day)
    same = alike.filter(file__sha256=stored.sha256) if stored else alike.filter(file__isnull=True)
    found: Evidence | None = same.first()
    if found is not None and stored is not None:
        # The second row of a file whose bytes lie there once.
        stored.delete()
    return found
