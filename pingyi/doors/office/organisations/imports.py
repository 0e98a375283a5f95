"""The import: upload, look at what it would do, confirm, see what it did."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.jobs import look_after
from pingyi.core.queries.jobs import job_of, latest_jobs
from pingyi.core.words import Words
from pingyi.doors.office.importing import (
    ImportPlace,
    import_page,
    import_place,
    progress_part,
    sent_workbook,
)
from pingyi.doors.office.pages import OfficeRequest, office_page
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


@office_page
def import_upload(request: OfficeRequest) -> HttpResponse:
    """POST `file`, an .xlsx in the form of the template."""
    if not may_keep_register(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _upload_page(request)
    try:
        name, content = sent_workbook(request)
        job = hand_in_import(actor=request.actor, now=now(), name=name, content=content)
    except Refused as refusal:
        return _upload_page(request, refusal)
    return redirect("office:import-show", job.pk)


@office_page
def import_show(request: OfficeRequest, job_id: int) -> HttpResponse:
    """Progress while it runs; then the preview with its faults, or the result."""
    return _show(request, _job(request, job_id))


@office_page
def import_progress(request: OfficeRequest, job_id: int) -> HttpResponse:
    """The live part of the page while it runs; after the end it leads to the page itself."""
    job = _job(request, job_id)
    return progress_part(request, job, _place(job), is_preview=job.kind == PREVIEW)


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


def _place(job: "Job") -> ImportPlace:
    return import_place("import", job, home=reverse("office:organisation-list"), home_words=Words("单位"))


def _upload_page(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    shown = {
        "refusal": refusal,
        "forms": REGISTER_FORMS,
        "latest": latest_jobs(request.actor.institution_id, (PREVIEW, APPLY)),
    }
    return render(request, "office/import-upload.html", shown, status=refusal.status if refusal else 200)


def _show(request: OfficeRequest, job: "Job", refusal: Refused | None = None) -> HttpResponse:
    return import_page(request, job, _place(job), refusal, is_preview=job.kind == PREVIEW)
