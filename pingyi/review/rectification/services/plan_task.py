from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.rectification.domain.problem import ProblemAct, state_after
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.services.locks import lock_problem
from pingyi.review.rectification.services.record import record_about_task
from pingyi.review.rectification.services.task_plan import (
    Plan,
    check_cause,
    check_department,
    check_due,
    check_measures,
    check_responsible,
    check_start,
    refuse_strangers,
    write_measures,
)


@transaction.atomic
def plan_task(
    *,
    actor: Actor,
    now: datetime,
    problem: ProblemItem,
    measures: Iterable[str],
    responsible: Person,
    department: str,
    starts_on: date,
    due_on: date,
    cause: str = "",
) -> Task:
    """Put a task on the list of a claimed problem: measures, responsible leader and department, from when to when.

    It is proposed with that: work counts from the approval on. The cause of the problem is written with its first task;
    later it may be left out. A problem may have several tasks. The very same task again (a second click) gives the one
    that is there.
    """
    row = lock_problem(problem.pk)
    refuse_strangers(actor, row)
    target = state_after(row.state, ProblemAct.PLAN)
    if target is None:
        raise Refused(
            Words(
                "{number}号问题现在不能列任务。没有认领的先认领；已经销号的，请组织部门重新打开。",
                number=row.number,
            ),
            code="problem.not_claimed",
        )
    why = check_cause(row, cause)
    plan = Plan(check_measures(measures), responsible, check_department(department), starts_on, due_on)
    check_responsible(row, responsible)
    check_due(row, due_on, now)
    check_start(starts_on, due_on)
    present = _same_task(row, plan)
    if present is not None:
        return present
    last = Task.objects.filter(problem=row).aggregate(last=Max("sequence"))["last"] or 0
    task: Task = Task.objects.create(
        institution_id=row.institution_id,
        problem=row,
        sequence=last + 1,
        responsible=responsible,
        department=plan.department,
        starts_on=starts_on,
        due_on=due_on,
        created_by_id=actor.account_id,
        created_at=now,
    )
    write_measures(task, plan.steps)
    if (row.state, row.cause) != (target, why):
        row.state, row.cause = target, why
        row.save(update_fields=["state", "cause"])
    record_about_task(
        actor,
        now,
        task,
        "task.planned",
        cause=why,
        measures=list(plan.steps),
        responsible=responsible.name,
        department=plan.department,
        starts_on=starts_on.isoformat(),
        due_on=due_on.isoformat(),
    )
    return task


def _same_task(problem: ProblemItem, plan: Plan) -> Task | None:
    alike = Task.objects.filter(
        problem=problem,
        responsible=plan.responsible,
        department=plan.department,
        starts_on=plan.starts_on,
        due_on=plan.due_on,
    )
    for task in alike.exclude(state=Task.State.CLOSED).prefetch_related("measures"):
        texts = tuple(one.text for one in sorted(task.measures.all(), key=lambda one: one.sequence))
        if texts == plan.steps:
            return task
    return None
