"""The circular for its range: who will read what, opening it to them, and what they read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.issued import kept_file
from pingyi.doors.office.papers.reading import seen_cycle
from pingyi.review.cycles.domain.catalogue import BY_KEY
from pingyi.review.cycles.queries import settings_of
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.queries import circular_range, find_circular, find_issued
from pingyi.review.papers.rules import may_write_papers
from pingyi.review.papers.services import open_circular


@office_page
@require_http_methods(["GET", "POST"])
def circulate(request: OfficeRequest, cycle_id: int, paper_id: int) -> HttpResponse:
    """POST `seal`: the range as the page showed it."""
    cycle = seen_cycle(request, cycle_id)
    paper = find_issued(cycle, paper_id)
    if paper.kind != Kind.CIRCULAR:
        raise Missing(Words("这一份不是结果通报，不在系统里通报。"), code="circular.missing")
    refusal = None
    if request.method == "POST":
        try:
            open_circular(actor=request.actor, now=now(), paper=paper, seal=request.POST.get("seal", ""))
        except (Forbidden, Missing):
            raise
        except Refused as fault:
            refusal = fault
        else:
            messages.success(request, Words("通报了，范围内的人现在看得到。"))
            return redirect("office:circular-show", cycle_id, paper_id)
    settings = settings_of(cycle)
    shown = {
        "cycle": cycle,
        "paper": paper,
        "range": circular_range(paper),
        "names_word": BY_KEY["publish_names"].kind.words(settings.publish_names),
        "readers_word": BY_KEY["publish_readers"].kind.words(settings.publish_readers),
        "voiding": getattr(paper, "voiding", None),
        "page": mark_safe(paper.page),  # noqa: S308 - kept as our own renderer made it
        "refusal": refusal,
        "may_write": may_write_papers(request.actor, cycle),
    }
    return render(request, "office/circular-show.html", shown, status=refusal.status if refusal else 200)


@office_page
@require_GET
def read(request: OfficeRequest, paper_id: int) -> HttpResponse:
    """Exactly the paper that went out, for those to whom it was opened."""
    paper = find_circular(request.actor, paper_id)
    shown = {"paper": paper, "page": mark_safe(paper.page)}  # noqa: S308 - kept as our own renderer made it
    return render(request, "office/circular-read.html", shown)


@office_page
@require_GET
def one_file(request: OfficeRequest, paper_id: int, paper_file: str) -> HttpResponse:
    """`paper_file` is docx or pdf."""
    return kept_file(find_circular(request.actor, paper_id), paper_file)
