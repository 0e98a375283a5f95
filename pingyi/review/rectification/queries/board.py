"""The problems of a cycle, grouped by organisation, with counts; and what earlier years left open."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from pingyi.core.clock import today
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import (
    answer_due,
    days_late,
    is_problem_late,
    is_task_late,
)
from pingyi.review.rectification.domain.plan import waits_for_approval
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.domain.tally import Standing, Tally, tally
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.carried import SETTLED
from pingyi.review.rectification.queries.known import known_problems


@dataclass(frozen=True)
class ProblemRow:
    """One problem with its tasks. `due_on` is the next day by which its organisation has to do something."""

    problem: ProblemItem
    tasks: tuple[Task, ...]
    due_on: date | None
    days_late: int
    is_carried: bool

    @property
    def closed_tasks(self) -> int:
        return sum(task.state == TaskState.CLOSED for task in self.tasks)

    @property
    def tasks_to_check(self) -> int:
        return sum(task.state == TaskState.SUBMITTED for task in self.tasks)

    @property
    def plans_to_approve(self) -> int:
        return sum(waits_for_approval(task.state, task.plan_state) for task in self.tasks)

    @property
    def is_late(self) -> bool:
        return self.days_late > 0

    @property
    def standing(self) -> Standing:
        return Standing(self.problem.state, self.is_late, self.tasks_to_check > 0, self.plans_to_approve > 0)


@dataclass(frozen=True)
class OrganisationProblems:
    """The problems of one organisation. `secretary` reported for it in the cycle; nothing if nobody did."""

    organisation: Organisation
    secretary: str
    rows: tuple[ProblemRow, ...]

    @property
    def tally(self) -> Tally:
        return tally(row.standing for row in self.rows)


@dataclass(frozen=True)
class ProblemBoard:
    """`groups` hold what was asked for, the counts everything: `tally` the problems of this cycle, `carried` those
    that earlier years left open, `tags` both."""

    groups: tuple[OrganisationProblems, ...]
    tally: Tally
    tags: dict[str, int]
    carried: Tally
    answer_days: int

    @property
    def shown(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def late(self) -> int:
        return self.tally.late + self.carried.late

    @property
    def to_check(self) -> int:
        return self.tally.to_check + self.carried.to_check

    @property
    def to_approve(self) -> int:
        return self.tally.to_approve + self.carried.to_approve


@dataclass(frozen=True)
class Wish:
    """What the reader asked for: a tag, a state (or late, check, carried), or everything."""

    tag: str = ""
    show: str = ""

    def fits(self, row: ProblemRow) -> bool:
        if self.tag and self.tag not in row.problem.tags:
            return False
        return not self.show or self.show in _marks(row)


def problem_board(
    cycle: Cycle, day: date, *, wish: Wish | None = None, organisation_ids: Collection[int] | None = None
) -> ProblemBoard:
    """The problems of the cycle and those of earlier years that are still open, in a fixed number of queries.

    `organisation_ids` limits it to what these organisations may know of themselves.
    """
    wish = wish or Wish()
    problems = _problems(cycle)
    if organisation_ids is not None:
        problems = problems.filter(known_problems(), organisation__in=organisation_ids)
    days = settings_of(cycle).list_due_days
    rows = [_row(problem, cycle, days, day) for problem in problems]
    return ProblemBoard(
        groups=_grouped(cycle, [row for row in rows if wish.fits(row)]),
        tally=tally(row.standing for row in rows if not row.is_carried),
        carried=tally(row.standing for row in rows if row.is_carried),
        tags={tag: sum(tag in row.problem.tags for row in rows) for tag in ProblemItem.Tag.values},
        answer_days=days,
    )


def in_cycle_or_carried(cycle: Cycle, prefix: str = "") -> Q:
    """A filter for problems of this cycle and open ones of earlier years of the same convenor."""
    of_cycle = Q(**{f"{prefix}cycle": cycle})
    before = Q(
        **{f"{prefix}cycle__convenor": cycle.convenor_id, f"{prefix}cycle__year__lt": cycle.year}
    ) & ~Q(**{f"{prefix}state__in": SETTLED})
    return of_cycle | before


def _problems(cycle: Cycle) -> QuerySet[ProblemItem]:
    tasks = Prefetch("tasks", Task.objects.select_related("responsible").order_by("sequence"))
    rows: QuerySet[ProblemItem] = (
        ProblemItem.objects.filter(in_cycle_or_carried(cycle))
        .select_related("organisation", "cycle")
        .prefetch_related(tasks)
        .order_by("organisation__order", "organisation__path", "cycle__year", "number")
    )
    return rows


def _row(problem: ProblemItem, cycle: Cycle, days: int, day: date) -> ProblemRow:
    tasks = tuple(problem.tasks.all())
    open_days = [task.due_on for task in tasks if task.state == TaskState.OPEN]
    answer_by = answer_due(today(problem.raised_at), days)
    waits = problem.state in {ProblemState.RAISED, ProblemState.CLAIMED}
    due_on = answer_by if waits else min(open_days, default=None)
    is_late = is_problem_late(problem.state, answer_by, day) or any(
        is_task_late(task.state, task.due_on, day) for task in tasks
    )
    late = days_late(due_on, day) if is_late and due_on is not None else 0
    return ProblemRow(problem, tasks, due_on, late, problem.cycle_id != cycle.pk)


def _grouped(cycle: Cycle, rows: Iterable[ProblemRow]) -> tuple[OrganisationProblems, ...]:
    names = dict(
        Reporter.objects.filter(cycle=cycle).values_list("organisation_id", "person__name").order_by("pk")
    )
    groups: dict[int, list[ProblemRow]] = {}
    for row in rows:
        groups.setdefault(row.problem.organisation_id, []).append(row)
    return tuple(
        OrganisationProblems(listed[0].problem.organisation, names.get(key, ""), tuple(listed))
        for key, listed in groups.items()
    )


def _marks(row: ProblemRow) -> set[str]:
    marks = {str(row.problem.state)}
    if row.is_late:
        marks.add("late")
    if row.tasks_to_check:
        marks.add("check")
    if row.plans_to_approve:
        marks.add("approve")
    if row.is_carried:
        marks.add("carried")
    return marks
