"""One report: written by its secretary, read and decided on by the clerk, read by leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.duties.beside import list_beside
from pingyi.doors.office.dutyreports.bars import reader_bar, writer_bar
from pingyi.doors.office.dutyreports.checks import checks_of
from pingyi.doors.office.dutyreports.claims import claims_beside, claims_check
from pingyi.doors.office.dutyreports.form import CHANGED, Sent, form_of, sent_of, unsaved_words
from pingyi.doors.office.dutyreports.reading import pieces_of
from pingyi.doors.office.dutyreports.words import counting_words, handed_in_words, proposed_due
from pingyi.doors.office.home.own_words import CHIPS
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.dutyreports.domain.states import is_handed_in, is_writable
from pingyi.review.dutyreports.queries import (
    examinations_of,
    find_report,
    named_anywhere,
    read_report,
    stage_of,
    with_past,
)
from pingyi.review.dutyreports.rules import (
    may_decide,
    may_list_reports,
    may_read_report,
    may_see_likeness,
    may_write_report,
)
from pingyi.review.dutyreports.services import hand_in_report, save_report

if TYPE_CHECKING:
    from pingyi.doors.office.dutyreports.claim_lines import TypedWord
    from pingyi.review.dutyreports.models import DutyReport


@office_page
@require_http_methods(["GET", "POST"])
def show(request: OfficeRequest, report_id: int) -> HttpResponse:
    """GET (`?read=1`: the secretary sees it as the others do); POST the form of `form.py`."""
    report = find_report(report_id)
    if request.method == "POST":
        return _keep(request, report)
    return report_page(request, report)


def _keep(request: OfficeRequest, report: DutyReport) -> HttpResponse:
    sent = sent_of(request.POST)
    verb = hand_in_report if sent.is_final else save_report
    try:
        kept = verb(
            actor=request.actor,
            now=now(),
            report=report,
            seen_version=sent.version,
            texts=sent.texts,
            answers=sent.answers,
            headings=sent.headings,
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return report_page(request, find_report(report.pk), refusal, sent)
    if is_handed_in(kept.state):
        messages.success(
            request,
            Words("交上了，第{rounds}稿。审过以后，结果在这里和“我的述职和整改”里看。", rounds=kept.rounds),
        )
    else:
        messages.success(request, Words("存好了，还没有交。"))
    return redirect("office:report-show", report.pk)


def report_page(
    request: OfficeRequest,
    report: DutyReport,
    refusal: Refused | None = None,
    sent: Sent | None = None,
    reason: str = "",
    due: str = "",
    word: TypedWord | None = None,
) -> HttpResponse:
    """The page for whoever looks; after a refusal with everything that was typed."""
    actor, reporter, moment = request.actor, report.reporter, now()
    if not (may_read_report(actor, reporter) or may_read_report(actor, reporter, named_anywhere(report))):
        raise Forbidden(Words("这份述职报告，本单位书记、指定的审核人、经办人和领导可以看。"))
    reading, sent = with_past(read_report(report)), sent or Sent()
    stage = stage_of(report, reading.settings)
    is_writer = may_write_report(actor, reporter)
    can_write = is_writer and is_writable(report.state)
    is_writing = can_write and "read" not in request.GET
    may_review = may_decide(actor, report, stage)
    may_return = may_review and is_handed_in(report.state)
    claims = claims_beside(actor, reading, moment, examines=may_return)
    checks = checks_of(reading, moment, is_writing=can_write)
    if not can_write:
        checks += claims_check(claims)
    unmet = sum(not check.is_met for check in checks)
    shown = {
        "cycle": reporter.cycle,
        "reporter": reporter,
        "report": report,
        "reading": reading,
        "chip": CHIPS[report.state],
        "handed_in": handed_in_words(report, reporter.cycle, moment),
        "bar": writer_bar(reading, moment, stage)
        if is_writer
        else reader_bar(reading, moment, unmet, stage, may_review=may_review),
        "stage": stage,
        "history": examinations_of(report),
        "duties": list_beside(actor, reporter),
        "counting_words": counting_words(reading.settings),
        "proposed_due": due or proposed_due(moment, report.due_at or reporter.cycle.reports_due_at),
        "checks": checks,
        "unmet": unmet,
        "claims": claims,
        "is_writer": is_writer,
        "can_write": can_write,
        "is_writing": is_writing,
        "may_list": may_list_reports(actor, reporter.cycle),
        "may_review": may_review,
        "may_return": may_return,
        "typed_word": word,
        "sees_likeness": is_writer or may_see_likeness(actor, report, stage.named),
        "refusal": refusal,
        "is_changed": refusal is not None and refusal.code == CHANGED and is_writing,
        "reason": reason,
        "form": form_of(reading, sent, refusal) if is_writing else None,
        "unsaved": unsaved_words(reading, sent, is_writing=is_writing) if refusal else [],
        "pieces": [] if is_writing else pieces_of(reading, claims),
    }
    return render(request, "office/report-show.html", shown, status=refusal.status if refusal else 200)
