from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.plan import PlanState
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.services.locks import lock_problem, refuse_unknown_problem
from pingyi.review.rectification.services.record import record_about_problem
from pingyi.review.rectification.services.task_plan import check_cause, refuse_strangers


@transaction.atomic
def explain_cause(*, actor: Actor, now: datetime, problem: ProblemItem, cause: str) -> ProblemItem:
    """Write or correct why it came to the problem, until a plan is approved on it. The same words change nothing."""
    row = lock_problem(problem.pk)
    refuse_strangers(actor, row)
    refuse_unknown_problem(row)
    words = check_cause(row, cause)
    if row.cause == words:
        return row
    if row.state not in {ProblemState.CLAIMED, ProblemState.IN_PROGRESS}:
        raise Refused(
            Words("{number}号问题还没有认领，或者已经了结，没有改原因。", number=row.number),
            code="problem.cause_state",
        )
    if Task.objects.filter(problem=row, plan_state=PlanState.APPROVED).exists():
        raise Refused(
            Words("已经有计划照这个原因批准了，没有改。要改，请组织部门先退回计划。"),
            code="problem.cause_approved",
        )
    row.cause = words
    row.save(update_fields=["cause"])
    record_about_problem(actor, now, row, "problem.cause_explained", cause=words)
    return row
