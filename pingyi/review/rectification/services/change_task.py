from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.rectification.domain.plan import PlanState
from pingyi.review.rectification.domain.task import NoteKind, TaskState
from pingyi.review.rectification.models import Task, TaskMeasure
from pingyi.review.rectification.rules import may_check
from pingyi.review.rectification.services.locks import lock_task
from pingyi.review.rectification.services.record import record_about_task, write_note
from pingyi.review.rectification.services.task_plan import (
    Plan,
    check_department,
    check_due,
    check_measures,
    check_responsible,
    check_start,
    check_working_day,
    refuse_strangers,
    write_measures,
)
from pingyi.review.rectification.services.words import asked_words


@transaction.atomic
def change_task(
    *,
    actor: Actor,
    now: datetime,
    task: Task,
    measures: Iterable[str],
    responsible: Person,
    department: str,
    starts_on: date,
    due_on: date,
    seen_version: int | None = None,
) -> Task:
    """Correct the plan of a task that is still open; it is proposed again. The same again changes nothing.

    `seen_version` is the version that the writer saw: who would write over somebody else's change is refused. A
    deadline that has passed is put off by the clerk only (`extend_task`).
    """
    row = lock_task(task.pk)
    refuse_strangers(actor, row.problem)
    plan = Plan(check_measures(measures), responsible, check_department(department), starts_on, due_on)
    steps = plan.steps
    present = tuple(TaskMeasure.objects.filter(task=row).order_by("sequence").values_list("text", flat=True))
    stored = (present, row.responsible_id, row.department, row.starts_on, row.due_on)
    if stored == (steps, responsible.pk, plan.department, starts_on, due_on):
        return row
    refuse_unless_open(row)
    if seen_version is not None and seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，别人改过这项任务，没有保存。您写的还在下面，对照现在的内容再保存。"),
            code="task.changed_meanwhile",
        )
    check_responsible(row.problem, responsible)
    if due_on != row.due_on:
        _check_new_due(row, due_on, now)
    check_start(starts_on, due_on)
    before, was_decided = row.due_on, row.plan_state != PlanState.PROPOSED
    _write_plan(row, plan)
    if present != steps:
        TaskMeasure.objects.filter(task=row).delete()
        write_measures(row, steps)
    if was_decided:
        write_note(actor, now, row, NoteKind.PLAN_CHANGED, "；".join(steps))
    record_about_task(
        actor,
        now,
        row,
        "task.changed",
        measures=list(steps),
        responsible=responsible.name,
        department=plan.department,
        starts_on=starts_on.isoformat(),
        due_on=due_on.isoformat(),
        due_before=before.isoformat(),
    )
    return row


@transaction.atomic
def extend_task(*, actor: Actor, now: datetime, task: Task, due_on: date, reason: str) -> Task:
    """Put off the deadline of an open task: the clerk's decision, with a reason that everybody reads."""
    row = lock_task(task.pk)
    if not may_check(actor, row.problem):
        raise Forbidden(Words("延期由组织部门的经办人定，自己单位的不能自己定。"))
    words = asked_words(
        reason, missing=Words("写明为什么准延期，通报时照样列出。"), code="task.reason", field="reason"
    )
    if row.due_on == due_on:
        return row
    refuse_unless_open(row)
    if due_on < max(row.due_on, today(now)):
        raise Refused(
            Words("新的期限要晚于原来的{isoformat}，也不能早于今天。", isoformat=row.due_on.isoformat()),
            code="task.due_earlier",
            field="due_on",
        )
    check_working_day(row.institution_id, due_on)
    before, row.due_on, row.version = row.due_on, due_on, row.version + 1
    row.save(update_fields=["due_on", "version"])
    write_note(
        actor,
        now,
        row,
        NoteKind.EXTENDED,
        Words(
            "{isoformat}延到{isoformat_2}：{words}",
            isoformat=before.isoformat(),
            isoformat_2=due_on.isoformat(),
            words=words,
        ),
    )
    record_about_task(
        actor,
        now,
        row,
        "task.extended",
        due_before=before.isoformat(),
        due_on=due_on.isoformat(),
        reason=words,
    )
    return row


def refuse_unless_open(task: Task) -> None:
    if task.state != TaskState.OPEN:
        raise Refused(
            Words("这项任务已经报了完成或者已经销号，没有改动。要改，请复核人退回或重新打开。"),
            code="task.not_open",
        )


def _write_plan(task: Task, plan: Plan) -> None:
    """With its plan the decision about it goes: what was approved was another one."""
    task.responsible, task.department = plan.responsible, plan.department
    task.starts_on, task.due_on, task.version = plan.starts_on, plan.due_on, task.version + 1
    task.plan_state, task.plan_decided_by, task.plan_decided_at = PlanState.PROPOSED, None, None
    task.plan_return_reason = ""
    task.save(
        update_fields=[
            "responsible",
            "department",
            "starts_on",
            "due_on",
            "version",
            "plan_state",
            "plan_decided_by",
            "plan_decided_at",
            "plan_return_reason",
        ]
    )


def _check_new_due(task: Task, due_on: date, now: datetime) -> None:
    if task.due_on < today(now):
        raise Refused(
            Words(
                "期限{isoformat}已经过了，本单位不能自己改。要延期，请组织部门的经办人办。",
                isoformat=task.due_on.isoformat(),
            ),
            code="task.due_passed",
            field="due_on",
        )
    check_due(task.problem, due_on, now)
