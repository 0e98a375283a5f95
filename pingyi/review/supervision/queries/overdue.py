"""Overdue tasks with the rungs of their ladder: who was told when, who comes next."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from pingyi.core.clock import today
from pingyi.organisations.domain.working_days import UnknownYear, WorkCalendar
from pingyi.organisations.queries.calendar import work_calendar
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.board import in_cycle_or_carried
from pingyi.review.supervision.domain.ladder import (
    Ladder,
    Rung,
    counts_from,
    day_of_rung,
    rungs_reached,
    working_days_late,
)
from pingyi.review.supervision.models import EscalationStep


@dataclass(frozen=True)
class OverdueTask:
    """`told` by rung; `owed` has been reached and not told yet; `upcoming` is told on its day. `unknown_year`: the
    working calendar of that year is missing, nothing can be said."""

    task: Task
    days_late: int
    told: dict[Rung, EscalationStep]
    owed: tuple[Rung, ...] = ()
    upcoming: tuple[tuple[Rung, date | None], ...] = ()
    unknown_year: int | None = None


@dataclass(frozen=True)
class LadderBoard:
    """`open_tasks` is the denominator: tasks that are not handed in or closed."""

    rows: tuple[OverdueTask, ...]
    open_tasks: int
    ladder: Ladder
    is_running: bool

    @property
    def reached(self) -> dict[Rung, int]:
        return {rung: sum(rung in row.told for row in self.rows) for rung in self.ladder.graces}

    @property
    def owed(self) -> int:
        return sum(len(row.owed) for row in self.rows)

    @property
    def unknown_years(self) -> list[int]:
        return sorted({row.unknown_year for row in self.rows if row.unknown_year is not None})


def ladder_of(settings: ReviewSettings) -> Ladder:
    return Ladder(
        settings.ladder_secretary_days, settings.ladder_superior_days, settings.ladder_department_days
    )


def open_tasks(cycle: Cycle) -> QuerySet[Task]:
    rows: QuerySet[Task] = Task.objects.filter(
        in_cycle_or_carried(cycle, "problem__"), state=Task.State.OPEN, problem__state="in_progress"
    )
    return rows


def ladder_board(cycle: Cycle, day: date, organisation_ids: Collection[int] | None = None) -> LadderBoard:
    """All overdue tasks of the cycle and of earlier years, the latest first. A fixed number of queries."""
    settings = settings_of(cycle)
    tasks = open_tasks(cycle)
    if organisation_ids is not None:
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
    calendar, ladder = work_calendar(cycle.institution_id), ladder_of(settings)
    return LadderBoard(
        rows=tuple(overdue_rows(tasks.filter(due_on__lt=day), calendar, ladder, day)),
        open_tasks=tasks.count(),
        ladder=ladder,
        is_running=settings.ladder_runs,
    )


def overdue_rows(
    tasks: QuerySet[Task], calendar: WorkCalendar, ladder: Ladder, day: date
) -> Iterable[OverdueTask]:
    steps = Prefetch("escalations", EscalationStep.objects.order_by("pk"))
    found = (
        tasks.select_related("problem__organisation", "problem__cycle", "responsible__account")
        .prefetch_related(steps)
        .order_by("due_on", "problem__organisation__order", "pk")
    )
    return [_row(task, calendar, ladder, day) for task in found]


def late_since(task: Task) -> date:
    return counts_from(task.due_on, today(task.reopened_at) if task.reopened_at else None)


def _row(task: Task, calendar: WorkCalendar, ladder: Ladder, day: date) -> OverdueTask:
    told = {
        Rung(step.rung): step
        for step in task.escalations.all()
        if (step.due_on, step.round) == (task.due_on, task.times_reopened)
    }
    late = (day - task.due_on).days
    since = late_since(task)
    try:
        reached = rungs_reached(ladder, working_days_late(calendar, since, day, ladder.longest))
    except UnknownYear as unknown:
        return OverdueTask(task, late, told, unknown_year=unknown.year)
    return OverdueTask(
        task,
        late,
        told,
        owed=tuple(rung for rung in reached if rung not in told),
        upcoming=tuple(
            (rung, day_of_rung(calendar, since, grace))
            for rung, grace in ladder.graces.items()
            if rung not in told and rung not in reached
        ),
    )
