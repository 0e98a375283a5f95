"""Pages that follow an import, whatever is imported: progress, preview with its faults, result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pingyi.core.queries.jobs import has_ended
from pingyi.core.words import Words
from pingyi.doors.office.layouts.warning import in_trouble
from pingyi.doors.office.sent_file import limit_mb, sent_upload

if TYPE_CHECKING:
    from pingyi.core.errors import Refused
    from pingyi.core.models import Job
    from pingyi.doors.office.pages import OfficeRequest

FAULTS_SHOWN = 100
LINES_SHOWN = 100


@dataclass(frozen=True)
class ImportPlace:
    """Where an import is at home: the page that it leads back to with its words, where files are handed in, and the
    pages of this job.
    """

    home: str
    home_words: str
    upload: str
    show: str
    progress: str
    confirm: str
    cancel: str


def import_place(
    prefix: str, job: Job, *, home: str, home_words: str, part: str = "job_id", **about: str
) -> ImportPlace:
    """The addresses of a job that are named `prefix`-…: `part` is the job's place in them, `about` further ones."""
    steps = {
        step: reverse(f"office:{prefix}-{step}", kwargs={**about, part: job.pk})
        for step in ("show", "progress", "confirm", "cancel")
    }
    upload = reverse(f"office:{prefix}-upload", kwargs=about)
    return ImportPlace(home=home, home_words=home_words, upload=upload, **steps)


def sent_workbook(request: OfficeRequest) -> tuple[str, bytes]:
    """Name and content of the workbook of a form."""
    upload = sent_upload(
        request,
        none=Words("还没有选文件。选填好的 .xlsx 再上传。"),
        too_large=Words("文件超过 {limit} MB。请删掉图片和用不到的工作表再上传。", limit=limit_mb()),
    )
    return str(upload.name), bytes(upload.read())


def import_page(
    request: OfficeRequest, job: Job, place: ImportPlace, refusal: Refused | None = None, *, is_preview: bool
) -> HttpResponse:
    """Progress while it runs; then the preview with its faults, or the result."""
    result = job.result or {}
    tallies = result.get("tallies", [])
    shown = {
        "job": job,
        "place": place,
        "topic": f"job:{job.pk}",
        "is_preview": is_preview,
        "is_running": not has_ended(job),
        "result": result,
        "tallies": tallies,
        "to_write": sum(one["new"] + one["changed"] for one in tallies),
        "faults": result.get("faults", [])[:FAULTS_SHOWN],
        "changed": result.get("changed", [])[:LINES_SHOWN],
        "new": result.get("new", [])[:LINES_SHOWN],
        "refusal": refusal,
        "glyph_notes": in_trouble(_names_in(result)),
    }
    return render(request, "office/import-show.html", shown, status=refusal.status if refusal else 200)


def progress_part(request: OfficeRequest, job: Job, place: ImportPlace, *, is_preview: bool) -> HttpResponse:
    """The live part of the page while it runs; after the end it leads to the page itself."""
    if has_ended(job):
        return redirect(place.show)
    return render(request, "office/_import-progress.html", {"job": job, "is_preview": is_preview})


def _names_in(result: dict[str, Any]) -> list[str]:
    """The names that the import writes, as far as the preview keeps them."""
    lines = result.get("new", []) + result.get("changed", [])
    return [line["name"] for line in lines] + [
        change["after"] for line in result.get("changed", []) for change in line.get("changes", [])
    ]
