"""Rows that an act is about, held until it is done: two people at once act one after the other."""

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.models import FollowUp, ProblemItem, Task
from pingyi.review.rectification.phrases import NOT_KNOWN_YET
from pingyi.review.rectification.queries.known import is_follow_up_known, is_problem_known


def lock_problem(problem_id: int) -> ProblemItem:
    rows = ProblemItem.objects.select_for_update(of=("self",)).select_related("organisation", "cycle")
    problem: ProblemItem | None = rows.filter(pk=problem_id).first()
    if problem is None:
        raise Missing(Words("清单上没有这个问题，可能已经撤下。"), code="problem.missing")
    return problem


def lock_task(task_id: int) -> Task:
    """The task with its problem, both held; the problem first, as everywhere."""
    problem_id = Task.objects.filter(pk=task_id).values_list("problem", flat=True).first()
    problem = None if problem_id is None else lock_problem(problem_id)
    task: Task | None = (
        Task.objects.select_for_update(of=("self",)).filter(pk=task_id).select_related("responsible").first()
    )
    if problem is None or task is None:
        raise Missing(Words("没有这项任务，可能已经撤下。请回到问题页看现在的任务。"), code="task.missing")
    task.problem = problem
    return task


def lock_follow_up(follow_up_id: int) -> FollowUp:
    rows = FollowUp.objects.select_for_update(of=("self",)).select_related("organisation", "requirement")
    follow_up: FollowUp | None = rows.filter(pk=follow_up_id).first()
    if follow_up is None:
        raise Missing(Words("没有这条要求，可能已经撤下。"), code="follow_up.missing")
    return follow_up


def refuse_unknown_problem(problem: ProblemItem) -> None:
    """The organisation does not answer what it cannot know yet."""
    if not is_problem_known(problem):
        raise Missing(NOT_KNOWN_YET, code="problem.not_known")


def refuse_unknown_follow_up(follow_up: FollowUp) -> None:
    if not is_follow_up_known(follow_up):
        raise Missing(Words("没有找到这条要求。会议结束以后，要求才发给单位。"), code="follow_up.not_known")


def is_same_person(actor: Actor, account_id: int | None) -> bool:
    return account_id is not None and actor.account_id == account_id
