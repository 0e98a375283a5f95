"""All reports of a cycle with what is alike in them, in the order of the ballot: no ranking."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.jobs import look_after
from pingyi.core.queries.jobs import has_ended, job_of, latest_job
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.words import percent
from pingyi.doors.office.likeness.bars import list_bar
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.reporters import roster_size
from pingyi.review.dutyreports.domain.states import is_handed_in
from pingyi.review.dutyreports.queries.likeness import Found, corpus_for, found_in_cycle
from pingyi.review.dutyreports.rules import may_compare_reports, may_see_likeness
from pingyi.review.dutyreports.services.likeness import COMPARE, ask_for_comparison, cancel_comparison

if TYPE_CHECKING:
    from pingyi.core.models import Job
    from pingyi.review.cycles.domain.settings import ReviewSettings
    from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class Row:
    """`why` says why there is nothing to see; else there is the share, of the characters without set phrases."""

    found: Found
    why: str
    share: str
    is_stale: bool


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """What is alike in which report, with the progress of a comparison that runs."""
    return _page(request, _cycle(request, cycle_id))


@office_page
@require_POST
def start(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST no fields. Compares all reports that were handed in."""
    cycle = find_cycle(cycle_id)
    try:
        ask_for_comparison(actor=request.actor, now=now(), cycle=cycle)
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, cycle, refusal)
    return redirect("office:likeness-list", cycle_id)


@office_page
@require_GET
def progress(request: OfficeRequest, cycle_id: int, job_id: int) -> HttpResponse:
    """The live part of the list while it runs; after the end it leads to the list itself."""
    job = _job(request, _cycle(request, cycle_id), job_id)
    if has_ended(job):
        return redirect("office:likeness-list", cycle_id)
    return render(request, "office/_likeness-progress.html", {"job": job})


@office_page
@require_POST
def cancel(request: OfficeRequest, cycle_id: int, job_id: int) -> HttpResponse:
    """POST no fields. Stops a comparison that has not ended."""
    cycle = _cycle(request, cycle_id)
    cancel_comparison(actor=request.actor, now=now(), cycle=cycle, job=_job(request, cycle, job_id))
    return redirect("office:likeness-list", cycle_id)


def _cycle(request: OfficeRequest, cycle_id: int) -> "Cycle":
    cycle = find_cycle(cycle_id)
    if not may_compare_reports(request.actor, cycle):
        raise Forbidden(Words("相近段落的列表由经办人看。您自己的报告，在报告页上看。"))
    return cycle


def _job(request: OfficeRequest, cycle: "Cycle", job_id: int) -> "Job":
    return job_of(request.actor.institution_id, job_id, (COMPARE,), cycle_id=cycle.pk)


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    look_after(now())
    job = latest_job(request.actor.institution_id, (COMPARE,), cycle_id=cycle.pk)
    settings, corpus, reporters = settings_of(cycle), corpus_for(cycle), roster_size(cycle)
    rows = [_row(request, found, settings, corpus.fingerprint) for found in found_in_cycle(cycle)]
    handed_in = [row for row in rows if is_handed_in(row.found.report.state)]
    compared = [row for row in handed_in if row.found.check]
    stale = sum(row.is_stale for row in compared)
    shown = {
        "cycle": cycle,
        "rows": rows,
        "handed_in": len(handed_in),
        "reporters": reporters,
        "not_begun": reporters - len(rows),
        "compared": len(compared),
        "bar": list_bar(len(handed_in), len(compared), stale, has_texts=bool(corpus.here)),
        "job": job,
        "is_running": job is not None and not has_ended(job),
        "has_failed": job is not None and job.state in ("failed", "cancelled"),
        "topic": f"job:{job.pk}" if job else "",
        "settings": settings,
        "common_share": share_text(settings.likeness_common_share),
        "refusal": refusal,
    }
    return render(request, "office/likeness-list.html", shown, status=refusal.status if refusal else 200)


def _row(request: OfficeRequest, found: Found, settings: "ReviewSettings", fingerprint: str) -> Row:
    why = ""
    if not is_handed_in(found.report.state):
        why = Words("还没有交，先由书记自己看")
    elif not may_see_likeness(request.actor, found.report):
        why = Words("您自己的单位，由另一位经办人看")
    elif not found.is_open(settings):
        why = Words("等书记先看过")
    elif found.check is None:
        why = Words("还没有比")
    is_stale = found.check is not None and found.check.fingerprint != fingerprint
    return Row(found, why, percent(found.share) if found.share is not None else "", is_stale)
