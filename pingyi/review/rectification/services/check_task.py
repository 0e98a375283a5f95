"""The check by a second person: send back with a reason, or close out (销号); reopen what does not hold."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import add_months
from pingyi.review.rectification.domain.problem import ProblemAct
from pingyi.review.rectification.domain.problem import state_after as problem_after
from pingyi.review.rectification.domain.second_person import Work, closing_fault
from pingyi.review.rectification.domain.task import NoteKind, TaskAct, TaskState, state_after
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.phrases import CLOSING_FAULTS
from pingyi.review.rectification.queries.workers import has_evidence, work_on
from pingyi.review.rectification.rules import may_check
from pingyi.review.rectification.services.close_problem import strike_off_if_done
from pingyi.review.rectification.services.locks import lock_task
from pingyi.review.rectification.services.record import record_about_task, write_note
from pingyi.review.rectification.services.words import asked_words


@transaction.atomic
def send_back_task(*, actor: Actor, now: datetime, task: Task, reason: str) -> Task:
    """Not enough yet: the organisation goes on working, and reads why. The same reason again changes nothing."""
    row = _lock(actor, task)
    words = asked_words(
        reason, missing=Words("写明还差什么，单位照着补。"), code="task.return_reason", field="reason"
    )
    if (row.state, row.return_reason) == (TaskState.OPEN, words):
        return row
    target = state_after(row.state, TaskAct.SEND_BACK)
    if target is None:
        raise Refused(
            Words("这项任务没有等着复核，不用退回。刷新看看现在的情况。"), code="task.not_submitted"
        )
    row.state, row.return_reason = target, words
    row.save(update_fields=["state", "return_reason"])
    write_note(actor, now, row, NoteKind.SENT_BACK, words)
    record_about_task(actor, now, row, "task.sent_back", reason=words)
    return row


@transaction.atomic
def close_task(
    *, actor: Actor, now: datetime, task: Task, note: str = "", relapse_check_on: date | None = None
) -> Task:
    """Close the task out (销号) after the check, by somebody who had no hand in it; the database insists too.

    `relapse_check_on`: the day on which somebody looks whether it holds; the cycle may set a period for it, or nothing
    is fixed. With the last task of its problem the problem itself is struck off. Closing twice changes nothing.
    """
    row = _lock(actor, task)
    if row.state == TaskState.CLOSED:
        return row
    target = state_after(row.state, TaskAct.CLOSE)
    if target is None:
        raise Refused(Words("单位还没有报完成，不能销号。"), code="task.not_submitted")
    _refuse_first_person(actor, work_on(row))
    if not has_evidence(row):
        raise Refused(Words("这项任务没有佐证，不能销号。退回去，请单位补上。"), code="task.no_evidence")
    again_on = _relapse_check(row, relapse_check_on, today(now))
    words = asked_words(note, missing="", code="task.note", field="note") if note.strip() else ""
    row.state, row.closed_by_id, row.closed_at = target, actor.account_id, now
    row.relapse_check_on = again_on
    row.save(update_fields=["state", "closed_by", "closed_at", "relapse_check_on"])
    write_note(actor, now, row, NoteKind.CLOSED, words)
    record_about_task(
        actor, now, row, "task.closed", note=words, relapse_check_on=again_on.isoformat() if again_on else ""
    )
    strike_off_if_done(actor, now, row.problem)
    return row


@transaction.atomic
def reopen_task(*, actor: Actor, now: datetime, task: Task, reason: str) -> Task:
    """Take back a closing-out that does not hold; a struck-off problem is back on the list with it.

    Who had signed stays in the story: the notes are never changed. New evidence is needed to close it out again.
    """
    row = _lock(actor, task)
    target = state_after(row.state, TaskAct.REOPEN)
    if target is None:
        raise Refused(Words("这项任务没有销号，不用重新打开。"), code="task.not_closed")
    words = asked_words(reason, missing=Words("写明为什么重新打开。"), code="task.reason", field="reason")
    row.state, row.closed_by_id, row.closed_at, row.return_reason = target, None, None, words
    row.relapse_check_on, row.times_reopened, row.reopened_at = None, row.times_reopened + 1, now
    row.save(
        update_fields=[
            "state",
            "closed_by",
            "closed_at",
            "return_reason",
            "relapse_check_on",
            "times_reopened",
            "reopened_at",
        ]
    )
    problem = row.problem
    problem_target = problem_after(problem.state, ProblemAct.REOPEN)
    if problem_target is not None:
        problem.state, problem.closed_by_id, problem.closed_at = problem_target, None, None
        problem.save(update_fields=["state", "closed_by", "closed_at"])
    write_note(actor, now, row, NoteKind.REOPENED, words)
    record_about_task(actor, now, row, "task.reopened", reason=words)
    return row


def _relapse_check(task: Task, wanted: date | None, day: date) -> date | None:
    """The day that was chosen, or the one that the cycle's period gives."""
    months = settings_of(task.problem.cycle).relapse_check_months
    found = wanted or (add_months(day, months) if months else None)
    if found is not None and found <= day:
        raise Refused(
            Words("回头看的日子要在今天以后。"), code="task.relapse_check_past", field="relapse_check_on"
        )
    return found


def _lock(actor: Actor, task: Task) -> Task:
    row = lock_task(task.pk)
    if not may_check(actor, row.problem):
        raise Forbidden(Words("复核和销号由组织部门的经办人办，自己单位的不能自己办。"))
    return row


def _refuse_first_person(actor: Actor, work: Work) -> None:
    fault = closing_fault(work, account=actor.account_id, person=actor.person_id)
    if fault is not None:
        raise Refused(CLOSING_FAULTS[fault], code=f"task.second_person_{fault}")
