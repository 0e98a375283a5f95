"""The tasks of a cycle in pages, the nearest deadline first, with counts of them all."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from pingyi.core.paging import Page, page_of
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.domain.periods import task_lateness
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried

PER_PAGE = 50
_OPEN, _PLAN = Q(state=Task.State.OPEN), Task.PlanState
_TO_APPROVE = _OPEN & Q(plan_state=_PLAN.PROPOSED)
_TO_CHECK = Q(state=Task.State.SUBMITTED)
_MARKS = {
    "proposed": _TO_APPROVE,
    "returned": _OPEN & Q(plan_state=_PLAN.RETURNED),
    "open": _OPEN,
    "submitted": _TO_CHECK,
    "closed": Q(state=Task.State.CLOSED),
}


@dataclass(frozen=True)
class TaskWish:
    """What the reader asked for. `show`: a mark (proposed, returned, open, submitted, closed, late), or everything;
    0 for every organisation, every year. `all_years`: whatever became of the problems of earlier years."""

    show: str = ""
    organisation: int = 0
    year: int = 0
    all_years: bool = False
    page: int = 1


@dataclass(frozen=True)
class TaskRow:
    """One task; `evidence` counts what was handed in for it."""

    task: Task
    evidence: int
    late: Late | None

    @property
    def measures(self) -> list[str]:
        return [one.text for one in sorted(self.task.measures.all(), key=lambda one: one.sequence)]


@dataclass(frozen=True)
class TaskBoard:
    """`rows` are one page of what was asked for, `page.total` all of it; every other count is of the whole.

    `to_approve` and `to_check` leave out what belongs to the viewer's own organisation; `first_to_check` waits longest.
    """

    rows: tuple[TaskRow, ...]
    page: Page
    years: tuple[int, ...]
    total: int
    open: int
    submitted: int
    closed: int
    late: int
    to_approve: int
    to_check: int
    first_to_check: Task | None


def task_board(
    cycle: Cycle,
    day: date,
    *,
    wish: TaskWish | None = None,
    organisation_ids: Collection[int] | None = None,
    own_ids: Collection[int] = (),
) -> TaskBoard:
    """Tasks of this year's problems and of earlier ones still open, or of all years. Nine queries at most.

    `organisation_ids` limits it to these organisations; `own_ids` are those of a viewer who may not decide about them.
    """
    wish = wish or TaskWish()
    at = reckoning_on(day, cycle.institution_id)
    tasks = _scope(cycle, wish.all_years)
    if organisation_ids is not None:
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
    of_others = ~Q(problem__organisation__in=own_ids) if own_ids else Q()
    late = _OPEN & Q(due_on__lt=at.late_before)
    counts = tasks.aggregate(
        total=Count("pk"),
        open=Count("pk", filter=_OPEN),
        submitted=Count("pk", filter=_TO_CHECK),
        closed=Count("pk", filter=_MARKS["closed"]),
        late=Count("pk", filter=late),
        to_approve=Count("pk", filter=_TO_APPROVE & of_others),
        to_check=Count("pk", filter=_TO_CHECK & of_others),
    )
    wanted = _wanted(tasks, wish, late)
    page = page_of(wanted.count(), wish.page, PER_PAGE)
    years = tasks.order_by("problem__cycle__year").values_list("problem__cycle__year", flat=True).distinct()
    waiting = tasks.filter(_TO_CHECK & of_others).select_related("problem").order_by("submitted_at", "pk")
    return TaskBoard(
        rows=tuple(_rows(wanted, page, at)),
        page=page,
        years=tuple(years),
        first_to_check=waiting.first(),
        **counts,
    )


def _scope(cycle: Cycle, all_years: bool) -> QuerySet[Task]:
    whole = Q(problem__cycle__convenor=cycle.convenor_id)
    found: QuerySet[Task] = Task.objects.filter(
        whole if all_years else in_cycle_or_carried(cycle, "problem__")
    )
    return found


def _wanted(tasks: QuerySet[Task], wish: TaskWish, late: Q) -> QuerySet[Task]:
    """An unknown mark asks for everything, as an old address may have it."""
    found = tasks.filter(late if wish.show == "late" else _MARKS.get(wish.show, Q()))
    if wish.organisation:
        found = found.filter(problem__organisation=wish.organisation)
    return found.filter(problem__cycle__year=wish.year) if wish.year else found


def _rows(wanted: QuerySet[Task], page: Page, at: Reckoning) -> list[TaskRow]:
    """The page is chosen by numbers alone: what a row shows is read for these rows only."""
    order = ("due_on", "problem__organisation__order", "pk")
    keys = list(wanted.order_by(*order).values_list("pk", flat=True)[page.rows])
    rows = (
        Task.objects.filter(pk__in=keys)
        .select_related("problem__organisation", "problem__cycle", "responsible")
        .prefetch_related("measures")
        .annotate(evidence_count=Count("evidence"))
        .order_by(*order)
    )
    return [TaskRow(task, task.evidence_count, task_lateness(task.state, task.due_on, at)) for task in rows]
