"""Problems and tasks as a board, and deadlines as a calendar; the table of tasks is the list of rectification."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.doors.office.cycles.reading import sent_number
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.supervision.domain.month import month_in
from pingyi.review.supervision.phrases import COLUMNS
from pingyi.review.supervision.queries.board import board
from pingyi.review.supervision.queries.sheet import sheet


@office_page
@require_GET
def board_show(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET years (all), organisation. A secretary gets her own organisations only."""
    cycle = find_cycle(cycle_id)
    own = own_only(request.actor, cycle)
    wanted = sent_number(request.GET, "organisation")
    all_years = request.GET.get("years") == "all"
    chosen = own if not wanted else frozenset({wanted}) if own is None else own & {wanted}
    found = board(cycle, today(now()), organisation_ids=chosen, own_only=own is not None, all_years=all_years)
    shown = {
        "cycle": cycle,
        "board": found,
        "columns": [(column, COLUMNS[column.column]) for column in found.columns],
        "all_years": all_years,
        "wanted": wanted,
        "organisations": organisations_under_review(cycle.convenor, cycle.year) if own is None else [],
    }
    return render(request, "office/board-show.html", shown)


@office_page
@require_GET
def deadline_show(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET month (2026-03). A secretary gets her own organisations only."""
    cycle = find_cycle(cycle_id)
    own = own_only(request.actor, cycle)
    day = today(now())
    found = sheet(cycle, month_in(request.GET.get("month", ""), day), day, own)
    return render(request, "office/deadline-show.html", {"cycle": cycle, "sheet": found, "today": day})
