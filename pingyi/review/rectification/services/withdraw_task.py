from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.problem import ProblemAct, state_after
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import Evidence, Task, TaskNote
from pingyi.review.rectification.services.locks import lock_task
from pingyi.review.rectification.services.record import record_about_task
from pingyi.review.rectification.services.task_plan import refuse_strangers


@transaction.atomic
def withdraw_task(*, actor: Actor, now: datetime, task: Task) -> None:
    """Take a task off the list on which nothing was done yet. The last one leaves its problem without tasks."""
    row = lock_task(task.pk)
    refuse_strangers(actor, row.problem)
    has_begun = TaskNote.objects.filter(task=row).exists() or Evidence.objects.filter(task=row).exists()
    if has_begun or row.state != TaskState.OPEN:
        raise Refused(
            Words("这项任务的计划已经批准或退回过，或者已经报过进展、佐证，不能撤下。措施不合适的，改措施。"),
            code="task.has_begun",
        )
    record_about_task(actor, now, row, "task.withdrawn")
    row.delete()
    problem = row.problem
    target = state_after(problem.state, ProblemAct.UNPLAN)
    if target is not None and not Task.objects.filter(problem=problem).exists():
        problem.state = target
        problem.save(update_fields=["state"])
