"""The escalation ladder of a cycle: what is overdue, who was told when, who is told next."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.paging import page_of
from pingyi.core.words import Words, listed
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import number_of
from pingyi.doors.office.sent_fields import sent_number
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.phrases import RUNGS
from pingyi.review.supervision.queries.overdue import Overdue, ladder_board
from pingyi.review.supervision.rules import may_read_supervision, may_supervise
from pingyi.review.supervision.services import Escalated, escalate_cycle

PER_PAGE = 50


@office_page
@require_GET
def ladder_show(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET page. The clerk and the leaders."""
    cycle = find_cycle(cycle_id)
    if not may_read_supervision(request.actor, cycle):
        raise Forbidden(Words("逾期提醒由经办人和领导看。"))
    board = ladder_board(cycle, today(now()))
    rungs, graces = board.ladder.rungs, board.ladder.of_tasks
    page = page_of(len(board.rows), sent_number(request.GET, "page") or 1, PER_PAGE)
    shown = {
        "cycle": cycle,
        "board": board,
        "page": page,
        "rungs": [(RUNGS[rung], graces.get(rung), board.reached[rung]) for rung in rungs],
        "lines": [(row, number_of(row.problem), _cells(row, rungs)) for row in board.rows[page.rows]],
        "may_tell": may_supervise(request.actor, cycle),
    }
    return render(request, "office/ladder-show.html", shown)


@office_page
@require_POST
def ladder_tell(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: looks at the clock now and tells whoever has to be told."""
    cycle = find_cycle(cycle_id)
    try:
        told = escalate_cycle(actor=request.actor, now=now(), cycle=cycle)
    except Forbidden:
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _said(told))
    return redirect("office:ladder-show", cycle.pk)


def _cells(row: Overdue, rungs: Iterable[Rung]) -> list[dict[str, object]]:
    """What stands under each rung. `is_none`: this rung is not told of this row."""
    upcoming = dict(row.upcoming)
    return [
        {
            "word": RUNGS[rung],
            "step": row.told.get(rung),
            "is_owed": rung in row.owed,
            "day": upcoming.get(rung),
            "is_none": rung not in {*row.told, *row.owed, *upcoming},
        }
        for rung in rungs
    ]


def _said(told: Escalated) -> str:
    if not told.steps:
        return Words("查过了，没有新到提醒时候的。")
    parts = [
        Words("{tasks}项任务", tasks=told.tasks) if told.tasks else "",
        Words("{problems}个问题", problems=told.problems) if told.problems else "",
    ]
    said = Words(
        "{late}提醒了{steps}级，{notices}条通知",
        late=listed([part for part in parts if part]),
        steps=told.steps,
        notices=told.notices,
    )
    if told.mails:
        said = Words("{said}，{mails}封邮件", said=said, mails=told.mails)
    if told.nobody:
        return Words("{said}。有{nobody}级没有能登录的人，没有提醒到。", said=said, nobody=told.nobody)
    return Words("{said}。", said=said)
