"""Numbered copies of an issued paper: make a run, follow it, stop it, have its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import read_file
from pingyi.core.queries.jobs import has_ended, job_of
from pingyi.core.words import Words
from pingyi.documents.render.files import excel_file
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.issued import issued_page
from pingyi.doors.office.papers.reading import PDF, rendered_answer, seen_cycle
from pingyi.doors.office.sent_fields import number_in
from pingyi.review.papers.copies_sheet import copies_sheet
from pingyi.review.papers.domain.copies import run_of
from pingyi.review.papers.queries import find_copies, find_issued
from pingyi.review.papers.services import NUMBER_COPIES, ask_for_copies, cancel_copies

if TYPE_CHECKING:
    from pingyi.core.models import Job
    from pingyi.review.papers.models import IssuedPaper

WORDS, SHEET = "zip", "xlsx"


@office_page
@require_POST
def make(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    """POST `first` (the first number), `count` (how many copies)."""
    paper, sent = _paper(request, cycle_id, paper_id), request.POST.dict()
    run = run_of(number_in(sent.get("first", "").strip()), number_in(sent.get("count", "").strip()))
    try:
        ask_for_copies(actor=request.actor, now=now(), paper=paper, run=run)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return issued_page(request, cycle_id, paper_id, refusal, sent)
    return _back(cycle_id, paper_id)


@office_page
@require_GET
def progress(request: OfficeRequest, cycle_id: int, paper_id: int, job_id: int) -> HttpResponse:
    """The live part of the page while it runs; after the end it leads to the page itself."""
    job = _job(request, _paper(request, cycle_id, paper_id), job_id)
    if has_ended(job):
        return _back(cycle_id, paper_id)
    return render(request, "office/_copies-progress.html", {"job": job})


@office_page
@require_POST
def cancel(request: OfficeRequest, cycle_id: int, paper_id: int, job_id: int) -> HttpResponse:
    """No fields. Stops copies that are being made."""
    paper = _paper(request, cycle_id, paper_id)
    cancel_copies(actor=request.actor, now=now(), paper=paper, job=_job(request, paper, job_id))
    return _back(cycle_id, paper_id)


@office_page
@require_GET
def download(
    request: OfficeRequest, cycle_id: int, paper_id: int, copies_id: int, copies_file: str
) -> HttpResponse:
    """`copies_file` is pdf (all copies to print), zip (a Word file each) or xlsx (who got which)."""
    copies = find_copies(_paper(request, cycle_id, paper_id), copies_id)
    if copies_file == SHEET:
        return rendered_answer(excel_file(copies_sheet(copies)))
    if copies_file not in (PDF, WORDS):
        raise Missing(Words("没有这种文件。请从发出的公文里下载。"), code="file.missing")
    stored = copies.pdf if copies_file == PDF else copies.words
    stem = stored.name.removesuffix(f".{copies_file}")
    return file_answer(read_file(stored), stem, copies_file, f"application/{copies_file}")


def _paper(request: OfficeRequest, cycle_id: int, paper_id: int) -> IssuedPaper:
    return find_issued(seen_cycle(request, cycle_id), paper_id)


def _job(request: OfficeRequest, paper: IssuedPaper, job_id: int) -> Job:
    return job_of(request.actor.institution_id, job_id, (NUMBER_COPIES,), paper_id=paper.pk)


def _back(cycle_id: int, paper_id: int) -> HttpResponse:
    return redirect(reverse("office:paper-issued", args=[cycle_id, paper_id]) + "#copies")
