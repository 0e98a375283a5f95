"""Looking again at what was closed out (回头看)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import number_of
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.doors.office.rectification.task_pages import readable_task
from pingyi.review.appraisal.queries.polls import lines_of, newest_result
from pingyi.review.appraisal.rules import may_see_results
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.supervision.phrases import RESULTS
from pingyi.review.supervision.queries.look_backs import look_back_board
from pingyi.review.supervision.rules import may_look_back
from pingyi.review.supervision.services import record_look_back

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_GET
def look_back_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """A secretary gets her own organisations only."""
    return _page(request, find_cycle(cycle_id))


@office_page
@require_POST
def look_back_record(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST result (holds|came_back), found. What came back is reopened at once."""
    task = readable_task(request.actor, task_id)
    try:
        look = record_look_back(
            actor=request.actor,
            now=now(),
            task=task,
            result=request.POST.get("result", ""),
            found=request.POST.get("found", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, task.problem.cycle, task_id, refusal)
    came_back = look.result == look.Result.CAME_BACK
    messages.success(
        request,
        Words("记下了，任务重新打开，单位接着办。") if came_back else Words("记下了，没有反弹。"),
    )
    return redirect("office:look-back-list", task.problem.cycle_id)


def _page(
    request: OfficeRequest, cycle: "Cycle", failed_task: int = 0, refusal: Refused | None = None
) -> HttpResponse:
    board = look_back_board(cycle, today(now()), own_only(request.actor, cycle))
    result = newest_result(cycle) if may_see_results(request.actor, cycle) else None
    shown = {
        "cycle": cycle,
        "satisfaction": result,
        "satisfaction_lines": lines_of(result) if result else [],
        "board": board,
        "due": [
            (task, number_of(task.problem), may_look_back(request.actor, task), task.pk == failed_task)
            for task in board.due
        ],
        "ahead": [(task, number_of(task.problem)) for task in board.ahead],
        "done": [(look, number_of(look.task.problem), RESULTS[look.result]) for look in board.done],
        "refusal": refusal,
        "sent": request.POST,
        "results": list(RESULTS.items()),
    }
    return render(request, "office/look-back-list.html", shown, status=refusal.status if refusal else 200)
