"""The tasks of a cycle, those that need somebody first on top."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.periods import days_late, is_task_late
from pingyi.review.rectification.domain.plan import PlanState, waits_for_approval
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.board import in_cycle_or_carried


@dataclass(frozen=True)
class TaskRow:
    """One task; `evidence` counts what was handed in for it."""

    task: Task
    evidence: int
    days_late: int
    days_left: int

    @property
    def measures(self) -> list[str]:
        return [one.text for one in sorted(self.task.measures.all(), key=lambda one: one.sequence)]

    @property
    def is_late(self) -> bool:
        return self.days_late > 0

    @property
    def marks(self) -> set[str]:
        """What the list can be asked for: the state, that of the plan while it is open, and late."""
        marks = {str(self.task.state)}
        if self.task.state == TaskState.OPEN:
            marks.add(str(self.task.plan_state))
        return marks | {"late"} if self.is_late else marks


@dataclass(frozen=True)
class TaskBoard:
    """`rows` hold what was asked for, the counts everything; `waiting` are to be checked, the oldest hand-in first."""

    rows: tuple[TaskRow, ...]
    total: int
    open: int
    closed: int
    late: int
    waiting: tuple[Task, ...]
    to_approve: tuple[Task, ...] = ()
    returned: int = 0

    @property
    def to_check(self) -> int:
        return len(self.waiting)


def task_board(
    cycle: Cycle, *, day: date, show: str = "", organisation_ids: Collection[int] | None = None
) -> TaskBoard:
    """Tasks of this year's problems and of earlier ones still open.

    `show`: open, submitted, closed, late, or what its plan waits for: proposed, returned.
    """
    tasks: QuerySet[Task] = (
        Task.objects.filter(in_cycle_or_carried(cycle, "problem__"))
        .select_related("problem__organisation", "problem__cycle", "responsible")
        .prefetch_related("measures")
        .annotate(evidence_count=Count("evidence"))
        .order_by("due_on", "problem__organisation__order", "pk")
    )
    if organisation_ids is not None:
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
    rows = [_row(task, day) for task in tasks]
    waiting = [row.task for row in rows if row.task.state == TaskState.SUBMITTED]
    return TaskBoard(
        rows=tuple(row for row in rows if not show or show in row.marks),
        total=len(rows),
        open=sum(row.task.state == TaskState.OPEN for row in rows),
        closed=sum(row.task.state == TaskState.CLOSED for row in rows),
        late=sum(row.is_late for row in rows),
        to_approve=tuple(row.task for row in rows if waits_for_approval(row.task.state, row.task.plan_state)),
        returned=sum(str(PlanState.RETURNED) in row.marks for row in rows),
        waiting=tuple(sorted(waiting, key=lambda task: (task.submitted_at, task.pk))),
    )


def _row(task: Task, day: date) -> TaskRow:
    late = days_late(task.due_on, day) if is_task_late(task.state, task.due_on, day) else 0
    return TaskRow(task, task.evidence_count, late, (task.due_on - day).days)  # type: ignore[attr-defined]
