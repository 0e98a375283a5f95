"""What is done on the page of an entry."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.duties.item import item_page
from pingyi.doors.office.duties.ledgers import ledger_facts
from pingyi.doors.office.duties.reading import readable_item
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in, sent_day, sent_number
from pingyi.review.duties.services import (
    confirm_item,
    finish_stage,
    link_measures,
    link_tasks,
    report_item,
    report_progress,
    return_item,
    take_back_stage,
)

if TYPE_CHECKING:
    from pingyi.review.duties.models import DutyItem


@office_page
@require_POST
def duty_report(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST report, done_on (today, if empty)."""
    return _act(
        request,
        duty_item_id,
        lambda item: report_item(
            actor=request.actor,
            now=now(),
            item=item,
            text=request.POST.get("report", ""),
            done_on=sent_day(request.POST, "done_on"),
        ),
        "report",
        Words("报上去了，等组织部门核对。"),
    )


@office_page
@require_POST
def duty_progress(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST progress."""
    text = request.POST.get("progress", "")
    return _act(
        request,
        duty_item_id,
        lambda item: report_progress(actor=request.actor, now=now(), item=item, text=text),
        "progress",
        Words("进展记下了。"),
    )


@office_page
@require_POST
def duty_confirm(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST note (may be empty)."""
    text = request.POST.get("note", "")
    return _act(
        request,
        duty_item_id,
        lambda item: confirm_item(actor=request.actor, now=now(), item=item, text=text),
        "confirm",
        Words("核对过，办结了。"),
    )


@office_page
@require_POST
def duty_return(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST reason."""
    reason = request.POST.get("reason", "")
    return _act(
        request,
        duty_item_id,
        lambda item: return_item(actor=request.actor, now=now(), item=item, reason=reason),
        "return",
        Words("退回了，单位看得到理由。"),
    )


@office_page
@require_POST
def duty_stage(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST stage (1 to 4, the next one), stage_text, done_on (today, if empty)."""
    return _act(
        request,
        duty_item_id,
        lambda item: finish_stage(
            actor=request.actor,
            now=now(),
            item=item,
            stage=sent_number(request.POST, "stage"),
            text=request.POST.get("stage_text", ""),
            done_on=sent_day(request.POST, "done_on"),
        ),
        "stage",
        Words("这一步记下了。"),
    )


@office_page
@require_POST
def duty_stage_back(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST back_reason."""
    reason = request.POST.get("back_reason", "")
    return _act(
        request,
        duty_item_id,
        lambda item: take_back_stage(actor=request.actor, now=now(), item=item, reason=reason),
        "stage-back",
        Words("撤回了这一步，理由记着。"),
    )


@office_page
@require_POST
def duty_tasks(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST tasks (any number): the tasks that hang on the entry from now on."""
    chosen = [number_in(one) for one in request.POST.getlist("tasks")]
    return _act(
        request,
        duty_item_id,
        lambda item: link_tasks(actor=request.actor, now=now(), item=item, task_ids=chosen),
        "tasks",
        Words("挂好了，共{count}项任务。", count=len(chosen))
        if chosen
        else Words("一项任务也没有选，这一条不挂任务。"),
    )


@office_page
@require_POST
def duty_numbers(request: OfficeRequest, duty_item_id: int) -> HttpResponse:
    """POST measures (any number): the numbers of the ledgers that tell of the entry from now on."""
    chosen = request.POST.getlist("measures")
    return _act(
        request,
        duty_item_id,
        lambda item: link_measures(
            actor=request.actor,
            now=now(),
            item=item,
            measures=chosen,
            offered=ledger_facts(item.duty_list),
        ),
        "numbers",
        Words("选好了，共{count}个数。", count=len(chosen))
        if chosen
        else Words("一个数也没有选，这一条不列台账里的数。"),
    )


def _act(
    request: OfficeRequest, duty_item_id: int, act: "Callable[[DutyItem], object]", form: str, said: str
) -> HttpResponse:
    item = readable_item(request.actor, duty_item_id)
    return act_or_show(
        request,
        lambda: act(item),
        lambda failed: item_page(request, readable_item(request.actor, duty_item_id), failed),
        form=form,
        back=reverse("office:duty-item", args=[item.pk]),
        said=said,
    )
