"""The kept versions of a report: the list, the difference between any two, an older one restored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.version_words import NOW, NOW_WORDS, reason_words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.dutyreports.domain.comparing import compare_kept, tally_of
from pingyi.review.dutyreports.domain.kept import Kept, kept_from
from pingyi.review.dutyreports.domain.states import is_writable
from pingyi.review.dutyreports.queries import find_report, named_anywhere
from pingyi.review.dutyreports.queries.versions import as_it_stands, find_version, versions_of
from pingyi.review.dutyreports.rules import may_read_report, may_write_report
from pingyi.review.dutyreports.services import restore_version

if TYPE_CHECKING:
    from pingyi.review.dutyreports.models import DutyReport, ReportVersion


@dataclass(frozen=True)
class Side:
    """One of the two that are compared; `version` is None for the report as it stands."""

    key: str
    name: str
    kept: Kept
    version: ReportVersion | None


@office_page
@require_GET
def version_list(request: OfficeRequest, report_id: int) -> HttpResponse:
    """Who writes sees every version; who reads only those that were handed in or returned."""
    report = _readable(request, report_id)
    is_writer = may_write_report(request.actor, report.reporter)
    versions = versions_of(report, is_writer=is_writer)
    shown = {
        "report": report,
        "reporter": report.reporter,
        "cycle": report.reporter.cycle,
        "is_writer": is_writer,
        "can_write": is_writer and is_writable(report.state),
        "rows": [(version, reason_words(version)) for version in versions],
    }
    return render(request, "office/version-list.html", shown)


@office_page
@require_GET
def version_compare(request: OfficeRequest, report_id: int) -> HttpResponse:
    """`?old=N&new=M`: numbers of versions, or `now` for the report as it stands (also when left out)."""
    report = _readable(request, report_id)
    is_writer = may_write_report(request.actor, report.reporter)
    versions = versions_of(report, is_writer=is_writer)
    newest = str(versions[0].number) if versions else NOW
    old = _side(report, request.GET.get("old", newest), is_writer=is_writer)
    new = _side(report, request.GET.get("new", NOW), is_writer=is_writer)
    parts = compare_kept(old.kept, new.kept)
    shown = {
        "report": report,
        "reporter": report.reporter,
        "cycle": report.reporter.cycle,
        "is_writer": is_writer,
        "can_restore": is_writer and is_writable(report.state) and old.version is not None and new.key == NOW,
        "old": old,
        "new": new,
        "choices": [(NOW, NOW_WORDS), *((str(one.number), _name(one)) for one in versions)],
        "parts": parts,
        "tally": tally_of(parts),
    }
    return render(request, "office/version-compare.html", shown)


@office_page
@require_POST
def version_restore(request: OfficeRequest, report_id: int, number: int) -> HttpResponse:
    """POST `version`: the state of the report that the person saw."""
    report, seen = find_report(report_id), request.POST.get("version", "")
    restore_version(
        actor=request.actor,
        now=now(),
        report=report,
        number=number,
        seen_version=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else -1,
    )
    messages.success(request, Words("报告恢复成第{number}版了，原来的也留成了一版。", number=number))
    return redirect("office:report-show", report.pk)


def _readable(request: OfficeRequest, report_id: int) -> DutyReport:
    report = find_report(report_id)
    if not may_read_report(request.actor, report.reporter, named_anywhere(report)):
        raise Forbidden(Words("这份述职报告，本单位书记、指定的审核人、经办人和领导可以看。"))
    return report


def _side(report: DutyReport, key: str, *, is_writer: bool) -> Side:
    if key == NOW:
        return Side(NOW, NOW_WORDS, as_it_stands(report), None)
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        raise Missing(Words("没有留下这一版。请回到“各版”里看有哪些。"), code="version.missing")
    version = find_version(report, int(key), is_writer=is_writer)
    return Side(key, _name(version), kept_from(version.content), version)


def _name(version: ReportVersion) -> str:
    return Words("第{number}版（{reason_words}）", number=version.number, reason_words=reason_words(version))
