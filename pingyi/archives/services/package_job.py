"""Making a package as a job that the office follows and may stop."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope

from pingyi.archives.rules import may_pack
from pingyi.archives.services.make_package import make_package, refuse_unready
from pingyi.core import jobs
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.jobs import RunningJob
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job, cancel_job
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.actors import actor_with_id
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.lookup import find_cycle

PACK = "archive.pack"


def ask_for_package(*, actor: Actor, now: datetime, cycle: Cycle, with_counts: bool) -> Job:
    """Start making one; while one is being made for this review it is that one."""
    refuse_unready(actor, cycle, with_counts=with_counts)
    with transaction.atomic():
        Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
        running = Job.objects.filter(
            institution_id=cycle.institution_id,
            kind=PACK,
            state__in=(Job.State.WAITING, Job.State.RUNNING),
            arguments__cycle_id=cycle.pk,
        ).first()
        return running or ask_for_job(
            institution_id=cycle.institution_id,
            kind=PACK,
            arguments={"cycle_id": cycle.pk, "with_counts": with_counts},
            asked_by_id=actor.account_id,
            now=now,
        )


def cancel_package(*, actor: Actor, now: datetime, cycle: Cycle, job: Job) -> None:
    """Ask it to stop. Until its end nothing is kept."""
    if not may_pack(actor, cycle, with_counts=bool(job.arguments.get("with_counts"))):
        raise Forbidden(Words("归档包由做的人叫停。"))
    if job.institution_id != cycle.institution_id or job.arguments.get("cycle_id") != cycle.pk:
        raise Missing
    cancel_job(job=job, now=now)


def _pack(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    with scope(institution=actor.institution):
        package = make_package(
            actor=actor,
            now=running.started_at,
            cycle=find_cycle(running.arguments["cycle_id"]),
            with_counts=bool(running.arguments["with_counts"]),
            progress=running,
        )
    return {"sequence": package.sequence}


def register_jobs() -> None:
    """Tells the worker what does these jobs."""
    jobs.register(PACK, _pack)
