"""Marks from outside the ballot, where the rules of the review give them weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, number_in
from pingyi.review.appraisal.phrases import PART_WORDS
from pingyi.review.appraisal.queries.marks import Marks, marks_of, needed_parts
from pingyi.review.appraisal.rules import may_enter_marks
from pingyi.review.appraisal.services import enter_marks
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.domain.kinds import BadValueError, Points
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.reporters import voted_on
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.daily.queries.scores import DailyMark, daily_marks

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, Reporter

MARK = Points()


@dataclass(frozen=True)
class MarkCell:
    """One mark of one person as typed."""

    name: str
    label: str
    value: str
    fault: str
    origin: MarkOrigin | None = None


@dataclass(frozen=True)
class MarkOrigin:
    """Where a daily mark comes from: calculated and handed over, or typed; `handed` is what was calculated."""

    handed: str
    is_handed: bool
    has_arithmetic: bool


@dataclass(frozen=True)
class MarkLine:
    reporter: Reporter
    cells: tuple[MarkCell, ...]


@office_page
@require_http_methods(["GET", "POST"])
def mark_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Fields: daily-REPORTER, leader-REPORTER, as far as the rules need them; empty: not known yet."""
    cycle = find_cycle(cycle_id)
    if not may_enter_marks(request.actor, cycle):
        raise Forbidden(Words("测评以外的分数由计票人或领导录。"))
    if request.method != "POST":
        return _page(request, cycle)
    sent = request.POST.dict()
    try:
        changed = enter_marks(actor=request.actor, now=now(), cycle=cycle, marks=_marks_in(cycle, sent))
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, cycle, sent, refusal)
    messages.success(
        request,
        Words("存好了，{changed}位的分数有变动。", changed=changed) if changed else Words("分数没有变动。"),
    )
    return redirect("office:result-list" if changed else "office:mark-list", cycle_id)


def _marks_in(cycle: Cycle, sent: Mapping[str, str]) -> dict[int, Marks]:
    """The marks as typed; every cell that is no mark is a fault of its own. Parts that are not sent stay."""
    present = marks_of(cycle)
    marks: dict[int, Marks] = {}
    faults: dict[str, str] = {}
    for part in needed_parts(settings_of(cycle)):
        for name, text in sent.items():
            reporter_id = number_in(name.removeprefix(f"{part}-")) if name.startswith(f"{part}-") else 0
            if not reporter_id:
                continue
            before = marks.get(reporter_id, present.get(reporter_id, Marks()))
            try:
                value = _read(text)
            except BadValueError as fault:
                faults[name] = str(fault)
                continue
            daily, leader = (value, before.leader) if part == "daily" else (before.daily, value)
            marks[reporter_id] = Marks(daily, leader)
    if faults:
        raise SeveralFaults(faults, code="marks.faults")
    return marks


def _read(text: str) -> Fraction | None:
    """A mark as typed, None for nothing. A share is no mark: 92% would count as 0.92."""
    if not text.strip():
        return None
    words = Words(
        "“{strip}”不是分数。写0到{maximum}之间的数，例如92.5。", strip=text.strip(), maximum=MARK.maximum
    )
    if any(sign in text for sign in "%％/／"):
        raise BadValueError(words)
    try:
        return MARK.read(text)
    except BadValueError as fault:
        raise BadValueError(words) from fault


def _page(
    request: OfficeRequest,
    cycle: Cycle,
    sent: Mapping[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    settings = settings_of(cycle)
    parts, present, faults = needed_parts(settings), marks_of(cycle), faults_of(refusal)
    origins = daily_marks(cycle, present) if "daily" in parts else {}
    weights = {"daily": settings.composite_daily, "leader": settings.composite_leader}
    shown = {
        "cycle": cycle,
        "parts": [(PART_WORDS[part], share_text(weights[part])) for part in parts],
        "lines": [
            MarkLine(
                reporter,
                tuple(
                    _cell(
                        part,
                        reporter.pk,
                        present.get(reporter.pk, Marks()),
                        sent,
                        faults,
                        _origin(origins.get(reporter.pk)) if part == "daily" else None,
                    )
                    for part in parts
                ),
            )
            for reporter in voted_on(cycle)
        ],
        "has_daily": "daily" in parts,
        "refusal": refusal,
    }
    return render(request, "office/mark-list.html", shown, status=refusal.status if refusal else 200)


def _origin(mark: DailyMark | None) -> MarkOrigin | None:
    """None where there is no daily mark, nor one that was handed over."""
    if mark is None or (mark.mark is None and mark.handed is None):
        return None
    handed = "" if mark.handed is None else MARK.typed(mark.handed)
    return MarkOrigin(handed, mark.is_handed, mark.score_id is not None)


def _cell(
    part: str,
    reporter_id: int,
    marks: Marks,
    sent: Mapping[str, str] | None,
    faults: Mapping[str, str],
    origin: MarkOrigin | None,
) -> MarkCell:
    name, mark = f"{part}-{reporter_id}", marks.of(part)
    stored = "" if mark is None else MARK.typed(mark)
    value = stored if sent is None else sent.get(name, stored)
    return MarkCell(name, PART_WORDS[part], value, faults.get(name, ""), origin)
