"""Plans are approved or returned: one on the page of its task, several from the list."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.task_list import task_list_page
from pingyi.doors.office.rectification.task_pages import here, readable_task, task_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.rectification.services import approve_plan, approve_plans, return_plan


@office_page
@require_POST
def plan_approve(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST nothing."""
    task = readable_task(request.actor, task_id)
    return act_or_show(
        request,
        lambda: approve_plan(actor=request.actor, now=now(), task=task),
        lambda failed: task_page(request, task, failed),
        form="approve",
        back=here(task),
        said=Words("计划批准了，单位照着办。"),
    )


@office_page
@require_POST
def plan_return(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST reason."""
    task = readable_task(request.actor, task_id)
    reason = request.POST.get("reason", "")
    return act_or_show(
        request,
        lambda: return_plan(actor=request.actor, now=now(), task=task, reason=reason),
        lambda failed: task_page(request, task, failed),
        form="return-plan",
        back=here(task),
        said=Words("计划退回了，单位看得到理由。"),
    )


@office_page
@require_POST
def plans_approve(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST tasks (any number of task numbers). All of them, or none with the reason."""
    cycle = find_cycle(cycle_id)
    numbers = [number_in(one) for one in request.POST.getlist("tasks")]
    return act_or_show(
        request,
        lambda: _approve_all(request, numbers),
        lambda failed: task_list_page(request, cycle, failed),
        form="approve",
        back=f"{reverse('office:task-list', args=[cycle.pk])}?show=proposed",
        said=Words("批准了{count}份计划，单位照着办。", count=len(set(numbers))),
    )


def _approve_all(request: OfficeRequest, numbers: list[int]) -> object:
    if not numbers:
        raise Refused(Words("还没有选计划。在要批准的前面打勾。"), code="plans.none")
    tasks = [readable_task(request.actor, number) for number in dict.fromkeys(numbers)]
    return approve_plans(actor=request.actor, now=now(), tasks=tasks)
