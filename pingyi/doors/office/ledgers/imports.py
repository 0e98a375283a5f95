"""The import and export of any ledger."""

from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.jobs import look_after
from pingyi.core.queries.jobs import job_of, latest_jobs
from pingyi.core.sheets.writing import write_book, write_template
from pingyi.core.words import Words
from pingyi.doors.office.importing import (
    ImportPlace,
    import_page,
    import_place,
    progress_part,
    sent_workbook,
)
from pingyi.doors.office.ledgers.books import Book, book_of
from pingyi.doors.office.ledgers.years import year_in
from pingyi.doors.office.organisations.downloads import workbook_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.kit.queries import ledger_tree
from pingyi.ledgers.kit.rules import may_import_records, may_use_ledgers
from pingyi.ledgers.kit.services.import_records import cancel_workbook, confirm_workbook, hand_in_workbook

if TYPE_CHECKING:
    from pingyi.core.models import Job


@office_page
def upload(request: OfficeRequest, ledger: str) -> HttpResponse:
    """POST `file`, an .xlsx in the form of the template."""
    book = _importable(request, ledger)
    if request.method != "POST":
        return _upload_page(request, ledger, book)
    try:
        name, content = sent_workbook(request)
        job = hand_in_workbook(
            actor=request.actor, now=now(), ledger=book.imports, name=name, content=content
        )
    except Refused as refusal:
        return _upload_page(request, ledger, book, refusal)
    return redirect("office:ledger-import-show", ledger, job.pk)


@office_page
@require_GET
def show(request: OfficeRequest, ledger: str, ledger_job_id: int) -> HttpResponse:
    """Progress while it runs; then the preview with its faults, or the result."""
    return _job_page(request, ledger, _job(request, ledger, ledger_job_id))


@office_page
@require_GET
def progress(request: OfficeRequest, ledger: str, ledger_job_id: int) -> HttpResponse:
    """The live part of the page while it runs."""
    job = _job(request, ledger, ledger_job_id)
    return progress_part(request, job, _place(ledger, job), is_preview=_is_preview(ledger, job))


@office_page
@require_POST
def confirm(request: OfficeRequest, ledger: str, ledger_job_id: int) -> HttpResponse:
    """POST nothing. Writes what the preview showed."""
    preview = _job(request, ledger, ledger_job_id)
    try:
        job = confirm_workbook(
            actor=request.actor, now=now(), ledger=book_of(ledger).imports, preview=preview
        )
    except Refused as refusal:
        return _job_page(request, ledger, preview, refusal)
    return redirect("office:ledger-import-show", ledger, job.pk)


@office_page
@require_POST
def cancel(request: OfficeRequest, ledger: str, ledger_job_id: int) -> HttpResponse:
    """POST nothing. Stops a preview or a writing that has not ended."""
    cancel_workbook(actor=request.actor, now=now(), job=_job(request, ledger, ledger_job_id))
    return redirect("office:ledger-import-show", ledger, ledger_job_id)


@office_page
@require_GET
def template(request: OfficeRequest, ledger: str) -> HttpResponse:
    """The empty workbook to fill in."""
    book = _importable(request, ledger)
    return workbook_answer(write_template(book.imports.forms), Words("{book}导入模板", book=book.title))


@office_page
@require_GET
def export(request: OfficeRequest, ledger: str) -> HttpResponse:
    """GET `year`. Everything of the organisations that the actor sees, in the form in which it is imported."""
    book = book_of(ledger)
    if not may_use_ledgers(request.actor):
        raise Forbidden
    year = year_in(request)
    places = ledger_tree(request.actor).organisations
    lines = book.export(places, date(year, 1, 1), date(year, 12, 31))
    name = Words("{book}{year}年，导出于{day}", book=book.title, year=year, day=today(now()).isoformat())
    return workbook_answer(write_book(book.imports.forms, lines), name)


def _importable(request: OfficeRequest, ledger: str) -> Book:
    if not may_import_records(request.actor):
        raise Forbidden(Words("台账由经办人和各单位书记导入。"))
    return book_of(ledger)


def _job(request: OfficeRequest, ledger: str, ledger_job_id: int) -> "Job":
    """A job of this ledger that the actor herself asked for."""
    book = _importable(request, ledger)
    look_after(now())
    way = book.imports.way
    job = job_of(request.actor.institution_id, ledger_job_id, (way.preview, way.apply))
    if job.asked_by_id != request.actor.account_id:
        raise Missing(Words("没有找到这次办理。它可能太久了，请重新开始。"), code="job.missing")
    return job


def _is_preview(ledger: str, job: "Job") -> bool:
    return job.kind == book_of(ledger).imports.way.preview


def _place(ledger: str, job: "Job") -> ImportPlace:
    book = book_of(ledger)
    return import_place(
        "ledger-import",
        job,
        home=reverse(book.home),
        home_words=book.title,
        part="ledger_job_id",
        ledger=ledger,
    )


def _job_page(
    request: OfficeRequest, ledger: str, job: "Job", refusal: Refused | None = None
) -> HttpResponse:
    return import_page(request, job, _place(ledger, job), refusal, is_preview=_is_preview(ledger, job))


def _upload_page(
    request: OfficeRequest, ledger: str, book: Book, refusal: Refused | None = None
) -> HttpResponse:
    way = book.imports.way
    jobs = latest_jobs(request.actor.institution_id, (way.preview, way.apply), limit=20)
    shown = {
        "refusal": refusal,
        "ledger": ledger,
        "book": book,
        "home": reverse(book.home),
        "latest": [job for job in jobs if job.asked_by_id == request.actor.account_id][:5],
        "apply_kind": way.apply,
    }
    return render(
        request, "office/ledger-import-upload.html", shown, status=refusal.status if refusal else 200
    )
