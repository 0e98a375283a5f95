"""What one secretary has to do now, over all years: overdue, due soon, waiting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q

from pingyi.review.rectification.domain.plan import is_plan_in_force
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.known import known_problems

SOON = timedelta(days=7)


@dataclass(frozen=True)
class OwnTask:
    """`reported_at` is the last word about progress; `may_report`: the plan is approved and the task is open."""

    task: Task
    days_late: int
    days_left: int
    may_report: bool

    @property
    def measure(self) -> str:
        measures = sorted(self.task.measures.all(), key=lambda one: one.sequence)
        return measures[0].text if measures else self.task.problem.text


@dataclass(frozen=True)
class OwnWork:
    """Tasks by what is to be done, and the problems that wait for an answer."""

    late: tuple[OwnTask, ...]
    soon: tuple[OwnTask, ...]
    later: tuple[OwnTask, ...]
    waiting: tuple[OwnTask, ...]
    problems: tuple[ProblemItem, ...]
    total: int
    closed: int

    @property
    def open(self) -> int:
        return len(self.late) + len(self.soon) + len(self.later)


def own_work(organisation_ids: Collection[int], day: date) -> OwnWork:
    """Everything of these organisations that is not struck off. Five queries."""
    tasks = Task.objects.filter(problem__organisation__in=organisation_ids)
    rows = [
        _own(task, day)
        for task in tasks.exclude(state=Task.State.CLOSED)
        .select_related("problem__organisation", "problem__cycle", "responsible")
        .prefetch_related("measures")
        .annotate(reported_at=Max("notes__written_at", filter=Q(notes__kind="progress")))
        .order_by("due_on", "pk")
    ]
    active = [row for row in rows if row.task.state == Task.State.OPEN]
    problems = ProblemItem.objects.filter(
        known_problems(), organisation__in=organisation_ids, state__in=["raised", "claimed"]
    )
    return OwnWork(
        late=tuple(row for row in active if row.days_late),
        soon=tuple(row for row in active if not row.days_late and row.task.due_on <= day + SOON),
        later=tuple(row for row in active if row.task.due_on > day + SOON),
        waiting=tuple(row for row in rows if row.task.state == Task.State.SUBMITTED),
        problems=tuple(problems.select_related("organisation", "cycle").order_by("raised_at", "pk")),
        total=tasks.count(),
        closed=tasks.filter(state=Task.State.CLOSED).count(),
    )


def _own(task: Task, day: date) -> OwnTask:
    is_open = task.state == Task.State.OPEN
    in_force = is_plan_in_force(task.plan_state)
    left = (task.due_on - day).days
    return OwnTask(task, max(0, -left) if is_open else 0, left, is_open and in_force)
