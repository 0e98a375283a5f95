"""Returning a report with a reason, and letting it pass."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.show import report_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_moment, sent_number
from pingyi.review.dutyreports.queries import find_report
from pingyi.review.dutyreports.rules import may_list_reports
from pingyi.review.dutyreports.services import accept_report, return_report

if TYPE_CHECKING:
    from pingyi.review.dutyreports.models import DutyReport


@office_page
@require_POST
def send_back(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST `reason`, `due_at` (a new deadline, may be empty), `version` (may be left out: the draft that was seen)."""
    report, reason = find_report(report_id), request.POST.get("reason", "")
    try:
        return_report(
            actor=request.actor,
            now=now(),
            report=report,
            reason=reason,
            due_at=sent_moment(request.POST, "due_at"),
            seen_version=_version(request),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        due = request.POST.get("due_at", "")
        return report_page(request, find_report(report_id), refusal, reason=reason, due=due)
    messages.success(
        request,
        Words(
            "{organisation}的报告退回了，书记在自己的页面上看得到理由。",
            organisation=report.reporter.organisation.name,
        ),
    )
    return _back(request, report)


@office_page
@require_POST
def accept(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST no fields; `version` and `level` (may be left out) are the draft and the level that the reader saw."""
    report = find_report(report_id)
    try:
        passed = accept_report(
            actor=request.actor,
            now=now(),
            report=report,
            seen_version=_version(request),
            seen_level=_level(request),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return report_page(request, find_report(report_id), refusal)
    is_through = passed.state == "accepted"
    then = Words("通过了") if is_through else Words("这一级通过了，到下一级")
    messages.success(
        request,
        Words("{organisation}的报告{then}。", organisation=report.reporter.organisation.name, then=then),
    )
    return _back(request, report)


def _back(request: OfficeRequest, report: "DutyReport") -> HttpResponse:
    """To the list that the actor came from: all reports, or those that wait for her by name."""
    if may_list_reports(request.actor, report.reporter.cycle):
        return redirect("office:report-list", report.reporter.cycle_id)
    return redirect("office:report-turns")


def _version(request: OfficeRequest) -> int | None:
    return sent_number(request.POST, "version") or None


def _level(request: OfficeRequest) -> int | None:
    sent = request.POST.get("level", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else None
