"""A paper that went out: how it read, its files with their hashes, making it void."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.queries.register import text_of
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import PDF, WORD, seen_cycle
from pingyi.doors.office.sent_file import sent_file
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries import edited_words, find_issued
from pingyi.review.papers.rules import may_write_papers
from pingyi.review.papers.services import replace_word, void_paper

if TYPE_CHECKING:
    from pingyi.core.models import StoredFile
    from pingyi.review.papers.models import IssuedPaper

MADE = "made"
_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {WORD: _OOXML, PDF: "application/pdf"}


@office_page
@require_GET
def show(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    return _page(request, cycle_id, paper_id)


@office_page
@require_POST
def replace(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    """POST `file`: the Word file as it was edited by hand; from now on it is the issued one."""
    paper = find_issued(seen_cycle(request, cycle_id), paper_id)
    try:
        name, content = sent_file(request)
        replace_word(actor=request.actor, now=now(), paper=paper, name=name, content=content)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, cycle_id, paper_id, refusal)
    messages.success(request, Words("换上了。下载的 Word 从现在起是改过的这一份，系统写的那份也留着。"))
    return redirect("office:paper-issued", cycle_id, paper_id)


def _page(
    request: OfficeRequest, cycle_id: int, paper_id: int, refusal: Refused | None = None
) -> HttpResponse:
    cycle = seen_cycle(request, cycle_id)
    paper = find_issued(cycle, paper_id)
    shown = {
        "cycle": cycle,
        "paper": paper,
        "word": KIND_WORDS[paper.kind],
        "number": text_of(paper.document_number) if paper.document_number else "",
        "page": mark_safe(paper.page),  # noqa: S308 - kept as our own renderer made it
        "edited": edited_words(paper),
        "refusal": refusal,
        "voiding": getattr(paper, "voiding", None),
        "may_write": may_write_papers(request.actor, cycle),
        "is_circular": paper.kind == Kind.CIRCULAR,
    }
    return render(request, "office/paper-issued.html", shown, status=refusal.status if refusal else 200)


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
    """`paper_file` is docx, pdf or `made`: the bytes that were kept, checked against their hash."""
    return kept_file(find_issued(seen_cycle(request, cycle_id), paper_id), paper_file)


def kept_file(paper: IssuedPaper, paper_file: str) -> HttpResponse:
    """One of the files that were kept with a paper.

    A Word file that was edited by hand is the issued one; `made` gives the one before it was edited.
    """
    if paper_file == MADE:
        return _kept(paper.word, WORD)
    if paper_file not in _TYPES:
        raise Missing(Words("没有这种文件，只有 Word 和 PDF。"), code="file.missing")
    if paper_file == PDF:
        return _kept(paper.pdf, PDF)
    edited = next(iter(edited_words(paper)), None)
    # Under the name of the paper, whatever the file was called where it was edited.
    return _kept(edited.file if edited else paper.word, WORD, paper.word.name)


def _kept(stored: StoredFile, ending: str, name: str = "") -> HttpResponse:
    stem = (name or stored.name).removesuffix(f".{ending}")
    return file_answer(read_file(stored), stem, ending, _TYPES[ending])
