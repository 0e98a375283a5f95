"""Ask for long work, and ask to stop it. Progress and end are written by the worker (`pingyi.core.jobs`)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from pingyi.core.jobs import start_after_commit
from pingyi.core.live import announce
from pingyi.core.models import Job
from pingyi.core.words import Words


@transaction.atomic
def ask_for_job(
    *,
    institution_id: int,
    kind: str,
    arguments: dict[str, Any],
    asked_by_id: int,
    now: datetime,
    is_waited_for: bool = False,
) -> Job:
    """A new job that the worker takes up after the commit; with `is_waited_for` the caller runs it at once itself.

    The calling service has checked the permission: jobs know nothing of roles.
    """
    job = Job.objects.create(
        institution_id=institution_id, kind=kind, arguments=arguments, asked_by_id=asked_by_id, asked_at=now
    )
    if not is_waited_for:
        start_after_commit()
    return job


@transaction.atomic
def cancel_job(*, job: Job, now: datetime) -> None:
    """A waiting job ends at once; a running one stops at its next step; one that has ended stays as it is."""
    waiting = Job.objects.filter(pk=job.pk, state=Job.State.WAITING)
    stopped = waiting.update(
        state=Job.State.CANCELLED, is_cancel_asked=True, ended_at=now, message=Words("已取消，什么都没有改。")
    )
    if not stopped:
        Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(is_cancel_asked=True)
    announce(f"job:{job.pk}")
