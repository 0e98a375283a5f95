"""Jobs as their pages see them."""

from pingyi.core.errors import Missing
from pingyi.core.models import Job
from pingyi.core.words import Words

ENDED = (Job.State.DONE, Job.State.FAILED, Job.State.CANCELLED)


def job_of(institution_id: int, job_id: int, kinds: tuple[str, ...]) -> Job:
    """One job of this institution and of one of these kinds; `Missing` for any other."""
    job = Job.objects.filter(pk=job_id, institution_id=institution_id, kind__in=kinds).first()
    if job is None:
        raise Missing(Words("没有找到这次办理。它可能太久了，请重新开始。"), code="job.missing")
    return job


def has_ended(job: Job) -> bool:
    return job.state in ENDED


def latest_jobs(institution_id: int, kinds: tuple[str, ...], limit: int = 5) -> list[Job]:
    """The latest jobs of these kinds, whatever became of them."""
    return list(Job.objects.filter(institution_id=institution_id, kind__in=kinds).order_by("-pk")[:limit])
