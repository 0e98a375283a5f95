from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.problem import ProblemAct, ProblemState, state_after
from pingyi.review.rectification.domain.task import are_all_closed
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.rules import may_check
from pingyi.review.rectification.services.locks import is_same_person, lock_problem
from pingyi.review.rectification.services.record import record_about_problem


@transaction.atomic
def close_problem(*, actor: Actor, now: datetime, problem: ProblemItem) -> ProblemItem:
    """Strike a problem off whose tasks are all closed out, by somebody else than who claimed it.

    Closing the last task does this by itself; this is for a problem whose last open task was taken back. Striking off
    twice changes nothing.
    """
    row = lock_problem(problem.pk)
    if not may_check(actor, row):
        raise Forbidden(Words("销号由组织部门的经办人办，自己单位的不能自己办。"))
    if row.state == ProblemState.CLOSED:
        return row
    if state_after(row.state, ProblemAct.CLOSE) is None:
        raise Refused(
            Words("{number}号问题还没有任务，不能销号。", number=row.number), code="problem.not_in_progress"
        )
    if is_same_person(actor, row.answered_by_id):
        raise Refused(
            Words("这个问题是您认领的，不能由您销号。请另一位经办人办。"), code="problem.second_person"
        )
    if not strike_off_if_done(actor, now, row):
        raise Refused(
            Words("{number}号问题还有任务没有销号。先复核任务。", number=row.number),
            code="problem.open_tasks",
        )
    return row


def strike_off_if_done(actor: Actor, now: datetime, problem: ProblemItem) -> bool:
    """Whether the problem was struck off: all its tasks are closed out, and this is not who claimed it."""
    target = state_after(problem.state, ProblemAct.CLOSE)
    states = list(Task.objects.filter(problem=problem).values_list("state", flat=True))
    if target is None or not are_all_closed(states) or is_same_person(actor, problem.answered_by_id):
        return False
    problem.state, problem.closed_by_id, problem.closed_at = target, actor.account_id, now
    problem.save(update_fields=["state", "closed_by", "closed_at"])
    record_about_problem(actor, now, problem, "problem.closed")
    return True
