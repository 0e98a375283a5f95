"""Problems and tasks as a board, and deadlines as a calendar; the table of tasks is the list of rectification."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.documents.render.files import excel_file
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.doors.office.sent_fields import sent_number
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.supervision.documents import month_workbook
from pingyi.review.supervision.domain.columns import OF_PROBLEMS, Column
from pingyi.review.supervision.domain.month import month_in
from pingyi.review.supervision.phrases import COLUMNS
from pingyi.review.supervision.queries.board import board
from pingyi.review.supervision.queries.sheet import month_facts, sheet

# What the lists call what a column holds.
_SHOWN = {
    Column.UNCLAIMED: "raised",
    Column.UNPLANNED: "claimed",
    Column.PLAN: "proposed",
    Column.WORKING: "open",
    Column.SUBMITTED: "submitted",
    Column.CLOSED: "closed",
}


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
        "columns": [
            (column, COLUMNS[column.column], _table_of(column.column, cycle.pk, wanted, all_years=all_years))
            for column in found.columns
        ],
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


@office_page
@require_GET
def deadline_file(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """The month as .xlsx. GET month (2026-03). A secretary gets her own organisations only."""
    cycle = find_cycle(cycle_id)
    own = own_only(request.actor, cycle)
    day = today(now())
    found = sheet(cycle, month_in(request.GET.get("month", ""), day), day, own)
    return rendered_answer(excel_file(month_workbook(month_facts(cycle, found, day))))


def _table_of(column: Column, cycle_id: int, organisation: int | None, *, all_years: bool) -> str:
    """The address of the list that has the whole column."""
    if column in OF_PROBLEMS:
        marks: dict[str, object] = {"show": _SHOWN[column]}
        page = "office:problem-list"
    else:
        marks = {
            "show": _SHOWN[column],
            "years": "all" if all_years else "",
            "organisation": organisation or "",
        }
        page = "office:task-list"
    return f"{reverse(page, args=[cycle_id])}?{urlencode({key: one for key, one in marks.items() if one})}"
