"""Passages of one report that are alike to others: for its author before anybody else, then for who examines."""

import re
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.words import percent
from pingyi.doors.office.likeness.bars import author_bar, examiner_bar
from pingyi.doors.office.likeness.pairs import author_lines, examiner_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.domain.states import is_writable
from pingyi.review.dutyreports.queries import find_report, named_anywhere
from pingyi.review.dutyreports.queries.likeness import corpus_for, found_for
from pingyi.review.dutyreports.rules import may_list_reports, may_see_likeness, may_write_report
from pingyi.review.dutyreports.services.likeness import compare_report, explain_passages

NOTE = re.compile(r"note-(\d{1,18})")


@office_page
@require_GET
def show(request: OfficeRequest, report_id: int) -> HttpResponse:
    """GET only; comparing and explaining have addresses of their own."""
    return _page(request, report_id)


@office_page
@require_POST
def compare(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST no fields. Compares this report as it stands and shows what was found."""
    compare_report(actor=request.actor, now=now(), report=find_report(report_id))
    return redirect("office:likeness-show", report_id)


@office_page
@require_POST
def keep_notes(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST `note-ID` (ID: number of the passage), as many as there are; an empty one takes the words back."""
    sent = {
        int(match[1]): str(words) for name, words in request.POST.items() if (match := NOTE.fullmatch(name))
    }
    try:
        changed = explain_passages(actor=request.actor, now=now(), report=find_report(report_id), notes=sent)
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, report_id, refusal, sent)
    messages.success(
        request,
        Words("存了{changed}段的说明。", changed=len(changed)) if changed else Words("说明没有变化。"),
    )
    return redirect("office:likeness-show", report_id)


def _page(
    request: OfficeRequest,
    report_id: int,
    refusal: Refused | None = None,
    sent: Mapping[int, str] | None = None,
) -> HttpResponse:
    actor, report, moment = request.actor, find_report(report_id), now()
    reporter = report.reporter
    is_author = may_write_report(actor, reporter)
    settings = settings_of(reporter.cycle)
    found = found_for(report)
    if not is_author:
        if not may_see_likeness(actor, report, named_anywhere(report)):
            raise Forbidden(Words("相近段落先给写报告的书记看，交上来以后审的人才看。"))
        if not found.is_open(settings):
            raise Forbidden(Words("这一轮定了书记自己先看相近段落，她还没有看。"))
    corpus = corpus_for(reporter.cycle, also=[report.pk])
    is_stale = found.check is not None and found.check.fingerprint != corpus.fingerprint
    faults = {refusal.field: refusal.message} if refusal and refusal.field else {}
    shown = {
        "report": report,
        "reporter": reporter,
        "cycle": reporter.cycle,
        "found": found,
        "share": percent(found.share) if found.share is not None and not is_author else "",
        "is_author": is_author,
        "is_stale": is_stale,
        "can_write": is_author and is_writable(report.state),
        "may_list": may_list_reports(actor, reporter.cycle),
        "bar": author_bar(found, is_stale=is_stale) if is_author else examiner_bar(found, is_stale=is_stale),
        "lines": author_lines(found, settings, moment, sent or {}, faults)
        if is_author
        else examiner_lines(found, may_read_others=may_list_reports(actor, reporter.cycle)),
        "settings": settings,
        "common_share": share_text(settings.likeness_common_share),
        "refusal": refusal,
    }
    return render(request, "office/likeness-show.html", shown, status=refusal.status if refusal else 200)
