"""Returning a report with a reason, and letting it pass."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.doors.office.cycles.reading import sent_number
from pingyi.doors.office.dutyreports.show import report_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.dutyreports.queries import find_report
from pingyi.review.dutyreports.services import accept_report, return_report


@office_page
@require_POST
def send_back(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST `reason`; `version` (may be left out) is the draft that the reader saw."""
    report, reason = find_report(report_id), request.POST.get("reason", "")
    try:
        return_report(
            actor=request.actor, now=now(), report=report, reason=reason, seen_version=_version(request)
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return report_page(request, find_report(report_id), refusal, reason=reason)
    messages.success(
        request, f"{report.reporter.organisation.name}的报告退回了，书记在自己的页面上看得到理由。"
    )
    return redirect("office:report-list", report.reporter.cycle_id)


@office_page
@require_POST
def accept(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST no fields; `version` (may be left out) is the draft that the reader saw."""
    report = find_report(report_id)
    try:
        accept_report(actor=request.actor, now=now(), report=report, seen_version=_version(request))
    except Forbidden:
        raise
    except Refused as refusal:
        return report_page(request, find_report(report_id), refusal)
    messages.success(request, f"{report.reporter.organisation.name}的报告通过了。")
    return redirect("office:report-list", report.reporter.cycle_id)


def _version(request: OfficeRequest) -> int | None:
    return sent_number(request.POST, "version") or None
