"""The way of the register's import: hand in a workbook, look at the preview, confirm."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.jobs import RunningJob
from pingyi.core.models import Job
from pingyi.core.services.imports import ImportWay, content_of, run_if_small
from pingyi.core.services.jobs import cancel_job
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.actors import actor_with_id
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.apply_import import apply_import, preview_import
from pingyi.organisations.services.register_guard import begin_change

PREVIEW, APPLY = "register.preview", "register.apply"
WAY = ImportWay(PREVIEW, APPLY)


def hand_in_import(*, actor: Actor, now: datetime, name: str, content: bytes) -> Job:
    """Keeps the file and starts its preview. A file that is no sound workbook is refused here and not kept."""
    if not may_keep_register(actor):
        raise Forbidden
    return WAY.hand_in(
        institution_id=actor.institution_id,
        asked_by_id=actor.account_id,
        now=now,
        name=name,
        content=content,
    )


def confirm_import(*, actor: Actor, now: datetime, preview: Job) -> Job:
    """Starts writing what the preview showed. A second confirmation of one preview gives the same job again."""
    with transaction.atomic():
        begin_change(actor)
        job = WAY.confirm(
            institution_id=actor.institution_id, asked_by_id=actor.account_id, now=now, preview=preview
        )
    return run_if_small(job)


def cancel_import(*, actor: Actor, now: datetime, job: Job) -> None:
    """Asks the preview or the writing to stop. What is written is written; before that nothing is changed."""
    if not may_keep_register(actor):
        raise Forbidden
    if job.institution_id != actor.institution_id:
        raise Missing
    cancel_job(job=job, now=now)


def _preview(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    with scope(institution=actor.institution):
        return preview_import(actor=actor, content=content_of(running), progress=running)


def _apply(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    with scope(institution=actor.institution):
        return apply_import(
            actor=actor,
            now=running.started_at,
            content=content_of(running),
            sha256=running.arguments["sha256"],
            fingerprint=running.arguments["fingerprint"],
            progress=running,
        )


def register_jobs() -> None:
    """Tells the worker what does these jobs."""
    jobs.register(PREVIEW, _preview)
    jobs.register(APPLY, _apply)
