"""Comparing all reports of a cycle that were handed in: a job that the clerk may follow and stop."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.jobs import RunningJob
from pingyi.core.models import Job
from pingyi.core.services import record_event
from pingyi.core.services.jobs import ask_for_job, cancel_job
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.actors import actor_with_id
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.dutyreports.domain.likeness import find_likeness, steps_of
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries.likeness import corpus_for
from pingyi.review.dutyreports.rules import may_compare_reports
from pingyi.review.dutyreports.services.likeness.keep import keep_found

COMPARE = "likeness.compare"


def ask_for_comparison(*, actor: Actor, now: datetime, cycle: Cycle) -> Job:
    """Start comparing; while one runs for this cycle it is that one."""
    if not may_compare_reports(actor, cycle):
        raise Forbidden(Words("比相近段落由经办人办。"))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        running = Job.objects.filter(
            institution_id=cycle.institution_id,
            kind=COMPARE,
            state__in=(Job.State.WAITING, Job.State.RUNNING),
            arguments__cycle_id=cycle.pk,
        ).first()
        if running is not None:
            return running
        if not corpus_for(cycle).here:
            raise Refused(
                Words("还没有交上来的报告，没有可比的。等有单位交了再比。"), code="likeness.nothing"
            )
        return ask_for_job(
            institution_id=cycle.institution_id,
            kind=COMPARE,
            arguments={"cycle_id": cycle.pk},
            asked_by_id=actor.account_id,
            now=now,
        )


def cancel_comparison(*, actor: Actor, now: datetime, cycle: Cycle, job: Job) -> None:
    """Ask it to stop. Until its end nothing is written."""
    if not may_compare_reports(actor, cycle):
        raise Forbidden(Words("比相近段落由经办人办。"))
    if job.institution_id != cycle.institution_id or job.arguments.get("cycle_id") != cycle.pk:
        raise Missing
    cancel_job(job=job, now=now)


def _compare(running: RunningJob) -> dict[str, Any]:
    actor = actor_with_id(running.asked_by_id, running.institution_id)
    with scope(institution=actor.institution):
        cycle = find_cycle(running.arguments["cycle_id"])
        corpus = corpus_for(cycle)
        running.expect(steps_of(len(corpus.texts)))
        found = find_likeness(
            corpus.texts, corpus.rules, asked=corpus.here, known=corpus.known, step=running.step
        )
        running.report()
        with transaction.atomic():
            # Who was taken off meanwhile is left out; who was returned keeps what was true of the words she handed in.
            # An author who asks about her own report at this moment waits.
            held = DutyReport.objects.select_for_update().filter(pk__in=corpus.here).order_by("pk")
            still = [row.pk for row in held]
            for report_id in still:
                keep_found(
                    institution_id=cycle.institution_id,
                    account_id=running.asked_by_id,
                    now=running.started_at,
                    corpus=corpus,
                    found=found,
                    report_id=report_id,
                    is_author=False,
                )
            result = {"reports": len(still), "compared": len(corpus.texts)}
            record_event(
                institution_id=cycle.institution_id,
                verb="likeness.cycle_compared",
                actor_id=running.asked_by_id,
                subject=cycle,
                now=running.started_at,
                payload={"name": cycle.name, **result},
            )
            running.finish(result)
    return result


def register_jobs() -> None:
    """Tells the worker what does these jobs."""
    jobs.register(COMPARE, _compare)
