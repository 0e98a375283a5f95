"""What one secretary has to do now, over all years: overdue, due soon, waiting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q

from pingyi.core.clock import today
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import answer_lateness, task_lateness
from pingyi.review.rectification.domain.plan import is_plan_in_force
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.known import known_problems

SOON = timedelta(days=7)


@dataclass(frozen=True)
class OwnTask:
    """`reported_at` is the last word about progress; `days_left` are working days, None where the calendar does not
    reach so far; `may_report`: the plan is approved and the task is open."""

    task: Task
    late: Late | None
    days_left: int | None
    may_report: bool

    @property
    def measure(self) -> str:
        measures = sorted(self.task.measures.all(), key=lambda one: one.sequence)
        return measures[0].text if measures else self.task.problem.text


@dataclass(frozen=True)
class OwnProblem:
    """A problem that waits for the organisation: to be claimed or contested, or for its first task."""

    problem: ProblemItem
    due_on: date | None
    late: Late | None


@dataclass(frozen=True)
class OwnWork:
    """Tasks by what is to be done, and the problems that wait for an answer."""

    late: tuple[OwnTask, ...]
    soon: tuple[OwnTask, ...]
    later: tuple[OwnTask, ...]
    waiting: tuple[OwnTask, ...]
    problems: tuple[OwnProblem, ...]
    total: int
    closed: int

    @property
    def open(self) -> int:
        return len(self.late) + len(self.soon) + len(self.later)

    @property
    def late_problems(self) -> int:
        return sum(one.late is not None for one in self.problems)


def own_work(organisation_ids: Collection[int], at: Reckoning) -> OwnWork:
    """Everything of these organisations that is not struck off. Five queries, and one for each cycle with problems that
    wait."""
    tasks = Task.objects.filter(problem__organisation__in=organisation_ids)
    rows = [
        _own(task, at)
        for task in tasks.exclude(state=Task.State.CLOSED)
        .select_related("problem__organisation", "problem__cycle", "responsible")
        .prefetch_related("measures")
        .annotate(reported_at=Max("notes__written_at", filter=Q(notes__kind="progress")))
        .order_by("due_on", "pk")
    ]
    active = [row for row in rows if row.task.state == Task.State.OPEN]
    problems = ProblemItem.objects.filter(
        known_problems(), organisation__in=organisation_ids, state__in=WAITING_STATES
    )
    waiting = list(problems.select_related("organisation", "cycle").order_by("raised_at", "pk"))
    answer_days = {cycle: settings_of(cycle).list_due_days for cycle in {one.cycle for one in waiting}}
    until = at.day + SOON
    return OwnWork(
        late=tuple(row for row in active if row.late),
        soon=tuple(row for row in active if not row.late and row.task.due_on <= until),
        later=tuple(row for row in active if row.task.due_on > until),
        waiting=tuple(row for row in rows if row.task.state == Task.State.SUBMITTED),
        problems=tuple(_waiting(problem, answer_days[problem.cycle], at) for problem in waiting),
        total=tasks.count(),
        closed=tasks.filter(state=Task.State.CLOSED).count(),
    )


def _own(task: Task, at: Reckoning) -> OwnTask:
    is_open = task.state == Task.State.OPEN
    in_force = is_plan_in_force(task.plan_state)
    late = task_lateness(task.state, task.due_on, at)
    return OwnTask(task, late, at.days_left(task.due_on), is_open and in_force)


def _waiting(problem: ProblemItem, days: int, at: Reckoning) -> OwnProblem:
    raised_on = today(problem.raised_at)
    late = answer_lateness(problem.state, raised_on, days, at)
    return OwnProblem(problem, at.due_after(raised_on, days), late)
