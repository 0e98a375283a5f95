"""The import: upload, look at what it would do, confirm, see what it did."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.jobs import look_after
from pingyi.core.queries.jobs import has_ended, job_of, latest_jobs
from pingyi.core.words import Words
from pingyi.doors.office.layouts.warning import in_trouble
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import limit_mb, sent_upload
from pingyi.organisations.domain.imports.forms import REGISTER_FORMS
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.register_import import (
    APPLY,
    PREVIEW,
    cancel_import,
    confirm_import,
    hand_in_import,
)

if TYPE_CHECKING:
    from pingyi.core.models import Job

FAULTS_SHOWN = 100
LINES_SHOWN = 100


@office_page
def import_upload(request: OfficeRequest) -> HttpResponse:
    """POST `file`, an .xlsx in the form of the template."""
    if not may_keep_register(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _upload_page(request)
    try:
        name, content = _uploaded(request)
        job = hand_in_import(actor=request.actor, now=now(), name=name, content=content)
    except Refused as refusal:
        return _upload_page(request, refusal)
    return redirect("office:import-show", job.pk)


@office_page
def import_show(request: OfficeRequest, job_id: int) -> HttpResponse:
    """Progress while it runs; then the preview with its faults, or the result."""
    job = _job(request, job_id)
    return _show(request, job)


@office_page
def import_progress(request: OfficeRequest, job_id: int) -> HttpResponse:
    """The live part of the page while it runs; after the end it leads to the page itself."""
    job = _job(request, job_id)
    if has_ended(job):
        return redirect("office:import-show", job_id)
    return render(request, "office/_import-progress.html", {"job": job})


@office_page
@require_POST
def import_confirm(request: OfficeRequest, job_id: int) -> HttpResponse:
    """POST nothing. Writes what the preview showed."""
    preview = _job(request, job_id)
    try:
        job = confirm_import(actor=request.actor, now=now(), preview=preview)
    except Refused as refusal:
        return _show(request, preview, refusal)
    return redirect("office:import-show", job.pk)


@office_page
@require_POST
def import_cancel(request: OfficeRequest, job_id: int) -> HttpResponse:
    """POST nothing. Stops a preview or a writing that has not ended."""
    cancel_import(actor=request.actor, now=now(), job=_job(request, job_id))
    return redirect("office:import-show", job_id)


def _job(request: OfficeRequest, job_id: int) -> "Job":
    if not may_keep_register(request.actor):
        raise Forbidden
    look_after(now())
    return job_of(request.actor.institution_id, job_id, (PREVIEW, APPLY))


def _uploaded(request: OfficeRequest) -> tuple[str, bytes]:
    upload = sent_upload(
        request,
        none=Words("还没有选文件。选填好的 .xlsx 再上传。"),
        too_large=Words("文件超过 {limit} MB。请删掉图片和用不到的工作表再上传。", limit=limit_mb()),
    )
    return str(upload.name), bytes(upload.read())


def _upload_page(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    shown = {
        "refusal": refusal,
        "forms": REGISTER_FORMS,
        "latest": latest_jobs(request.actor.institution_id, (PREVIEW, APPLY)),
    }
    return render(request, "office/import-upload.html", shown, status=refusal.status if refusal else 200)


def _show(request: OfficeRequest, job: "Job", refusal: Refused | None = None) -> HttpResponse:
    result = job.result or {}
    tallies = result.get("tallies", [])
    shown = {
        "job": job,
        "topic": f"job:{job.pk}",
        "is_preview": job.kind == PREVIEW,
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


def _names_in(result: dict[str, Any]) -> list[str]:
    """The names that the import writes, as far as the preview keeps them."""
    lines = result.get("new", []) + result.get("changed", [])
    return [line["name"] for line in lines] + [
        change["after"] for line in result.get("changed", []) for change in line.get("changes", [])
    ]
