"""Import of any ledger: the workbook is read and compared as a job, shown, confirmed, and written all at once."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.jobs import RunningJob
from pingyi.core.models import Job
from pingyi.core.services import record_event
from pingyi.core.services.imports import content_of, run_if_small
from pingyi.core.services.jobs import cancel_job
from pingyi.core.words import Words
from pingyi.ledgers.kit.rules import may_import_records
from pingyi.ledgers.kit.services.check_workbook import (
    Checked,
    LedgerImport,
    Prepared,
    check_rows,
    outcome_of,
    read_workbook,
)
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution
from pingyi.organisations.queries.actors import actor_with_id

ATTEMPTS = 3


def hand_in_workbook(*, actor: Actor, now: datetime, ledger: LedgerImport, name: str, content: bytes) -> Job:
    """Keeps the file and starts its preview. A file that is no sound workbook is refused here and not kept."""
    if not may_import_records(actor):
        raise Forbidden
    return ledger.way.hand_in(
        institution_id=actor.institution_id,
        asked_by_id=actor.account_id,
        now=now,
        name=name,
        content=content,
    )


def confirm_workbook(*, actor: Actor, now: datetime, ledger: LedgerImport, preview: Job) -> Job:
    """Starts writing what the preview showed, for the one who made it; twice is once."""
    with transaction.atomic():
        _wait(actor)
        if preview.asked_by_id != actor.account_id:
            raise Missing
        job = ledger.way.confirm(
            institution_id=actor.institution_id, asked_by_id=actor.account_id, now=now, preview=preview
        )
    return run_if_small(job)


def cancel_workbook(*, actor: Actor, now: datetime, job: Job) -> None:
    """Asks the preview or the writing to stop. What is written is written; before that nothing is changed."""
    if (job.institution_id, job.asked_by_id) != (actor.institution_id, actor.account_id):
        raise Missing
    cancel_job(job=job, now=now)


def register_import(ledger: LedgerImport) -> None:
    """Tells the worker what does the jobs of this ledger. Called while the applications are loaded."""
    jobs.register(ledger.way.preview, partial(_preview, ledger))
    jobs.register(ledger.way.apply, partial(_apply, ledger))


def _preview(ledger: LedgerImport, running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    content = content_of(running)
    with scope(institution=actor.institution):
        sent = read_workbook(ledger, content, running)
        prepared = ledger.prepare(actor, running.started_at, sent.tables)
        return outcome_of(check_rows(prepared, sent, running), ledger, content)


def _apply(ledger: LedgerImport, running: RunningJob) -> dict[str, Any]:
    """Writes exactly what the preview with this fingerprint showed, or nothing (`import.changed_since`).

    Reading and checking happen before the transaction, so that others go on writing; inside it the ledger is read
    again, and if somebody changed it meanwhile the check is done anew.
    """
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    content, now = content_of(running), running.started_at
    with scope(institution=actor.institution):
        for _ in range(ATTEMPTS):
            sent = read_workbook(ledger, content, running)
            prepared = ledger.prepare(actor, now, sent.tables)
            checked = check_rows(prepared, sent, running)
            result = outcome_of(checked, ledger, content)
            _refuse_other_than_previewed(running, result, checked)
            running.report(Words("正在写入，请稍候"))
            if _write(actor, now, ledger, prepared, checked, result, running):
                return result
    raise Refused(Words("一直有人在改台账，没有导入。请过一会儿再试。"), code="import.busy")


@transaction.atomic
def _write(
    actor: Actor,
    now: datetime,
    ledger: LedgerImport,
    prepared: Prepared,
    checked: Checked,
    result: dict[str, Any],
    running: RunningJob,
) -> bool:
    """Writes the plan if the ledger is still the one it was made for; says whether it did."""
    _wait(actor)
    if not ledger.prepare(actor, now, checked.sent.tables).is_still(prepared):
        return False
    ledger.write(actor, now, checked.plan.lines)
    record_event(
        institution_id=actor.institution_id,
        verb="ledger.imported",
        actor_id=actor.account_id,
        subject=actor.institution,
        now=now,
        payload={
            "ledger": ledger.code,
            "sha256": result["sha256"],
            "tallies": result["tallies"],
            "changed": result["changed"],
        },
    )
    running.finish(result)
    return True


def _wait(actor: Actor) -> None:
    """Imports of one institution come one after the other."""
    Institution.objects.select_for_update().get(pk=actor.institution_id)


def _refuse_other_than_previewed(running: RunningJob, result: dict[str, Any], checked: Checked) -> None:
    asked = (running.arguments["sha256"], running.arguments["fingerprint"])
    if checked.sent.faults or (result["sha256"], result["fingerprint"]) != asked:
        raise Refused(
            Words("预览之后有人改过台账，要写入的内容和您看到的不一样了，没有导入。请重新预览。"),
            code="import.changed_since",
        )
    if not checked.plan.lines:
        raise Refused(Words("这份表的内容库里都已经有了，没有要改的。"), code="import.nothing_to_do")
