"""The calendar: what is due on the days of a month, with holidays as the working calendar has them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from pingyi.organisations.queries.calendar import work_calendar
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.queries.board import in_cycle_or_carried
from pingyi.review.supervision.domain.month import Month

IN_A_CELL = 4


@dataclass(frozen=True)
class Cell:
    """One day. `is_working` is None where nobody has entered the working calendar of that year."""

    day: date
    is_in_month: bool
    is_today: bool
    is_working: bool | None
    name: str
    due: tuple[Task, ...]
    looks: tuple[Task, ...]

    @property
    def shown(self) -> tuple[Task, ...]:
        return self.due[:IN_A_CELL]

    @property
    def rest(self) -> int:
        return len(self.due) - len(self.shown)


@dataclass(frozen=True)
class Sheet:
    month: Month
    weeks: tuple[tuple[Cell, ...], ...]
    due: int
    done: int
    late: int
    looks: int


def sheet(cycle: Cycle, month: Month, day: date, organisation_ids: Collection[int] | None = None) -> Sheet:
    """Deadlines and look-backs of this month: of this cycle and of what earlier years left open. Four queries."""
    weeks = month.weeks()
    first, last = weeks[0][0], weeks[-1][-1]
    tasks = Task.objects.select_related("problem__organisation", "problem__cycle", "responsible")
    if organisation_ids is not None:
        tasks = tasks.filter(problem__organisation__in=organisation_ids)
    due: dict[date, list[Task]] = {}
    looks: dict[date, list[Task]] = {}
    deadlines = tasks.filter(in_cycle_or_carried(cycle, "problem__"), due_on__range=(first, last))
    for task in deadlines.order_by("problem__organisation__order", "pk"):
        due.setdefault(task.due_on, []).append(task)
    again = tasks.filter(
        problem__cycle__convenor=cycle.convenor_id,
        problem__cycle__year__lte=cycle.year,
        relapse_check_on__range=(first, last),
    )
    for task in again.order_by("problem__organisation__order", "pk"):
        if task.relapse_check_on is not None:
            looks.setdefault(task.relapse_check_on, []).append(task)
    calendar = work_calendar(cycle.institution_id)
    in_month = [task for at, ones in due.items() if at.month == month.month for task in ones]
    return Sheet(
        month,
        tuple(
            tuple(
                Cell(
                    one,
                    one.month == month.month,
                    one == day,
                    calendar.is_working(one) if calendar.is_known(one) else None,
                    calendar.name_of(one),
                    tuple(due.get(one, [])),
                    tuple(looks.get(one, [])),
                )
                for one in week
            )
            for week in weeks
        ),
        due=len(in_month),
        done=sum(task.state == Task.State.CLOSED for task in in_month),
        late=sum(task.state == Task.State.OPEN and task.due_on < day for task in in_month),
        looks=sum(len(ones) for at, ones in looks.items() if at.month == month.month),
    )
