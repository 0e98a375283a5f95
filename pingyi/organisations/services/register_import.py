"""The way of an import: hand in a workbook, look at the preview, confirm. Each step is a job that a page follows."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import file_of, read_file, store_file
from pingyi.core.jobs import RunningJob
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job, cancel_job
from pingyi.core.sheets.opening import open_book
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.actors import actor_with_id
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.apply_import import apply_import, preview_import
from pingyi.organisations.services.register_guard import begin_change

PREVIEW, APPLY = "register.preview", "register.apply"
# Up to here the preview is made while the browser waits; more rows become a job with a progress page.
ROWS_AT_ONCE = 500


def hand_in_import(*, actor: Actor, now: datetime, name: str, content: bytes) -> Job:
    """Keeps the file and starts its preview. A file that is no sound workbook is refused here and not kept."""
    if not may_keep_register(actor):
        raise Forbidden
    is_small = open_book(content).estimated_rows < ROWS_AT_ONCE
    with transaction.atomic():
        stored = store_file(
            institution_id=actor.institution_id,
            name=name,
            content=content,
            stored_by_id=actor.account_id,
            now=now,
        )
        job = _ask(actor, now, PREVIEW, {"file_id": stored.pk, "name": stored.name, "is_small": is_small})
    return _run_if_small(job)


def confirm_import(*, actor: Actor, now: datetime, preview: Job) -> Job:
    """Starts writing what the preview showed. A second confirmation of one preview gives the same job again."""
    with transaction.atomic():
        begin_change(actor)
        if preview.institution_id != actor.institution_id or preview.kind != PREVIEW:
            raise Missing
        if preview.state != Job.State.DONE or preview.result is None:
            raise Refused(Words("预览还没有做完。请等预览出来再确认。"), code="import.not_previewed")
        if preview.result["faults_total"]:
            raise Refused(Words("表里还有问题，不能导入。请按清单改好后重新上传。"), code="import.faults")
        if (earlier := _apply_job_of(preview)) is not None:
            return earlier
        arguments = {
            **preview.arguments,
            "preview_id": preview.pk,
            "sha256": preview.result["sha256"],
            "fingerprint": preview.result["fingerprint"],
        }
        job = _ask(actor, now, APPLY, arguments)
    return _run_if_small(job)


def cancel_import(*, actor: Actor, now: datetime, job: Job) -> None:
    """Asks the preview or the writing to stop. What is written is written; before that nothing is changed."""
    if not may_keep_register(actor):
        raise Forbidden
    if job.institution_id != actor.institution_id:
        raise Missing
    cancel_job(job=job, now=now)


def _apply_job_of(preview: Job) -> Job | None:
    """The job that writes or wrote this preview; failed and cancelled ones may be tried again."""
    alive = (Job.State.WAITING, Job.State.RUNNING, Job.State.DONE)
    jobs_of_kind = Job.objects.filter(institution_id=preview.institution_id, kind=APPLY, state__in=alive)
    return jobs_of_kind.filter(arguments__preview_id=preview.pk).first()


def _ask(actor: Actor, now: datetime, kind: str, arguments: dict[str, Any]) -> Job:
    return ask_for_job(
        institution_id=actor.institution_id,
        kind=kind,
        arguments=arguments,
        asked_by_id=actor.account_id,
        now=now,
        is_waited_for=arguments["is_small"],
    )


def _run_if_small(job: Job) -> Job:
    if job.arguments["is_small"] and job.state == Job.State.WAITING:
        jobs.run(job.pk)
        job.refresh_from_db()
    return job


def _preview(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    with scope(institution=actor.institution):
        return preview_import(actor=actor, content=_content(running), progress=running)


def _apply(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    with scope(institution=actor.institution):
        return apply_import(
            actor=actor,
            now=running.started_at,
            content=_content(running),
            sha256=running.arguments["sha256"],
            fingerprint=running.arguments["fingerprint"],
            progress=running,
        )


def _content(running: RunningJob) -> bytes:
    return read_file(file_of(running.institution_id, running.arguments["file_id"]))


def register_jobs() -> None:
    """Tells the worker what does these jobs."""
    jobs.register(PREVIEW, _preview)
    jobs.register(APPLY, _apply)
