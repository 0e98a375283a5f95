"""Jobs as their pages see them."""

from collections.abc import Mapping

from django.db.models import QuerySet

from pingyi.core.errors import Missing
from pingyi.core.models import Job
from pingyi.core.words import Words

ENDED = (Job.State.DONE, Job.State.FAILED, Job.State.CANCELLED)


def job_of(institution_id: int, job_id: int, kinds: tuple[str, ...], **about: int) -> Job:
    """One job of this institution, of one of these kinds and with these arguments; `Missing` for any other."""
    job = _jobs(institution_id, kinds, about).filter(pk=job_id).first()
    if job is None:
        raise Missing(Words("没有找到这次办理。它可能太久了，请重新开始。"), code="job.missing")
    return job


def has_ended(job: Job) -> bool:
    return job.state in ENDED


def latest_jobs(institution_id: int, kinds: tuple[str, ...], limit: int = 5) -> list[Job]:
    """The latest jobs of these kinds, whatever became of them."""
    return list(_jobs(institution_id, kinds, {})[:limit])


def latest_job(institution_id: int, kinds: tuple[str, ...], **about: int) -> Job | None:
    """The latest job of these kinds with these arguments, whatever became of it."""
    return _jobs(institution_id, kinds, about).first()


def _jobs(institution_id: int, kinds: tuple[str, ...], about: Mapping[str, int]) -> QuerySet[Job]:
    arguments = {f"arguments__{name}": value for name, value in about.items()}
    return Job.objects.filter(institution_id=institution_id, kind__in=kinds, **arguments).order_by("-pk")
