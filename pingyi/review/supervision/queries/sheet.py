"""The calendar: what is due on the days of a month, with holidays as the working calendar has them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.models import Cycle
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.phrases import TASK_STATES
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.supervision.documents import MonthFacts, MonthLine
from pingyi.review.supervision.domain.month import Month

IN_A_CELL = 4


@dataclass(frozen=True)
class Cell:
    """One day. `is_working` is None where nobody has entered the working calendar of that year; `is_over`: what was due
    on it and is still open is late."""

    day: date
    is_in_month: bool
    is_today: bool
    is_over: bool
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

    @property
    def days(self) -> list[Cell]:
        """The days of the month itself, in order."""
        return [cell for week in self.weeks for cell in week if cell.is_in_month]


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
    at = reckoning_on(day, cycle.institution_id)
    calendar = at.calendar
    in_month = [task for at, ones in due.items() if at.month == month.month for task in ones]
    return Sheet(
        month,
        tuple(
            tuple(
                Cell(
                    one,
                    one.month == month.month,
                    one == day,
                    one < at.late_before,
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
        late=sum(task.state == Task.State.OPEN and task.due_on < at.late_before for task in in_month),
        looks=sum(len(ones) for at, ones in looks.items() if at.month == month.month),
    )


def month_facts(cycle: Cycle, found: Sheet, day: date) -> MonthFacts:
    """The same for the workbook: every line of the month. No query."""
    lines = []
    for cell in found.days:
        about = _about(cell)
        lines += [_line(cell, task, about, "到期", _state(cell, task)) for task in cell.due]
        lines += [_line(cell, task, about, "回头看", TASK_STATES[task.state]) for task in cell.looks]
    month = found.month
    return MonthFacts(
        cycle.name.removesuffix("会"),
        month.year,
        month.month,
        day,
        tuple(lines),
        due=found.due,
        done=found.done,
        late=found.late,
    )


def _about(cell: Cell) -> str:
    if cell.is_working is None:
        return "日历没有录入"
    if cell.is_working:
        return f"上班（{cell.name}）" if cell.name else "工作日"
    return f"休（{cell.name}）" if cell.name else "休"


def _state(cell: Cell, task: Task) -> str:
    is_late = cell.is_over and task.state == Task.State.OPEN
    return "过了期限" if is_late else TASK_STATES[task.state]


def _line(cell: Cell, task: Task, about: str, what: str, state: str) -> MonthLine:
    problem = task.problem
    return MonthLine(
        cell.day,
        about,
        what,
        problem.organisation.name,
        f"{problem.cycle.year}-{problem.number:03d}",
        problem.text,
        task.responsible.name,
        task.department,
        state,
    )
