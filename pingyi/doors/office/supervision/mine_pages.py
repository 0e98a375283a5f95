"""A secretary's own tasks on the phone: what is overdue, what is due soon, one tap to say how it goes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import number_of
from pingyi.doors.office.rectification.task_pages import readable_task
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.rectification.services import report_progress
from pingyi.review.supervision.queries.mine import OwnTask, own_work

# What one tap says, in the secretary's own name. Anything else is typed.
TAPS = {
    "on_track": Words("正在按计划办，能按期完成。"),
    "hard": Words("遇到困难，可能办不完，准备说明情况。"),
}


@office_page
@require_GET
def task_mine(request: OfficeRequest) -> HttpResponse:
    return _page(request)


@office_page
@require_POST
def task_mine_report(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST tap (on_track|hard), or progress in own words."""
    task = readable_task(request.actor, task_id)
    text = request.POST.get("progress", "").strip() or TAPS.get(request.POST.get("tap", ""), "")
    try:
        report_progress(actor=request.actor, now=now(), task=task, text=str(text))
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, task_id, refusal)
    messages.success(request, Words("报上去了：{text}", text=text))
    return redirect("office:task-mine")


def _page(request: OfficeRequest, failed_task: int = 0, refusal: Refused | None = None) -> HttpResponse:
    if not request.actor.has_role("secretary"):
        raise Forbidden(Words("这一页是书记看自己单位任务的。"))
    at = reckoning_on(today(now()), request.actor.institution_id)
    work = own_work(request.actor.organisation_ids, at)
    groups = (
        (Words("过了期限"), "late", work.late),
        (Words("7天内到期"), "soon", work.soon),
        (Words("以后到期"), "later", work.later),
        (Words("报了完成，等复核"), "waiting", work.waiting),
    )
    shown = {
        "work": work,
        "groups": [(title, look, [_line(row) for row in rows]) for title, look, rows in groups if rows],
        "taps": list(TAPS.items()),
        "problems": [(one, number_of(one.problem)) for one in work.problems],
        "refusal": refusal,
        "failed_task": failed_task,
        "sent_progress": request.POST.get("progress", ""),
        "several": len(request.actor.organisation_ids) > 1,
    }
    return render(request, "office/task-mine.html", shown, status=refusal.status if refusal else 200)


def _line(row: OwnTask) -> tuple[OwnTask, str]:
    return row, number_of(row.task.problem)
