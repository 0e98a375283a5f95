from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.task import NoteKind, TaskAct, TaskState, state_after
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.workers import has_evidence
from pingyi.review.rectification.services.locks import lock_task
from pingyi.review.rectification.services.record import record_about_task, write_note
from pingyi.review.rectification.services.task_plan import refuse_before_approval, refuse_strangers
from pingyi.review.rectification.services.words import REPORT, asked_words


@transaction.atomic
def submit_task(*, actor: Actor, now: datetime, task: Task, progress: str) -> Task:
    """Say that the task is done and ask for the check by a second person. Handing in twice changes nothing."""
    row = lock_task(task.pk)
    refuse_strangers(actor, row.problem)
    if row.state == TaskState.SUBMITTED:
        return row
    target = state_after(row.state, TaskAct.SUBMIT)
    if target is None:
        raise Refused(Words("这项任务已经销号，不用再报。"), code="task.closed")
    refuse_before_approval(row)
    if not has_evidence(row):
        raise Refused(
            Words("还没有佐证。先交佐证（文件或一句说明），再报完成；没有佐证的不能销号。"),
            code="task.no_evidence",
        )
    words = asked_words(
        progress,
        missing=Words("还没有写完成情况。写做成了什么，复核的人照着核对。"),
        code="task.progress",
        field="progress",
        most=REPORT,
    )
    row.state, row.submitted_by_id, row.submitted_at, row.return_reason = target, actor.account_id, now, ""
    row.save(update_fields=["state", "submitted_by", "submitted_at", "return_reason"])
    write_note(actor, now, row, NoteKind.SUBMITTED, words)
    record_about_task(actor, now, row, "task.submitted", text=words)
    return row
