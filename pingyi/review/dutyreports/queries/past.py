"""What happened to the problems that a report answers: their tasks, and the same faults before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pingyi.review.dutyreports.domain.tasks import TaskCount
from pingyi.review.dutyreports.queries.reading import Reading
from pingyi.review.genealogy.queries.chains import chains_of
from pingyi.review.rectification.models import ProblemItem, Task


def with_past(reading: Reading) -> Reading:
    """The same, each answer with what readers are shown beside it. Six queries at most; none where nothing is asked."""
    problems = [line.problem for line in reading.answers]
    if not problems:
        return reading
    tasks, chains = _tasks_of(problems), chains_of(problems)
    lines = (
        replace(line, tasks=tasks.get(line.problem.pk, TaskCount()), history=chains[line.problem.pk].history)
        for line in reading.answers
    )
    return replace(reading, answers=tuple(lines))


def _tasks_of(problems: Iterable[ProblemItem]) -> dict[int, TaskCount]:
    rows: defaultdict[int, list[tuple[str, date]]] = defaultdict(list)
    for problem_id, state, due_on in Task.objects.filter(problem__in=problems).values_list(
        "problem_id", "state", "due_on"
    ):
        rows[problem_id].append((state, due_on))
    closed = Task.State.CLOSED
    return {
        problem_id: TaskCount(
            total=len(tasks),
            closed=sum(state == closed for state, _ in tasks),
            next_due=min((due_on for state, due_on in tasks if state != closed), default=None),
        )
        for problem_id, tasks in rows.items()
    }
