"""The bar on top of the list of tasks and of one task: its plan, its work, its check."""

from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_day
from pingyi.doors.office.rectification.bars import Bar, Viewer, until
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.review.rectification.domain.plan import PlanState, is_plan_in_force
from pingyi.review.rectification.domain.task import TaskState

if TYPE_CHECKING:
    from pingyi.review.rectification.models import Task
    from pingyi.review.rectification.queries.task_board import TaskBoard


def bar_of_tasks(board: "TaskBoard", first: "Task | None", plans: int, *, is_shown: bool = False) -> Bar:
    """`first`: what this viewer is to check first, if anything; `plans`: how many she may approve, and whether the list
    shows such ones."""
    if plans:
        return Bar(
            Words("批准{plans}份整改计划", plans=plans),
            Words("看原因、措施、责任和期限对不对得上。批准以后单位的进展才算数，不合适的写明理由退回。"),
            "#plans" if is_shown else "?show=proposed#plans",
            Words("看这{plans}份", plans=plans),
        )
    if first is not None:
        return Bar(
            Words("复核{to_check}项任务", to_check=board.to_check),
            Words("从等得最久的开始。看佐证，通过就销号，不够就退回。自己经手的不能自己销号。"),
            reverse("office:task-show", args=[first.pk]),
            Words("复核第一项"),
        )
    if board.late:
        return Bar(
            Words("催{late}项逾期的任务", late=board.late),
            Words("期限过了还没有报完成。确有原因的，经办人可以准延期。"),
            "?show=late",
            Words("看是哪些"),
        )
    if board.open:
        return Bar(Words("{open}项正在办", open=board.open), Words("单位报了完成，就在这里等复核。"))
    if board.submitted:
        return Bar(
            Words("{to_check}项等复核", to_check=board.submitted),
            Words("由没有经手的经办人复核，通过就销号，不够就退回。"),
        )
    if board.total:
        return Bar(Words("任务都销号了"), Words("不成立的可以重新打开，写明理由。"))
    return Bar(Words("等单位列任务"), Words("问题认领以后，单位给每个问题列措施、责任人和期限。"))


def bar_of_task(task: "Task", *, at: Reckoning, viewer: Viewer, closing_fault: str, is_last: bool) -> Bar:
    """`closing_fault`: why this viewer may not close it out; `is_last`: closing it strikes the problem off too."""
    if task.state == TaskState.OPEN and not is_plan_in_force(task.plan_state):
        return _of_plan(task, viewer)
    when = until(task.due_on, at, Words("到期"))
    if task.state == TaskState.OPEN:
        if viewer.may_answer:
            lead = Words("照退回的理由补齐") if task.return_reason else Words("办完，报完成")
            return Bar(
                Words("{lead}{until}", lead=lead, until=when),
                Words("写明做成了什么，附上佐证。报了以后由另一个人复核。"),
                "#submit",
                Words("报完成"),
            )
        return Bar(
            Words("等{responsible}办{until}", responsible=task.responsible.name, until=when),
            Words("报了完成才能复核。"),
        )
    if task.state == TaskState.SUBMITTED:
        if not viewer.may_check:
            return Bar(Words("等组织部门复核"), Words("通过就销号，不够会写明理由退回。"))
        if closing_fault:
            return Bar(Words("等另一位经办人复核"), closing_fault)
        more = Words("这是最后一项没有销号的任务，问题一并销号。") if is_last else ""
        return Bar(
            Words("看佐证，通过就销号"),
            Words("销号要由没有经手的人办。{more}", more=more),
            "#check",
            Words("去复核"),
        )
    return Bar(
        Words("已经销号，{say_day}", say_day=say_day(task.closed_at)), Words("不成立的，写明理由重新打开。")
    )


def _of_plan(task: "Task", viewer: Viewer) -> Bar:
    if task.plan_state == PlanState.RETURNED:
        if viewer.may_answer:
            return Bar(
                Words("照退回的理由改计划"),
                Words("改了再报批准。批准以后，进展、佐证和完成情况才算数。"),
                "#change",
                Words("去改计划"),
            )
        return Bar(
            Words("等{organisation}改计划", organisation=task.problem.organisation.name),
            Words("计划退回了，改过以后再来批准。"),
        )
    if viewer.may_rule:
        return Bar(
            Words("批准这份计划"),
            Words("看原因、措施、责任和期限对不对得上。不合适的写明理由退回。"),
            "#plan",
            Words("去看计划"),
        )
    return Bar(Words("等组织部门批准计划"), Words("批准以后，进展、佐证和完成情况才算数。"))
