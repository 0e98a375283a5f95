"""A paper that went out: how it read, its files with their hashes, making it void."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Missing
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.queries.register import text_of
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import PDF, WORD, seen_cycle
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries import find_issued
from pingyi.review.papers.rules import may_write_papers
from pingyi.review.papers.services import void_paper

if TYPE_CHECKING:
    from pingyi.review.papers.models import IssuedPaper

_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {WORD: _OOXML, PDF: "application/pdf"}


@office_page
@require_GET
def show(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    cycle = seen_cycle(request, cycle_id)
    paper = find_issued(cycle, paper_id)
    shown = {
        "cycle": cycle,
        "paper": paper,
        "word": KIND_WORDS[paper.kind],
        "number": text_of(paper.document_number) if paper.document_number else "",
        "page": mark_safe(paper.page),  # noqa: S308 - kept as our own renderer made it
        "voiding": getattr(paper, "voiding", None),
        "may_write": may_write_papers(request.actor, cycle),
        "is_circular": paper.kind == Kind.CIRCULAR,
    }
    return render(request, "office/paper-issued.html", shown)


@office_page
@require_POST
def void(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    """POST `reason`."""
    paper = find_issued(seen_cycle(request, cycle_id), paper_id)
    reason = request.POST.get("reason", "")
    return act_and_return(
        request,
        lambda: void_paper(actor=request.actor, now=now(), paper=paper, reason=reason),
        reverse("office:paper-issued", args=[cycle_id, paper_id]),
        Words("作废了。文号留在登记簿上，后面写着原因。"),
    )


@office_page
@require_GET
def one_file(request: OfficeRequest, cycle_id: int, paper_id: int, paper_file: str) -> HttpResponse:
    """`paper_file` is docx or pdf: the bytes that were kept, checked against their hash."""
    return kept_file(find_issued(seen_cycle(request, cycle_id), paper_id), paper_file)


def kept_file(paper: IssuedPaper, paper_file: str) -> HttpResponse:
    """One of the two files that were kept with a paper."""
    if paper_file not in _TYPES:
        raise Missing(Words("没有这种文件，只有 Word 和 PDF。"), code="file.missing")
    stored = paper.word if paper_file == WORD else paper.pdf
    stem = stored.name.removesuffix(f".{paper_file}")
    return file_answer(read_file(stored), stem, paper_file, _TYPES[paper_file])
