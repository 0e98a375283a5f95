"""The plan of a task is approved or returned by somebody else than who planned it, before work counts."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.plan import (
    PlanState,
    gaps_of_plan,
    is_plan_in_force,
    may_be_returned,
    waits_for_approval,
)
from pingyi.review.rectification.domain.task import NoteKind
from pingyi.review.rectification.models import Task, TaskMeasure
from pingyi.review.rectification.phrases import PLAN_GAPS
from pingyi.review.rectification.rules import may_decide_plan
from pingyi.review.rectification.services.locks import is_same_person, lock_task
from pingyi.review.rectification.services.record import record_about_task, write_note
from pingyi.review.rectification.services.words import asked_words


@transaction.atomic
def approve_plan(*, actor: Actor, now: datetime, task: Task) -> Task:
    """Approve the plan of a task: from now on the work counts. Approving twice changes nothing."""
    row = _lock(actor, task)
    if is_plan_in_force(row.plan_state):
        return row
    if not waits_for_approval(row.state, row.plan_state):
        raise Refused(Words("这份计划已经退回。等单位改过，再来批准。"), code="task.plan_returned")
    _refuse_gaps(row)
    _decide(actor, now, row, PlanState.APPROVED, "")
    write_note(actor, now, row, NoteKind.PLAN_APPROVED, "")
    record_about_task(actor, now, row, "task.plan_approved")
    return row


@transaction.atomic
def approve_plans(*, actor: Actor, now: datetime, tasks: Iterable[Task]) -> int:
    """Approve several plans at once, all or none; how many were not approved before."""
    count = 0
    for task in tasks:
        was_in_force = is_plan_in_force(task.plan_state)
        approve_plan(actor=actor, now=now, task=task)
        count += not was_in_force
    return count


@transaction.atomic
def return_plan(*, actor: Actor, now: datetime, task: Task, reason: str) -> Task:
    """Give a plan back with the reason; the organisation changes it. The same reason again changes nothing."""
    row = _lock(actor, task)
    words = asked_words(
        reason, missing=Words("写明计划要改什么，单位照着改。"), code="task.plan_reason", field="reason"
    )
    if (row.plan_state, row.plan_return_reason) == (PlanState.RETURNED, words):
        return row
    if not may_be_returned(row.state, row.plan_state):
        raise Refused(
            Words("这份计划现在不能退回：已经退回过，或者已经报了完成。刷新看看现在的情况。"),
            code="task.plan_not_returnable",
        )
    _decide(actor, now, row, PlanState.RETURNED, words)
    write_note(actor, now, row, NoteKind.PLAN_RETURNED, words)
    record_about_task(actor, now, row, "task.plan_returned", reason=words)
    return row


def _lock(actor: Actor, task: Task) -> Task:
    row = lock_task(task.pk)
    if not may_decide_plan(actor, row.problem):
        raise Forbidden(Words("计划由组织部门的经办人或领导批准，自己单位的不能自己批。"))
    if is_same_person(actor, row.created_by_id):
        raise Refused(Words("这份计划是您列的，不能由您来批。请另一位来批。"), code="task.own_plan")
    if actor.person_id is not None and actor.person_id == row.responsible_id:
        raise Refused(Words("您是这项任务的责任领导，不能由您来批。请另一位来批。"), code="task.own_plan")
    return row


def _refuse_gaps(task: Task) -> None:
    gaps = gaps_of_plan(
        cause=task.problem.cause,
        measures=TaskMeasure.objects.filter(task=task).count(),
        department=task.department,
        has_start=task.starts_on is not None,
    )
    if gaps:
        raise Refused(
            Words(
                "{number}号问题第{sequence}项任务的计划还缺{gaps}，没有批准。写明理由退回，请单位补上。",
                number=task.problem.number,
                sequence=task.sequence,
                gaps=listed([PLAN_GAPS[gap] for gap in gaps]),
            ),
            code="task.plan_gaps",
        )


def _decide(actor: Actor, now: datetime, task: Task, state: PlanState, reason: str) -> None:
    task.plan_state, task.plan_return_reason = state, reason
    task.plan_decided_by_id, task.plan_decided_at = actor.account_id, now
    task.save(update_fields=["plan_state", "plan_return_reason", "plan_decided_by", "plan_decided_at"])
