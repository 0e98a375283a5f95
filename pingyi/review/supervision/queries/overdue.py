"""What is overdue, tasks and problems that nobody has answered, with its ladder: who was told, who is told next."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db.models import Prefetch, QuerySet

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.domain.working_days import UnknownYear
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.rectification.queries.known import known_problems
from pingyi.review.supervision.domain.ladder import (
    Graces,
    Ladder,
    Rung,
    counts_from,
    day_of_rung,
    enough_days,
    rungs_reached,
    working_days_late,
)
from pingyi.review.supervision.models import EscalationStep


@dataclass(frozen=True)
class Overdue:
    """A task that is late, or (`task` None) a problem that its organisation has not answered in time.

    `told` by rung; `owed` has been reached and not told yet; `upcoming` is told on its day. `unknown_year`: the
    working calendar of that year is missing, nothing can be said, and nobody is told. `due_on` is None with it.
    """

    problem: ProblemItem
    task: Task | None
    due_on: date | None
    late: Late
    told: dict[Rung, EscalationStep]
    owed: tuple[Rung, ...] = ()
    upcoming: tuple[tuple[Rung, date | None], ...] = ()
    unknown_year: int | None = None

    @property
    def key(self) -> tuple[int, int]:
        """The rows that it is about."""
        return self.problem.pk, self.task.pk if self.task else 0

    @property
    def round(self) -> int:
        return self.task.times_reopened if self.task else 0


@dataclass(frozen=True)
class LadderBoard:
    """Tasks first, each part the latest first. `open_tasks` and `waiting_problems` are the denominators: tasks that are
    not handed in or closed, problems whose organisation has to claim them or to list tasks."""

    tasks: tuple[Overdue, ...]
    problems: tuple[Overdue, ...]
    open_tasks: int
    waiting_problems: int
    ladder: Ladder
    is_running: bool
    unknown_today: int | None = None

    @property
    def rows(self) -> tuple[Overdue, ...]:
        return self.tasks + self.problems

    @property
    def reached(self) -> dict[Rung, int]:
        return {rung: sum(rung in row.told for row in self.rows) for rung in self.ladder.rungs}

    @property
    def owed(self) -> int:
        return sum(len(row.owed) for row in self.rows)

    @property
    def unknown_years(self) -> list[int]:
        found = {row.unknown_year for row in self.rows} | {self.unknown_today}
        return sorted(year for year in found if year is not None)


def ladder_of(settings: ReviewSettings) -> Ladder:
    return Ladder(
        settings.ladder_secretary_days,
        settings.ladder_superior_days,
        settings.ladder_department_days,
        settings.ladder_answer_days,
    )


def ladder_board(cycle: Cycle, day: date, organisation_ids: Collection[int] | None = None) -> LadderBoard:
    """Everything overdue of the cycle and of earlier years. A fixed number of queries."""
    settings, at = settings_of(cycle), reckoning_on(day, cycle.institution_id)
    tasks = Task.objects.filter(
        in_cycle_or_carried(cycle, "problem__"), state=Task.State.OPEN, problem__state="in_progress"
    )
    problems = ProblemItem.objects.filter(
        in_cycle_or_carried(cycle), known_problems(), state__in=WAITING_STATES
    )
    if organisation_ids is not None:
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
        problems = problems.filter(organisation__in=organisation_ids)
    ladder = ladder_of(settings)
    return LadderBoard(
        tasks=tuple(_tasks(tasks, ladder.of_tasks, at)),
        problems=tuple(_problems(problems, settings.list_due_days, ladder.of_problems, at)),
        open_tasks=tasks.count(),
        waiting_problems=problems.count(),
        ladder=ladder,
        is_running=settings.ladder_runs,
        unknown_today=at.unknown_year,
    )


def _tasks(tasks: QuerySet[Task], graces: Graces, at: Reckoning) -> Iterator[Overdue]:
    found = (
        tasks.filter(due_on__lt=at.late_before)
        .select_related("problem__organisation", "problem__cycle", "responsible__account")
        .prefetch_related(Prefetch("escalations", EscalationStep.objects.order_by("pk")))
        .order_by("due_on", "problem__organisation__order", "pk")
    )
    for task in found:
        late = at.late_by(task.due_on)
        since = counts_from(task.due_on, today(task.reopened_at) if task.reopened_at else None)
        told = {
            Rung(step.rung): step
            for step in task.escalations.all()
            if (step.due_on, step.round) == (task.due_on, task.times_reopened)
        }
        if late is not None:
            yield _on_ladder(Overdue(task.problem, task, task.due_on, late, told), since, graces, at)


def _problems(problems: QuerySet[ProblemItem], days: int, graces: Graces, at: Reckoning) -> Iterator[Overdue]:
    begun_before = at.begun_late_before(days)
    if begun_before is None:
        return
    steps = EscalationStep.objects.filter(task__isnull=True).order_by("pk")
    found = (
        problems.filter(raised_at__lt=datetime.combine(begun_before, time(), PEOPLE_ZONE))
        .select_related("organisation", "cycle")
        .prefetch_related(Prefetch("escalations", steps, to_attr="told_of"))
        .order_by("raised_at", "organisation__order", "pk")
    )
    for problem in found:
        raised_on = today(problem.raised_at)
        due_on, late = at.due_after(raised_on, days), at.late_after(raised_on, days)
        told = {Rung(step.rung): step for step in problem.told_of if step.due_on == due_on}
        if late is not None:
            row = Overdue(problem, None, due_on, late, told, unknown_year=late.unknown_year)
            ruled_on = today(problem.ruled_at) if problem.ruled_at else None
            yield _on_ladder(row, counts_from(due_on, ruled_on), graces, at) if due_on else row


def _on_ladder(row: Overdue, since: date, graces: Graces, at: Reckoning) -> Overdue:
    """The same with what is to be told by now, and when the rest is told."""
    try:
        reached = rungs_reached(graces, working_days_late(at.calendar, since, at.day, enough_days(graces)))
    except UnknownYear as unknown:
        return replace(row, unknown_year=unknown.year)
    return replace(
        row,
        owed=tuple(rung for rung in reached if rung not in row.told),
        upcoming=tuple(
            (rung, day_of_rung(at.calendar, since, grace))
            for rung, grace in graces.items()
            if rung not in row.told and rung not in reached
        ),
    )
