"""Results of a review: one calculation on the page, every number with its denominator."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.appraisal.calculation import finer_words
from pingyi.doors.office.appraisal.next_step import results_bar
from pingyi.doors.office.appraisal.one_person import page_of_one
from pingyi.doors.office.appraisal.reading import meeting_in_view, outcome_of, seen_cycle
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.appraisal.phrases import DENOMINATOR_WORDS
from pingyi.review.appraisal.queries.results import ResultRow, Results, by_score, results_of
from pingyi.review.appraisal.rules import may_decide, may_enter_marks
from pingyi.review.appraisal.services import take_snapshots
from pingyi.review.cycles.queries.lookup import find_cycle, find_reporter

ORDERS = {"score": Words("按得分"), "ballot": Words("按票上次序")}


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """?meeting= one of several meetings, ?order=score|ballot."""
    cycle = seen_cycle(request, cycle_id)
    outcome = outcome_of(cycle)
    meeting = meeting_in_view(request, outcome)
    kept = outcome.snapshots.get(meeting.pk) if meeting else None
    results = results_of(kept) if kept else None
    order = request.GET.get("order", "")
    order = order if order in ORDERS else "score"
    shown = {
        "cycle": cycle,
        "meeting_in_view": meeting,
        "meetings": outcome.meetings,
        "bar": results_bar(outcome.stand, request.actor),
        "body": outcome.stand.settings.decision_body,
        "cap": outcome.stand.cap,
        "kept": kept,
        "results": results,
        "rows": _lines(results, order) if results else [],
        "order": order,
        "orders": ORDERS,
        "divisor": DENOMINATOR_WORDS[results.rules.denominator] if results else "",
        "decimals": results.rules.display_decimals if results else 0,
        "may_decide": may_decide(request.actor, cycle),
        "may_enter_marks": bool(outcome.stand.lacking_marks) and may_enter_marks(request.actor, cycle),
    }
    return render(request, "office/result-list.html", shown)


def _lines(results: Results, order: str) -> list[tuple[ResultRow, str]]:
    """Each person in the wished order, with more decimals of the score where they are needed."""
    rows = by_score(results.rows) if order == "score" else results.rows
    finer = finer_words(results)
    return [(row, finer.get(row.reporter.pk, "")) for row in rows]


@office_page
@require_POST
def snapshot(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: calculates every meeting of the review that is counted."""
    cycle = find_cycle(cycle_id)
    return act_and_return(
        request,
        lambda: take_snapshots(actor=request.actor, now=now(), cycle=cycle),
        reverse("office:result-list", args=[cycle_id]),
        Words("算好了，票数、规则和结果一起留了底。"),
    )


@office_page
@require_GET
def show_one(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """One person: counts by class, how the score arose, what was decided."""
    cycle = seen_cycle(request, cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    return page_of_one(request, cycle, reporter)
