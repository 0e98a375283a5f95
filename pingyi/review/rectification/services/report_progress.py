from datetime import datetime

from django.db import transaction

from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.task import NoteKind
from pingyi.review.rectification.models import Task, TaskNote
from pingyi.review.rectification.services.change_task import refuse_unless_open
from pingyi.review.rectification.services.locks import lock_task
from pingyi.review.rectification.services.record import record_about_task, write_note
from pingyi.review.rectification.services.task_plan import refuse_before_approval, refuse_strangers
from pingyi.review.rectification.services.words import REPORT, asked_words


@transaction.atomic
def report_progress(*, actor: Actor, now: datetime, task: Task, text: str) -> TaskNote:
    """Say what was done so far. The same words once more (a second click) give the line that is there."""
    row = lock_task(task.pk)
    refuse_strangers(actor, row.problem)
    words = asked_words(
        text,
        missing=Words("还没有写进展。写做了什么、做到哪一步。"),
        code="task.progress",
        field="progress",
        most=REPORT,
    )
    last: TaskNote | None = TaskNote.objects.filter(task=row).order_by("-pk").first()
    if last is not None and (last.kind, last.text) == (NoteKind.PROGRESS, words):
        return last
    refuse_unless_open(row)
    refuse_before_approval(row)
    note = write_note(actor, now, row, NoteKind.PROGRESS, words)
    record_about_task(actor, now, row, "task.progress_reported", text=words)
    return note
