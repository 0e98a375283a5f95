"""A Word file for a report: handed in, looked at with its places, then put into the sections."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import sent_file
from pingyi.review.dutyreports.domain.length import count_characters
from pingyi.review.dutyreports.domain.placing import NOWHERE, Group, Match
from pingyi.review.dutyreports.domain.states import is_writable
from pingyi.review.dutyreports.queries import find_report
from pingyi.review.dutyreports.queries.uploads import CutUp, cut_up, find_upload
from pingyi.review.dutyreports.rules import may_write_report
from pingyi.review.dutyreports.services.upload_report import Unplaced, place_upload, upload_report

if TYPE_CHECKING:
    from pingyi.review.dutyreports.models import DutyReport

FIELD = re.compile(r"place-(\d{1,6})")
SURE = {
    Match.SAME: Words("和小标题一样"),
    Match.NUMBERED: Words("和小标题一样，多了序号"),
    Match.CLOSE: Words("相近，请核对"),
}


@dataclass(frozen=True)
class LineRow:
    """One line that has a choice of its own."""

    place: int
    text: str
    chosen: str
    is_missing: bool
    may_follow: bool


@dataclass(frozen=True)
class GroupRow:
    """A group that goes to one place together, or line by line."""

    group: Group
    sure: str
    heading: str
    text: tuple[str, ...]
    length: int
    chosen: str
    lines: tuple[LineRow, ...]

    @property
    def place(self) -> int:
        return self.group.lines[0]


@office_page
@require_http_methods(["GET", "POST"])
def upload(request: OfficeRequest, report_id: int) -> HttpResponse:
    """GET says what is taken; POST `file` reads it and leads to its places. A bad file changes nothing."""
    report = _writable(request, report_id)
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            name, content = sent_file(request)
            taken = upload_report(actor=request.actor, now=now(), report=report, name=name, content=content)
            return redirect("office:report-place", report.pk, taken.pk)
        except Forbidden:
            raise
        except Refused as found:
            refusal = found
    shown = {
        "report": report,
        "reporter": report.reporter,
        "cycle": report.reporter.cycle,
        "refusal": refusal,
    }
    return render(request, "office/report-upload.html", shown, status=refusal.status if refusal else 200)


@office_page
@require_http_methods(["GET", "POST"])
def place(request: OfficeRequest, report_id: int, upload_id: int) -> HttpResponse:
    """GET shows what goes where; POST `place-N` (text-N, answer-ID, none) and `version` puts it there."""
    report = _writable(request, report_id)
    choices = _choices(request.POST)
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            placed = place_upload(
                actor=request.actor,
                now=now(),
                report=report,
                upload_id=upload_id,
                seen_version=_version(request.POST),
                choices=choices,
            )
        except Forbidden:
            raise
        except Refused as found:
            refusal, report = found, find_report(report_id)
        else:
            left = Words("，{left}段没有放", left=len(placed.left)) if placed.left else ""
            messages.success(
                request,
                Words(
                    "换好了{texts}处{left}。换以前的留成了一版，在“各版”里。还没有交。",
                    texts=len(placed.texts),
                    left=left,
                ),
            )
            return redirect("office:report-show", report.pk)
    found_file = cut_up(report, find_upload(report, upload_id))
    shown = {
        "report": report,
        "reporter": report.reporter,
        "cycle": report.reporter.cycle,
        "refusal": refusal,
        "found": found_file,
        "targets": _targets(found_file),
        "rows": _rows(found_file, choices, refusal),
        "nowhere": NOWHERE,
    }
    return render(request, "office/report-place.html", shown, status=refusal.status if refusal else 200)


def _writable(request: OfficeRequest, report_id: int) -> DutyReport:
    report = find_report(report_id)
    if not may_write_report(request.actor, report.reporter):
        raise Forbidden(Words("述职报告由述职的书记本人写。"))
    if not is_writable(report.state):
        raise Refused(Words("报告已经交上去了，不能换。要改请经办人退回。"), code=f"report.{report.state}")
    return report


def _choices(data: QueryDict) -> dict[int, str]:
    found = ((FIELD.fullmatch(name), str(value)) for name, value in data.items())
    return {int(match[1]): value for match, value in found if match}


def _version(data: QueryDict) -> int:
    sent = data.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1


def _targets(found: CutUp) -> list[tuple[str, str, int]]:
    """Field, words, and how long what stands there now is."""
    texts = {f"answer-{one.problem_id}": one.text for one in found.standing.answers}
    texts |= {f"text-{one.sequence}": one.text for one in found.standing.sections}
    return [(field, words, count_characters(texts[field])) for field, words in found.targets.items()]


def _rows(found: CutUp, choices: Mapping[int, str], refusal: Refused | None) -> list[GroupRow]:
    missing = set(refusal.lines) if isinstance(refusal, Unplaced) else set()
    rows = []
    for group in found.groups:
        texts = [found.lines[place].text for place in group.lines]
        told = ([group.rest] if group.rest else []) + texts[1:] if group.has_heading else texts
        rows.append(
            GroupRow(
                group=group,
                sure=SURE.get(group.match, ""),
                heading=texts[0] if group.has_heading else "",
                text=tuple(told),
                length=sum(count_characters(text) for text in told),
                chosen=choices.get(group.lines[0], group.target),
                lines=()
                if group.has_heading
                else tuple(
                    LineRow(
                        place,
                        found.lines[place].text,
                        choices.get(place, NOWHERE if group.is_aside and not number else ""),
                        place in missing,
                        may_follow=number > 0,
                    )
                    for number, place in enumerate(group.lines)
                ),
            )
        )
    return rows
