"""The board: problems and tasks in columns, the most urgent first. Only as many cards as somebody looks at.

Counts are of everything, cards of the first few: a board of ten years is drawn as quickly as one of a single year.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q, QuerySet

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import answer_lateness
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.rectification.queries.known import known_problems
from pingyi.review.supervision.domain.columns import OF_PROBLEMS, OF_TASKS, Column

CARDS = 30
_P, _T = ProblemItem.State, Task.State
_PROBLEMS = {
    Column.UNCLAIMED: Q(state__in=[_P.RAISED, _P.CONTESTED]),
    Column.UNPLANNED: Q(state=_P.CLAIMED),
}
_IN_FORCE = Q(plan_state=Task.PlanState.APPROVED)
_TASKS = {
    Column.PLAN: Q(state=_T.OPEN) & ~_IN_FORCE,
    Column.WORKING: Q(state=_T.OPEN) & _IN_FORCE,
    Column.SUBMITTED: Q(state=_T.SUBMITTED),
    Column.CLOSED: Q(state=_T.CLOSED),
}


@dataclass(frozen=True)
class Card:
    """One problem or one task. `task_id` is 0 for a problem that has none; `is_back`: it was closed out once."""

    problem_id: int
    task_id: int
    number: str
    text: str
    organisation: str
    responsible: str
    due_on: date | None
    late: Late | None
    is_carried: bool
    is_back: bool = False


@dataclass(frozen=True)
class BoardColumn:
    """`total` counts everything in the column, `late` what of it is overdue."""

    column: Column
    total: int
    late: int
    cards: tuple[Card, ...]

    @property
    def rest(self) -> int:
        return self.total - len(self.cards)


@dataclass(frozen=True)
class Board:
    """`unknown_year`: its calendar is missing, so who has not answered in time cannot be told."""

    columns: tuple[BoardColumn, ...]
    unknown_year: int | None = None

    @property
    def total(self) -> int:
        return sum(column.total for column in self.columns)

    @property
    def late(self) -> int:
        return sum(column.late for column in self.columns)

    @property
    def closed(self) -> int:
        return self.columns[-1].total


def board(
    cycle: Cycle,
    day: date,
    *,
    organisation_ids: Collection[int] | None = None,
    own_only: bool = False,
    all_years: bool = False,
    cards: int = CARDS,
) -> Board:
    """Everything of this cycle and what earlier years left open, or of all years. Eleven queries, however much it is.

    `organisation_ids` narrows it; `own_only` leaves out what the organisations do not know of yet.
    """
    problems, tasks = _scopes(cycle, all_years)
    if organisation_ids is not None:
        problems = problems.filter(organisation__in=organisation_ids)
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
    if own_only:
        problems = problems.filter(known_problems())
    days, at = settings_of(cycle).list_due_days, reckoning_on(day, cycle.institution_id)
    counts = problems.aggregate(**_problem_counts(days, at)) | tasks.aggregate(**_task_counts(at))
    found = {column: _problem_cards(problems, column, cycle, days, at, cards) for column in OF_PROBLEMS}
    found |= {column: _task_cards(tasks, column, cycle, at, cards) for column in OF_TASKS}
    return Board(
        tuple(
            BoardColumn(column, counts[column.value], counts.get(f"{column.value}_late", 0), found[column])
            for column in Column
        ),
        at.unknown_year,
    )


def _scopes(cycle: Cycle, all_years: bool) -> tuple[QuerySet[ProblemItem], QuerySet[Task]]:
    if all_years:
        problems = ProblemItem.objects.filter(cycle__convenor=cycle.convenor_id)
        return problems, Task.objects.filter(problem__cycle__convenor=cycle.convenor_id)
    problems = ProblemItem.objects.filter(in_cycle_or_carried(cycle))
    return problems, Task.objects.filter(in_cycle_or_carried(cycle, "problem__"))


def _problem_counts(days: int, at: Reckoning) -> dict[str, Count]:
    counts = {column.value: Count("pk", filter=wanted) for column, wanted in _PROBLEMS.items()}
    begun_before = at.begun_late_before(days)
    if begun_before is None:
        return counts
    # Whoever has explained why a problem is not hers waits for a ruling: that is nobody's delay.
    late = Q(raised_at__lt=datetime.combine(begun_before, time(), PEOPLE_ZONE), state__in=WAITING_STATES)
    return counts | {
        f"{column.value}_late": Count("pk", filter=wanted & late) for column, wanted in _PROBLEMS.items()
    }


def _task_counts(at: Reckoning) -> dict[str, Count]:
    late = Q(due_on__lt=at.late_before)
    counts = {column.value: Count("pk", filter=wanted) for column, wanted in _TASKS.items()}
    return counts | {
        f"{column.value}_late": Count("pk", filter=_TASKS[column] & late)
        for column in (Column.PLAN, Column.WORKING)
    }


def _problem_cards(
    problems: QuerySet[ProblemItem], column: Column, cycle: Cycle, days: int, at: Reckoning, most: int
) -> tuple[Card, ...]:
    rows = (
        problems.filter(_PROBLEMS[column])
        .order_by("raised_at", "pk")
        .values_list(
            "pk", "cycle__year", "number", "text", "organisation__name", "raised_at", "cycle_id", "state"
        )[:most]
    )
    cards = []
    for pk, year, number, text, name, raised_at, cycle_id, state in rows:
        raised_on = today(raised_at)
        due_on = at.due_after(raised_on, days) if state in WAITING_STATES else None
        late = answer_lateness(state, raised_on, days, at)
        cards.append(Card(pk, 0, f"{year}-{number:03d}", text, name, "", due_on, late, cycle_id != cycle.pk))
    return tuple(cards)


def _task_cards(
    tasks: QuerySet[Task], column: Column, cycle: Cycle, at: Reckoning, most: int
) -> tuple[Card, ...]:
    order = {Column.SUBMITTED: ("submitted_at", "pk"), Column.CLOSED: ("-closed_at", "-pk")}
    rows = (
        tasks.filter(_TASKS[column])
        .order_by(*order.get(column, ("due_on", "pk")))
        .values_list(
            *("problem_id", "pk", "problem__cycle__year", "problem__number", "problem__text"),
            *("problem__organisation__name", "responsible__name", "due_on", "problem__cycle_id"),
            "times_reopened",
        )[:most]
    )
    is_open = column in {Column.PLAN, Column.WORKING}
    return tuple(
        Card(
            problem_id,
            pk,
            f"{year}-{number:03d}",
            text,
            name,
            who,
            due_on,
            at.late_by(due_on) if is_open else None,
            cycle_id != cycle.pk,
            is_open and reopened > 0,
        )
        for problem_id, pk, year, number, text, name, who, due_on, cycle_id, reopened in rows
    )
