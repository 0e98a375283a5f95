"""One row by its number, or a plain word that it is not there."""

from django.db.models import Prefetch

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.rectification.models import Evidence, FollowUp, ProblemItem, Task, TaskMeasure, TaskNote

AUTHORS = ("answered_by", "ruled_by", "closed_by")


def find_problem(problem_id: int) -> ProblemItem:
    """The problem with its organisation, its cycle and everybody who decided about it."""
    rows = ProblemItem.objects.select_related("organisation", "cycle__convenor", *AUTHORS)
    problem: ProblemItem | None = rows.filter(pk=problem_id).first()
    if problem is None:
        raise Missing(Words("清单上没有这个问题，可能已经撤下。"), code="problem.missing")
    return problem


def find_task(task_id: int) -> Task:
    """The task with its problem, people, measures, evidence and story."""
    task: Task | None = (
        Task.objects.select_related(
            "problem__organisation",
            "problem__cycle__convenor",
            "responsible",
            "closed_by",
            "created_by",
            "plan_decided_by",
        )
        .prefetch_related(*_parts())
        .filter(pk=task_id)
        .first()
    )
    if task is None:
        raise Missing(Words("没有这项任务，可能已经撤下。请回到问题页看现在的任务。"), code="task.missing")
    return task


def tasks_of(problem: ProblemItem) -> list[Task]:
    """The tasks of a problem in order, each whole. Four queries, however many there are."""
    rows = Task.objects.filter(problem=problem).select_related("responsible", "created_by")
    return list(rows.prefetch_related(*_parts()).order_by("sequence"))


def find_evidence(task: Task, evidence_id: int) -> Evidence:
    evidence: Evidence | None = (
        Evidence.objects.filter(task=task, pk=evidence_id).select_related("file").first()
    )
    if evidence is None:
        raise Missing(Words("这份佐证已经不在了。"), code="evidence.missing")
    return evidence


def find_follow_up(follow_up_id: int) -> FollowUp:
    rows = FollowUp.objects.select_related(
        "organisation", "requirement__cycle", "requirement__meeting", "answered_by", "closed_by"
    )
    follow_up: FollowUp | None = rows.filter(pk=follow_up_id).first()
    if follow_up is None:
        raise Missing(Words("没有这条要求，可能已经撤下。"), code="follow_up.missing")
    return follow_up


def _parts() -> "tuple[Prefetch[str], ...]":
    return (
        Prefetch("measures", TaskMeasure.objects.order_by("sequence")),
        Prefetch("evidence", Evidence.objects.select_related("file", "recorded_by").order_by("pk")),
        Prefetch("notes", TaskNote.objects.select_related("written_by").order_by("pk")),
    )
