"""A paper that went out: how it read, its files with their hashes, making it void."""

from __future__ import annotations

from collections.abc import Mapping
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
from pingyi.core.jobs import look_after
from pingyi.core.queries.jobs import has_ended, latest_job
from pingyi.core.words import Words
from pingyi.documents.domain.copy_number import copy_number
from pingyi.documents.queries.register import text_of
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import PDF, WORD, seen_cycle
from pingyi.doors.office.sent_fields import faults_of
from pingyi.doors.office.sent_file import sent_file
from pingyi.review.papers.domain.copies import MOST_COPIES, MOST_PAGES, Run, next_first
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.phrases import KIND_WORDS
from pingyi.review.papers.queries import copies_of, edited_words, find_issued, word_that_counts
from pingyi.review.papers.rules import may_write_papers
from pingyi.review.papers.services import NUMBER_COPIES, replace_word, void_paper

if TYPE_CHECKING:
    from pingyi.core.models import StoredFile
    from pingyi.review.papers.models import IssuedPaper

MADE = "made"
_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {WORD: _OOXML, PDF: "application/pdf"}


@office_page
@require_GET
def show(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    return issued_page(request, cycle_id, paper_id)


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
        return issued_page(request, cycle_id, paper_id, refusal)
    messages.success(request, Words("换上了。下载的 Word 从现在起是改过的这一份，系统写的那份也留着。"))
    return redirect("office:paper-issued", cycle_id, paper_id)


def issued_page(
    request: OfficeRequest,
    cycle_id: int,
    paper_id: int,
    refusal: Refused | None = None,
    sent: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The paper as it went out, with what was `sent` where a form of the page was refused."""
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
        "faults": faults_of(refusal),
        "sent": sent or {},
        **(_copies(request, paper) if paper.copy_number else {}),
        "voiding": getattr(paper, "voiding", None),
        "may_write": may_write_papers(request.actor, cycle),
        "is_circular": paper.kind == Kind.CIRCULAR,
    }
    return render(request, "office/paper-issued.html", shown, status=refusal.status if refusal else 200)


def _copies(request: OfficeRequest, paper: IssuedPaper) -> dict[str, object]:
    """The runs of numbered copies, the number that comes next, and the run that is being made."""
    look_after(now())
    job = latest_job(request.actor.institution_id, (NUMBER_COPIES,), paper_id=paper.pk)
    copies = copies_of(paper)
    runs = [Run(row.first, row.last) for row in copies]
    return {
        "copies": list(zip(copies, runs, strict=True)),
        "next_first": copy_number(next_first(runs, int(paper.copy_number))),
        "most_copies": MOST_COPIES,
        "most_pages": MOST_PAGES,
        "job": job,
        "is_running": job is not None and not has_ended(job),
        "has_failed": job is not None and job.state in ("failed", "cancelled"),
        "topic": f"job:{job.pk}" if job else "",
    }


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
    # Under the name of the paper, whatever the file was called where it was edited.
    return _kept(word_that_counts(paper), WORD, paper.word.name)


def _kept(stored: StoredFile, ending: str, name: str = "") -> HttpResponse:
    stem = (name or stored.name).removesuffix(f".{ending}")
    return file_answer(read_file(stored), stem, ending, _TYPES[ending])
