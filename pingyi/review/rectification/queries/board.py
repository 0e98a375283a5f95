"""The problems of a cycle and what earlier years left open: in pages by organisation, with counts of them all."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from pingyi.core.clock import today
from pingyi.core.paging import Page, page_of
from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.queries import settings_of
from pingyi.review.rectification.domain.periods import answer_lateness
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.domain.tally import Tally, tally
from pingyi.review.rectification.domain.task import TaskState
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.rectification.queries.known import known_problems
from pingyi.review.rectification.queries.standings import Placed, placed_problems

PER_PAGE = 100


@dataclass(frozen=True)
class ProblemRow:
    """One problem with its tasks. `due_on` is the next day by which its organisation has to do something, None where
    there is none or the calendar does not reach so far."""

    problem: ProblemItem
    tasks: tuple[Task, ...]
    due_on: date | None
    late: Late | None
    is_carried: bool

    @property
    def closed_tasks(self) -> int:
        return sum(task.state == TaskState.CLOSED for task in self.tasks)

    @property
    def tasks_to_check(self) -> int:
        return sum(task.state == TaskState.SUBMITTED for task in self.tasks)


@dataclass(frozen=True)
class OrganisationProblems:
    """The problems of one organisation on this page; `tally` counts all it has. `secretary` reported for it in the
    cycle; nothing if nobody did."""

    organisation: Organisation
    secretary: str
    rows: tuple[ProblemRow, ...]
    tally: Tally


@dataclass(frozen=True)
class ProblemBoard:
    """`groups` hold a page of what was asked for, `page.total` counts all of that, the other counts everything: `tally`
    the problems of this cycle, `carried` those that earlier years left open, `tags` both.

    `answer_days`: working days to claim and to list tasks. `unknown_year`: its calendar is missing, so who has not
    answered in time cannot be told.
    """

    groups: tuple[OrganisationProblems, ...]
    page: Page
    tally: Tally
    tags: dict[str, int]
    carried: Tally
    answer_days: int
    unknown_year: int | None

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
    """What the reader asked for: a tag, a state (or late, check, approve, carried), or everything; and which page."""

    tag: str = ""
    show: str = ""
    page: int = 1

    def fits(self, one: Placed) -> bool:
        if self.tag and self.tag not in one.tags:
            return False
        return not self.show or self.show in one.marks


def problem_board(
    cycle: Cycle, day: date, *, wish: Wish | None = None, organisation_ids: Collection[int] | None = None
) -> ProblemBoard:
    """The problems of the cycle and those of earlier years that are still open, in a fixed number of queries.

    `organisation_ids` limits it to what these organisations may know of themselves.
    """
    wish = wish or Wish()
    problems = ProblemItem.objects.filter(in_cycle_or_carried(cycle)).order_by(
        "organisation__order", "organisation__path", "cycle__year", "number"
    )
    if organisation_ids is not None:
        problems = problems.filter(known_problems(), organisation__in=organisation_ids)
    days, at = settings_of(cycle).list_due_days, reckoning_on(day, cycle.institution_id)
    placed = placed_problems(problems, cycle, days, at)
    chosen = [one for one in placed if wish.fits(one)]
    page = page_of(len(chosen), wish.page, PER_PAGE)
    rows = _rows([one.key for one in chosen[page.rows]], cycle, days, at)
    return ProblemBoard(
        groups=_grouped(cycle, rows, placed),
        page=page,
        tally=tally(one.standing for one in placed if not one.is_carried),
        carried=tally(one.standing for one in placed if one.is_carried),
        tags={tag: sum(tag in one.tags for one in placed) for tag in ProblemItem.Tag.values},
        answer_days=days,
        unknown_year=at.unknown_year,
    )


def _rows(keys: list[int], cycle: Cycle, days: int, at: Reckoning) -> list[ProblemRow]:
    """These problems, in this order."""
    tasks = Prefetch("tasks", Task.objects.order_by("sequence"))
    found = ProblemItem.objects.select_related("organisation", "cycle").prefetch_related(tasks).in_bulk(keys)
    return [_row(found[key], cycle, days, at) for key in keys]


def _row(problem: ProblemItem, cycle: Cycle, days: int, at: Reckoning) -> ProblemRow:
    tasks = tuple(problem.tasks.all())
    if problem.state in WAITING_STATES:
        raised_on = today(problem.raised_at)
        due_on = at.due_after(raised_on, days)
        late = answer_lateness(problem.state, raised_on, days, at)
    else:
        due_on = min((task.due_on for task in tasks if task.state == TaskState.OPEN), default=None)
        late = at.late_by(due_on) if due_on is not None else None
    return ProblemRow(problem, tasks, due_on, late, problem.cycle_id != cycle.pk)


def _grouped(
    cycle: Cycle, rows: Iterable[ProblemRow], placed: Iterable[Placed]
) -> tuple[OrganisationProblems, ...]:
    names = dict(
        Reporter.objects.filter(cycle=cycle).values_list("organisation_id", "person__name").order_by("pk")
    )
    shown: defaultdict[int, list[ProblemRow]] = defaultdict(list)
    for row in rows:
        shown[row.problem.organisation_id].append(row)
    return tuple(
        OrganisationProblems(
            listed[0].problem.organisation,
            names.get(key, ""),
            tuple(listed),
            tally(one.standing for one in placed if one.organisation_id == key),
        )
        for key, listed in shown.items()
    )
