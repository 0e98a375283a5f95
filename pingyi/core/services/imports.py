"""The way of an import: hand in a workbook, look at the preview, confirm. Each step is a job that a page follows.

Whoever uses it checks the permission and registers what does the two kinds of jobs (`pingyi.core.jobs.register`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from pingyi.core import jobs
from pingyi.core.errors import Missing, Refused
from pingyi.core.files import file_of, read_file, store_file
from pingyi.core.models import Job
from pingyi.core.services.jobs import ask_for_job
from pingyi.core.sheets.opening import open_book
from pingyi.core.words import Words

# Up to here the preview is made while the browser waits; more rows become a job with a progress page.
ROWS_AT_ONCE = 500


class Progress(Protocol):
    """Where long work says how far it is. `step` and `report` may raise to stop it."""

    def expect(self, total: int) -> None: ...

    def step(self) -> None: ...

    def report(self, message: str = "") -> None: ...

    def finish(self, result: dict[str, Any]) -> None: ...


@dataclass(frozen=True)
class ImportWay:
    """One sort of import with its two kinds of jobs: the preview that changes nothing, and the writing."""

    preview: str
    apply: str

    def hand_in(
        self, *, institution_id: int, asked_by_id: int, now: datetime, name: str, content: bytes
    ) -> Job:
        """Keeps the file and asks for its preview. A file that is no sound workbook is refused and not kept."""
        is_small = open_book(content).estimated_rows < ROWS_AT_ONCE
        with transaction.atomic():
            stored = store_file(
                institution_id=institution_id, name=name, content=content, stored_by_id=asked_by_id, now=now
            )
            arguments = {"file_id": stored.pk, "name": stored.name, "is_small": is_small}
            job = _ask(institution_id, asked_by_id, now, self.preview, arguments)
        return run_if_small(job)

    def confirm(self, *, institution_id: int, asked_by_id: int, now: datetime, preview: Job) -> Job:
        """Asks for writing what the preview showed, inside the caller's transaction; `run_if_small` comes after it.

        A second confirmation of one preview gives the same job again.
        """
        if preview.institution_id != institution_id or preview.kind != self.preview:
            raise Missing
        if preview.state != Job.State.DONE or preview.result is None:
            raise Refused(Words("预览还没有做完。请等预览出来再确认。"), code="import.not_previewed")
        if preview.result["faults_total"]:
            raise Refused(Words("表里还有问题，不能导入。请按清单改好后重新上传。"), code="import.faults")
        if (earlier := self._apply_job_of(preview)) is not None:
            return earlier
        arguments = {
            **preview.arguments,
            "preview_id": preview.pk,
            "sha256": preview.result["sha256"],
            "fingerprint": preview.result["fingerprint"],
        }
        return _ask(institution_id, asked_by_id, now, self.apply, arguments)

    def _apply_job_of(self, preview: Job) -> Job | None:
        """The job that writes or wrote this preview; failed and cancelled ones may be tried again."""
        alive = (Job.State.WAITING, Job.State.RUNNING, Job.State.DONE)
        of_kind = Job.objects.filter(institution_id=preview.institution_id, kind=self.apply, state__in=alive)
        return of_kind.filter(arguments__preview_id=preview.pk).first()


def run_if_small(job: Job) -> Job:
    """Does a small job at once, while the browser waits. Call it outside of any transaction."""
    if job.arguments["is_small"] and job.state == Job.State.WAITING:
        jobs.run(job.pk)
        job.refresh_from_db()
    return job


def content_of(running: jobs.RunningJob) -> bytes:
    """The workbook that a preview or a writing is about."""
    return read_file(file_of(running.institution_id, running.arguments["file_id"]))


def _ask(institution_id: int, asked_by_id: int, now: datetime, kind: str, arguments: dict[str, Any]) -> Job:
    return ask_for_job(
        institution_id=institution_id,
        kind=kind,
        arguments=arguments,
        asked_by_id=asked_by_id,
        now=now,
        is_waited_for=arguments["is_small"],
    )
