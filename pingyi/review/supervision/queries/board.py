"""The board: problems and tasks in columns, the most urgent first. Only as many cards as somebody looks at.

Counts are of everything, cards of the first few: a board of ten years is drawn as quickly as one of a single year.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import answer_due
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.board import in_cycle_or_carried
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
    days_late: int
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
    columns: tuple[BoardColumn, ...]

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
    """Everything of this cycle and what earlier years left open, or of all years. Nine queries, however much it is.

    `organisation_ids` narrows it; `own_only` leaves out what the organisations do not know of yet.
    """
    problems, tasks = _scopes(cycle, all_years)
    if organisation_ids is not None:
        problems = problems.filter(organisation__in=organisation_ids)
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
    if own_only:
        problems = problems.filter(known_problems())
    days = settings_of(cycle).list_due_days
    raised_before = datetime.combine(day - timedelta(days=days), time(), PEOPLE_ZONE)
    counts = problems.aggregate(**_problem_counts(raised_before)) | tasks.aggregate(**_task_counts(day))
    found = {column: _problem_cards(problems, column, cycle, days, day, cards) for column in OF_PROBLEMS}
    found |= {column: _task_cards(tasks, column, cycle, day, cards) for column in OF_TASKS}
    return Board(
        tuple(
            BoardColumn(column, counts[column.value], counts.get(f"{column.value}_late", 0), found[column])
            for column in Column
        )
    )


def _scopes(cycle: Cycle, all_years: bool) -> tuple[QuerySet[ProblemItem], QuerySet[Task]]:
    if all_years:
        problems = ProblemItem.objects.filter(cycle__convenor=cycle.convenor_id)
        return problems, Task.objects.filter(problem__cycle__convenor=cycle.convenor_id)
    problems = ProblemItem.objects.filter(in_cycle_or_carried(cycle))
    return problems, Task.objects.filter(in_cycle_or_carried(cycle, "problem__"))


def _problem_counts(raised_before: datetime) -> dict[str, Count]:
    # Whoever has explained why a problem is not hers waits for a ruling: that is nobody's delay.
    late = Q(raised_at__lt=raised_before) & ~Q(state=_P.CONTESTED)
    counts = {column.value: Count("pk", filter=wanted) for column, wanted in _PROBLEMS.items()}
    return counts | {
        f"{column.value}_late": Count("pk", filter=wanted & late) for column, wanted in _PROBLEMS.items()
    }


def _task_counts(day: date) -> dict[str, Count]:
    late = Q(due_on__lt=day)
    counts = {column.value: Count("pk", filter=wanted) for column, wanted in _TASKS.items()}
    return counts | {
        f"{column.value}_late": Count("pk", filter=_TASKS[column] & late)
        for column in (Column.PLAN, Column.WORKING)
    }


def _problem_cards(
    problems: QuerySet[ProblemItem], column: Column, cycle: Cycle, days: int, day: date, most: int
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
        due_on = answer_due(today(raised_at), days) if state != _P.CONTESTED else None
        late = max(0, (day - due_on).days) if due_on else 0
        cards.append(Card(pk, 0, f"{year}-{number:03d}", text, name, "", due_on, late, cycle_id != cycle.pk))
    return tuple(cards)


def _task_cards(
    tasks: QuerySet[Task], column: Column, cycle: Cycle, day: date, most: int
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
            max(0, (day - due_on).days) if is_open else 0,
            cycle_id != cycle.pk,
            is_open and reopened > 0,
        )
        for problem_id, pk, year, number, text, name, who, due_on, cycle_id, reopened in rows
    )
