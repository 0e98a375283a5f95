"""Recording what the committee decided: all at one sitting, or one person with her own reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.appraisal.one_person import page_of_one
from pingyi.doors.office.appraisal.reading import Outcome, outcome_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, rows_in, sent_day
from pingyi.review.appraisal.domain.cap import Cap
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.phrases import GRADE_WORDS
from pingyi.review.appraisal.queries.results import ResultRow, by_score, results_of
from pingyi.review.appraisal.rules import may_decide
from pingyi.review.appraisal.services import decide_grade, decide_grades
from pingyi.review.cycles.queries.lookup import find_cycle, find_reporter

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class SheetLine:
    """One person on the sheet of a sitting: what is proposed, what is chosen, what is wrong with it."""

    row: ResultRow
    grade: str
    reason: str
    grade_fault: str = ""
    reason_fault: str = ""


@office_page
@require_http_methods(["GET", "POST"])
def decide_all(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Fields: meeting, decided_on; grade-REPORTER (empty: not decided at this sitting), reason-REPORTER."""
    cycle = _decided_cycle(request, cycle_id)
    if request.method != "POST":
        return _sheet(request, outcome_of(cycle))
    sent = request.POST.dict()
    grades, reasons = rows_in(sent, "grade"), rows_in(sent, "reason")
    try:
        done = decide_grades(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            deciding_meeting=sent.get("meeting", ""),
            decided_on=_day(sent),
            choices={pk: Choice(grade, reasons.get(pk, "")) for pk, grade in grades.items() if grade},
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _sheet(request, outcome_of(cycle), sent, refusal)
    messages.success(request, Words("记下了{decisions}位的等次。", decisions=len(done.decisions)))
    _warn(request, done.cap)
    return redirect("office:result-list", cycle_id)


@office_page
@require_POST
def decide_one(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """Fields: grade, meeting, decided_on, reason; seen (decisions so far), correction (why, when there is one)."""
    cycle = _decided_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    sent = request.POST.dict()
    try:
        done = decide_grade(
            actor=request.actor,
            now=now(),
            reporter=reporter,
            deciding_meeting=sent.get("meeting", ""),
            decided_on=_day(sent),
            choice=Choice(sent.get("grade", ""), sent.get("reason", "")),
            seen=int(sent["seen"]) if sent.get("seen", "").isdecimal() else 0,
            correction_note=sent.get("correction", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return page_of_one(request, cycle, reporter, sent, refusal)
    messages.success(request, Words("{organisation}的等次记下了。", organisation=reporter.organisation.name))
    _warn(request, done.cap)
    return redirect("office:result-show", cycle_id, reporter_id)


def _decided_cycle(request: OfficeRequest, cycle_id: int) -> Cycle:
    cycle = find_cycle(cycle_id)
    if not may_decide(request.actor, cycle):
        raise Forbidden(Words("会议定的等次由领导记。"))
    return cycle


def _day(sent: Mapping[str, str]) -> date:
    day = sent_day(sent, "decided_on")
    if day is None:
        raise Refused(Words("写明哪天定的。"), code="form.day", field="decided_on")
    return day


def _sheet(
    request: OfficeRequest,
    outcome: Outcome,
    sent: Mapping[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    rows = [
        row
        for meeting in outcome.meetings
        if meeting.pk in outcome.snapshots
        for row in by_score(results_of(outcome.snapshots[meeting.pk]).rows)
    ]
    faults = faults_of(refusal)
    shown = {
        "cycle": outcome.cycle,
        "lines": [_line(row, sent, faults) for row in rows if row.decision is None],
        "decided": [row for row in rows if row.decision is not None],
        "grades": GRADE_WORDS,
        "body": outcome.stand.settings.decision_body,
        "cap": outcome.stand.cap,
        "has_several": len(outcome.meetings) > 1,
        "meeting_name": sent.get("meeting", "") if sent else "",
        "decided_on": sent.get("decided_on", "") if sent else today(now()).isoformat(),
        "faults": faults,
        "refusal": refusal,
    }
    return render(request, "office/result-decide.html", shown, status=refusal.status if refusal else 200)


def _line(row: ResultRow, sent: Mapping[str, str] | None, faults: Mapping[str, str]) -> SheetLine:
    pk = row.reporter.pk
    return SheetLine(
        row=row,
        grade=sent.get(f"grade-{pk}", "") if sent is not None else row.proposed or "",
        reason=sent.get(f"reason-{pk}", "") if sent is not None else "",
        grade_fault=faults.get(f"grade-{pk}", ""),
        reason_fault=faults.get(f"reason-{pk}", ""),
    )


def _warn(request: OfficeRequest, cap: Cap) -> None:
    """The minimum share of other grades binds the committee; the system only says that it is not reached."""
    if cap.over:
        messages.warning(
            request,
            Words(
                "定为好的有{decided_good}位，规则的上限是{max_good}位，多了{over}位。要不要调、调谁，由会议定；系统不代调。",
                decided_good=cap.decided_good,
                max_good=cap.max_good,
                over=cap.over,
            ),
        )
