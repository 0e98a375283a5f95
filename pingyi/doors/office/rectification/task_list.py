"""The tasks of a cycle as a table: in pages, by organisation, state and year, with counts of the whole."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import number_of, task_chip
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.doors.office.rectification.task_bars import bar_of_tasks
from pingyi.doors.office.sent_fields import sent_number
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.rectification.domain.plan import waits_for_approval
from pingyi.review.rectification.queries.task_board import TaskWish, task_board
from pingyi.review.rectification.rules import may_check, may_decide_plan

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

FILTERS = (
    ("", Words("全部")),
    ("proposed", Words("计划等批准")),
    ("returned", Words("计划退回")),
    ("late", Words("逾期")),
    ("open", Words("在办")),
    ("submitted", Words("等复核")),
    ("closed", Words("已销号")),
)


@office_page
@require_GET
def task_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET show (proposed, returned, late, open, submitted, closed), organisation, year, years (all), page.

    A secretary gets her own organisations only.
    """
    return task_list_page(request, find_cycle(cycle_id), NOT_FAILED)


def task_list_page(request: OfficeRequest, cycle: "Cycle", failed: Failed) -> HttpResponse:
    """The list, with the approval of several plans that was refused as it was sent."""
    actor = request.actor
    own = own_only(actor, cycle)
    wish = _wish(request)
    board = task_board(
        cycle,
        today(now()),
        wish=wish,
        organisation_ids=own,
        own_ids=actor.organisation_ids if actor.has_role("secretary") else (),
    )
    approvable = {
        row.task.pk
        for row in board.rows
        if waits_for_approval(row.task.state, row.task.plan_state)
        and may_decide_plan(actor, row.task.problem)
    }
    first = board.first_to_check
    bodies = organisations_under_review(cycle.convenor, cycle.year)
    shown = {
        "cycle": cycle,
        "here": reverse("office:task-list", args=[cycle.pk]),
        "board": board,
        "wish": wish,
        "lines": [(row, number_of(row.task.problem), task_chip(row.task, row.late)) for row in board.rows],
        "bar": bar_of_tasks(
            board,
            first if first is not None and may_check(actor, first.problem) else None,
            board.to_approve if own is None else 0,
            is_shown=wish.show == "proposed",
        ),
        "approvable": approvable if wish.show == "proposed" or failed.form else set(),
        "failed": failed,
        "filters": FILTERS,
        "organisations": [one for one in bodies if own is None or one.pk in own],
        "may_download_all": own is None,
    }
    return render(request, "office/task-list.html", shown, status=failed.status)


def _wish(request: OfficeRequest) -> TaskWish:
    sent = request.GET
    return TaskWish(
        show=sent.get("show", ""),
        organisation=sent_number(sent, "organisation"),
        year=sent_number(sent, "year"),
        all_years=sent.get("years") == "all",
        page=sent_number(sent, "page") or 1,
    )
