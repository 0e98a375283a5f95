"""The rows of the three lists of a cycle, with what earlier years left open, in a fixed number of queries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from pingyi.core.clock import today
from pingyi.core.paging import Page, page_of
from pingyi.core.words import Words
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.phrases import late_words
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.lists import Line
from pingyi.review.rectification.domain.periods import task_lateness
from pingyi.review.rectification.domain.plan import is_plan_in_force
from pingyi.review.rectification.domain.task import NoteKind, TaskState
from pingyi.review.rectification.models import Evidence, ProblemItem, Task, TaskMeasure, TaskNote
from pingyi.review.rectification.phrases import PLAN_STATES, PROBLEM_STATES, SOURCES, TAGS, TASK_STATES
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.rectification.queries.known import known_problems

PER_PAGE = 60
_TOLD = (NoteKind.PROGRESS, NoteKind.SUBMITTED)


@dataclass(frozen=True)
class Listed:
    """The lines of one page, or all. Pages are of problems, with all their tasks."""

    lines: tuple[Line, ...]
    page: Page


def listed_lines(
    cycle: Cycle,
    day: date,
    *,
    organisation_ids: Collection[int] | None = None,
    organisation_id: int | None = None,
    page: int | None = None,
) -> Listed:
    """Everything that is not withdrawn. `organisation_ids` limits it to what these organisations may know of
    themselves, `organisation_id` chooses one of them."""
    problems = ProblemItem.objects.filter(in_cycle_or_carried(cycle)).exclude(
        state=ProblemItem.State.WITHDRAWN
    )
    if organisation_ids is not None:
        problems = problems.filter(known_problems(), organisation__in=organisation_ids)
    if organisation_id is not None:
        problems = problems.filter(organisation=organisation_id)
    total = problems.count()
    here = page_of(total, page or 1, PER_PAGE if page else max(1, total))
    rows = list(_whole(problems)[here.rows])
    return Listed(_lines(rows, cycle, reckoning_on(day, cycle.institution_id)), here)


def _whole(problems: QuerySet[ProblemItem]) -> QuerySet[ProblemItem]:
    tasks = Task.objects.select_related("responsible", "closed_by").prefetch_related(
        Prefetch("measures", TaskMeasure.objects.order_by("sequence")),
        Prefetch("evidence", Evidence.objects.order_by("pk")),
        Prefetch("notes", TaskNote.objects.filter(kind__in=_TOLD).order_by("pk"), to_attr="told"),
    )
    return (
        problems.select_related("organisation", "cycle")
        .prefetch_related(Prefetch("tasks", tasks.order_by("sequence")))
        .order_by("organisation__order", "organisation__path", "cycle__year", "number")
    )


def _lines(problems: list[ProblemItem], cycle: Cycle, at: Reckoning) -> tuple[Line, ...]:
    return tuple(line for problem in problems for line in _of_problem(problem, cycle, at))


def _of_problem(problem: ProblemItem, cycle: Cycle, at: Reckoning) -> list[Line]:
    is_carried = problem.cycle_id != cycle.pk
    about: dict[str, Any] = {
        "number": f"{problem.cycle.year}-{problem.number:03d}",
        "organisation": problem.organisation.name,
        "problem": problem.text,
        "source": Words("{year}年度遗留", year=problem.cycle.year) if is_carried else SOURCES[problem.source],
        "state": PROBLEM_STATES[problem.state],
        "problem_id": problem.pk,
        "tags": tuple(TAGS[tag] for tag in problem.tags),
        "cause": problem.cause,
    }
    tasks = list(problem.tasks.all())
    return [Line(**about, **_of_task(task, at)) for task in tasks] or [Line(**about)]


def _of_task(task: Task, at: Reckoning) -> dict[str, Any]:
    late = task_lateness(task.state, task.due_on, at)
    return {
        "task_id": task.pk,
        "sequence": task.sequence,
        "measures": tuple(one.text for one in task.measures.all()),
        "responsible": task.responsible.name,
        "department": task.department,
        "starts_on": task.starts_on,
        "due_on": task.due_on,
        "plan": PLAN_STATES[task.plan_state],
        "progress": _progress(task, late),
        "late": late,
        "evidence": tuple(one.description for one in task.evidence.all()),
        "checked_by": task.closed_by.display_name if task.closed_by else "",
        "closed_on": today(task.closed_at) if task.closed_at else None,
        "relapse_check_on": task.relapse_check_on,
        "times_reopened": task.times_reopened,
    }


def _progress(task: Task, late: Late | None) -> str:
    if task.state != TaskState.OPEN:
        return TASK_STATES[task.state]
    if not is_plan_in_force(task.plan_state):
        return PLAN_STATES[task.plan_state]
    since = task.reopened_at
    told = [note for note in task.told if since is None or note.written_at >= since]  # type: ignore[attr-defined]
    state = late_words(late) if late else TASK_STATES[task.state]
    return Words("{state}：{text}", state=state, text=told[-1].text.rstrip("。")) if told else state
