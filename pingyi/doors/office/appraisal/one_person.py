"""The page of one person's result: the arithmetic, the decisions, and the form for deciding or correcting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from pingyi.core.errors import Refused
from pingyi.doors.office.appraisal.calculation import calculation_of
from pingyi.doors.office.pages import OfficeRequest
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.appraisal.phrases import GRADE_WORDS, MODE_WORDS
from pingyi.review.appraisal.queries.decisions import decisions_of
from pingyi.review.appraisal.queries.results import results_of
from pingyi.review.appraisal.queries.snapshots import snapshots_of
from pingyi.review.appraisal.rules import may_decide
from pingyi.review.cycles.queries import settings_of

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, Reporter


def page_of_one(
    request: OfficeRequest,
    cycle: Cycle,
    reporter: Reporter,
    typed: Mapping[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    """`typed` is what a refused form held."""
    reporter.meeting.cycle = cycle
    kept = next(iter(snapshots_of(reporter.meeting)), None)
    if kept:
        kept.meeting = reporter.meeting
    results = results_of(kept) if kept else None
    row = next((one for one in results.rows if one.reporter.pk == reporter.pk), None) if results else None
    calculation = None
    if results and row and row.given and row.result:
        calculation = calculation_of(results.rules, results.classes, row.given, row.result)
    decisions = decisions_of(reporter)
    latest = decisions[0] if decisions else None
    shown = {
        "cycle": cycle,
        "reporter": reporter,
        "mode_word": MODE_WORDS[reporter.mode],
        "kept": kept,
        "results": results,
        "row": row,
        "calculation": calculation,
        "decisions": decisions,
        "latest": latest,
        "body": settings_of(cycle).decision_body,
        "may_decide": may_decide(request.actor, cycle) and kept is not None,
        "grades": GRADE_WORDS,
        "typed": typed or _typed(row.proposed if row else None, latest),
        "seen": latest.sequence if latest else 0,
        "faults": faults_of(refusal),
        "refusal": refusal,
    }
    return render(request, "office/result-show.html", shown, status=refusal.status if refusal else 200)


def _typed(proposed: str | None, latest: object) -> dict[str, str]:
    """A new decision begins with the proposed grade, a correction with an empty choice."""
    return {"grade": "" if latest else proposed or ""}
