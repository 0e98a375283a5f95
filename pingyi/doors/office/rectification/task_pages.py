"""One task with its evidence and its story."""

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
from pingyi.doors.office.rectification.problem_page import readable_problem, viewer_of
from pingyi.doors.office.rectification.reading import label_of
from pingyi.doors.office.rectification.task_bars import bar_of_task
from pingyi.doors.office.sent_file import limit_mb
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import task_lateness
from pingyi.review.rectification.domain.plan import is_plan_in_force, may_be_returned, waits_for_approval
from pingyi.review.rectification.domain.second_person import closing_fault
from pingyi.review.rectification.domain.task import NoteKind, TaskState
from pingyi.review.rectification.phrases import CLOSING_FAULTS, NOTE_KINDS, PLAN_STATES
from pingyi.review.rectification.queries.lookup import find_task
from pingyi.review.rectification.queries.responsible import people_of
from pingyi.review.rectification.queries.workers import is_last_open, work_on

if TYPE_CHECKING:
    from pingyi.review.rectification.models import Task, TaskNote

# Acts that somebody stands for with the own name: they are shown when a task is opened again.
SIGNATURES = (NoteKind.PLAN_APPROVED, NoteKind.SUBMITTED, NoteKind.CLOSED, NoteKind.REOPENED)


@office_page
@require_GET
def task_show(request: OfficeRequest, task_id: int) -> HttpResponse:
    return task_page(request, readable_task(request.actor, task_id), NOT_FAILED)


def readable_task(actor: Actor, task_id: int) -> "Task":
    """The task, for who may read its problem."""
    task = find_task(task_id)
    readable_problem(actor, task.problem_id)
    return task


def here(task: "Task") -> str:
    return reverse("office:task-show", args=[task.pk])


def task_page(request: OfficeRequest, task: "Task", failed: Failed) -> HttpResponse:
    """The page, with the form that was refused as it was sent."""
    problem = task.problem
    viewer = viewer_of(request.actor, problem)
    fault = closing_fault(work_on(task), account=request.actor.account_id, person=request.actor.person_id)
    why_not = CLOSING_FAULTS[fault] if fault else ""
    at = reckoning_on(today(now()), task.institution_id)
    late = task_lateness(task.state, task.due_on, at)
    is_open, is_submitted = task.state == TaskState.OPEN, task.state == TaskState.SUBMITTED
    may_plan = viewer.may_answer and is_open
    may_work = may_plan and is_plan_in_force(task.plan_state)
    is_last = is_last_open(task)
    people = people_of(problem.organisation) if may_plan else []
    notes, evidence = list(task.notes.all()), list(task.evidence.all())
    shown = {
        "task": task,
        "problem": problem,
        "cycle": problem.cycle,
        "number": number_of(problem),
        "chip": task_chip(task, late),
        "measures": list(task.measures.all()),
        "evidence": evidence,
        "story": [(note, NOTE_KINDS[note.kind]) for note in reversed(notes)],
        "bar": bar_of_task(task, at=at, viewer=viewer, closing_fault=why_not, is_last=is_last),
        "is_last": is_last,
        "handed_in": next((note for note in reversed(notes) if note.kind == NoteKind.SUBMITTED), None),
        "may_work": may_work,
        "may_plan": may_plan,
        "plan_word": PLAN_STATES[task.plan_state],
        "may_approve": viewer.may_rule and waits_for_approval(task.state, task.plan_state),
        "may_return_plan": viewer.may_rule and may_be_returned(task.state, task.plan_state),
        "signed_before": _signed_before(notes) if task.times_reopened else [],
        "relapse_months": settings_of(problem.cycle).relapse_check_months,
        "may_withdraw": may_plan and not notes and not evidence,
        "may_send_back": viewer.may_check and is_submitted,
        "may_close": viewer.may_check and is_submitted and not why_not,
        "may_extend": viewer.may_check and is_open,
        "may_reopen": viewer.may_check and task.state == TaskState.CLOSED,
        "people": [label_of(one) for one in people],
        "failed": failed,
        **_fields(task, failed),
        "limit_mb": limit_mb(),
    }
    return render(request, "office/task-show.html", shown, status=failed.status)


def _signed_before(notes: "list[TaskNote]") -> "list[tuple[TaskNote, str]]":
    """Who had signed what, up to the last reopening."""
    last = max(place for place, note in enumerate(notes) if note.kind == NoteKind.REOPENED)
    return [(note, NOTE_KINDS[note.kind]) for note in notes[: last + 1] if note.kind in SIGNATURES]


def _fields(task: "Task", failed: Failed) -> dict[str, object]:
    plan = failed.state(
        "change",
        measures="\n".join(one.text for one in task.measures.all()),
        responsible=label_of(task.responsible),
        department=task.department,
        starts_on=task.starts_on.isoformat() if task.starts_on else "",
        due_on=task.due_on.isoformat(),
    )
    close = failed.state("close")
    evidence, extend = failed.state("evidence"), failed.state("extend", due_on=task.due_on.isoformat())
    return {
        "measures_field": plan.field("measures", Words("措施"), hint=Words("一行一条")),
        "plan_fields": [
            plan.field("responsible", Words("责任领导"), kind="people"),
            plan.field("department", Words("责任部门")),
            plan.field("starts_on", Words("开始"), kind="date"),
            plan.field("due_on", Words("期限"), kind="date"),
        ],
        "return_plan_field": failed.state("return-plan").field(
            "reason", Words("退回计划的理由"), hint=Words("要改什么，单位照着改")
        ),
        "progress_field": failed.state("progress").field(
            "progress", Words("进展"), hint=Words("做了什么，做到哪一步")
        ),
        "submit_field": failed.state("submit").field(
            "progress", Words("完成情况"), hint=Words("做成了什么，复核的人照着核对")
        ),
        "evidence_fields": [
            evidence.field("note", Words("说明什么"), hint=Words("如“9月12日支部党员大会记录”")),
            evidence.field("happened_on", Words("哪天的事"), kind="date", hint=Words("空着就是今天")),
        ],
        "file_field": evidence.field("file", Words("文件")),
        "send_back_field": failed.state("send-back").field(
            "reason", Words("退回理由"), hint=Words("还差什么，单位照着补")
        ),
        "relapse_field": close.field("relapse_check_on", Words("回头看的日子"), kind="date"),
        "close_field": close.field("note", Words("复核意见"), hint=Words("看了什么、是否属实，可以空着")),
        "extend_fields": [extend.field("due_on", Words("新的期限"), kind="date")],
        "extend_field": extend.field("reason", Words("为什么准延期")),
        "reopen_field": failed.state("reopen").field("reason", Words("为什么重新打开")),
    }
