"""What is done on the page of a task."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.reading import needed_day, responsible_named, sent_due
from pingyi.doors.office.rectification.task_pages import here, readable_task, task_page
from pingyi.doors.office.sent_fields import number_in, sent_day
from pingyi.review.rectification.domain.measures import measures_in
from pingyi.review.rectification.services import (
    change_task,
    close_task,
    extend_task,
    reopen_task,
    report_progress,
    send_back_task,
    submit_task,
    withdraw_task,
)

if TYPE_CHECKING:
    from pingyi.review.rectification.models import Task


@office_page
@require_POST
def task_change(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST measures (one to a line), responsible, department, starts_on, due_on or due_days, version (the one seen)."""
    task = readable_task(request.actor, task_id)
    return _act(request, task, lambda: _change(request, task), "change", Words("改好了。"))


@office_page
@require_POST
def task_withdraw(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST nothing. Only while nothing was reported on it."""
    task = readable_task(request.actor, task_id)
    return act_or_show(
        request,
        lambda: withdraw_task(actor=request.actor, now=now(), task=task),
        lambda failed: task_page(request, task, failed),
        form="withdraw",
        back=reverse("office:problem-show", args=[task.problem_id]),
        said=Words("第{sequence}项任务撤下了。", sequence=task.sequence),
    )


@office_page
@require_POST
def task_progress(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST progress."""
    task = readable_task(request.actor, task_id)
    words = request.POST.get("progress", "")
    return _act(
        request,
        task,
        lambda: report_progress(actor=request.actor, now=now(), task=task, text=words),
        "progress",
        Words("进展记下了。"),
    )


@office_page
@require_POST
def task_submit(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST progress."""
    task = readable_task(request.actor, task_id)
    words = request.POST.get("progress", "")
    return _act(
        request,
        task,
        lambda: submit_task(actor=request.actor, now=now(), task=task, progress=words),
        "submit",
        Words("报完成了，等组织部门复核。"),
    )


@office_page
@require_POST
def task_send_back(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST reason."""
    task = readable_task(request.actor, task_id)
    reason = request.POST.get("reason", "")
    return _act(
        request,
        task,
        lambda: send_back_task(actor=request.actor, now=now(), task=task, reason=reason),
        "send-back",
        Words("退回了，单位看得到理由。"),
    )


@office_page
@require_POST
def task_close(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST note (may be empty), relapse_check_on (a day; may be empty)."""
    task = readable_task(request.actor, task_id)
    note = request.POST.get("note", "")
    return _act(
        request,
        task,
        lambda: close_task(
            actor=request.actor,
            now=now(),
            task=task,
            note=note,
            relapse_check_on=sent_day(request.POST, "relapse_check_on"),
        ),
        "close",
        Words("第{sequence}项任务销号了。", sequence=task.sequence),
    )


@office_page
@require_POST
def task_extend(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST due_on, reason."""
    task = readable_task(request.actor, task_id)
    return _act(
        request,
        task,
        lambda: extend_task(
            actor=request.actor,
            now=now(),
            task=task,
            due_on=needed_day(request, "due_on"),
            reason=request.POST.get("reason", ""),
        ),
        "extend",
        Words("准了延期，理由和原来的期限都记着。"),
    )


@office_page
@require_POST
def task_reopen(request: OfficeRequest, task_id: int) -> HttpResponse:
    """POST reason."""
    task = readable_task(request.actor, task_id)
    reason = request.POST.get("reason", "")
    return _act(
        request,
        task,
        lambda: reopen_task(actor=request.actor, now=now(), task=task, reason=reason),
        "reopen",
        Words("重新打开了，问题回到清单上。"),
    )


def _change(request: OfficeRequest, task: "Task") -> object:
    moment = now()
    start = sent_day(request.POST, "starts_on") or task.starts_on or today(moment)
    return change_task(
        actor=request.actor,
        now=moment,
        task=task,
        measures=measures_in(request.POST.get("measures", "")),
        responsible=responsible_named(request, task.problem.organisation),
        department=request.POST.get("department", ""),
        starts_on=start,
        due_on=sent_due(request, start),
        seen_version=number_in(request.POST.get("version", "")) or None,
    )


def _act(
    request: OfficeRequest, task: "Task", act: Callable[[], object], form: str, said: str
) -> HttpResponse:
    return act_or_show(
        request,
        act,
        lambda failed: task_page(request, task, failed),
        form=form,
        back=here(task),
        said=said,
    )
