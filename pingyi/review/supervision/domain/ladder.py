"""The escalation ladder: who is told of what is overdue, one after the other up the line, in working days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pingyi.organisations.domain.working_days import WorkCalendar

_DAY = timedelta(days=1)


class Rung(StrEnum):
    """Up the line: responsible person, own secretary, superior organisation, organisation department."""

    RESPONSIBLE = "responsible"
    SECRETARY = "secretary"
    SUPERIOR = "superior"
    DEPARTMENT = "department"


Graces = Mapping[Rung, int]


@dataclass(frozen=True)
class Ladder:
    """Working days after the responsible person was told; None where the institution leaves a rung out.

    `answer`: so many working days after its day a problem that nobody has answered begins its own ladder.
    """

    secretary: int | None
    superior: int | None
    department: int | None
    answer: int | None

    @property
    def of_tasks(self) -> Graces:
        """The rungs that are used, each with its grace period after the first working day that is late."""
        return _used(
            {
                Rung.RESPONSIBLE: 0,
                Rung.SECRETARY: self.secretary,
                Rung.SUPERIOR: self.superior,
                Rung.DEPARTMENT: self.department,
            }
        )

    @property
    def of_problems(self) -> Graces:
        """The same line from the secretary on, who answers for a problem that has no responsible person yet."""
        if self.answer is None:
            return {}
        used = _used({Rung.SECRETARY: 0, Rung.SUPERIOR: self.superior, Rung.DEPARTMENT: self.department})
        return {rung: self.answer - 1 + days for rung, days in used.items()}

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Those that somebody is told on, up the line."""
        return tuple(rung for rung in Rung if rung in self.of_tasks or rung in self.of_problems)


def _used(rungs: Mapping[Rung, int | None]) -> Graces:
    return {rung: days for rung, days in rungs.items() if days is not None}


def enough_days(graces: Graces) -> int:
    """So many working days after the deadline everybody has been told."""
    return max(graces.values(), default=0) + 1


def working_days_late(calendar: WorkCalendar, due_on: date, day: date, most: int) -> int:
    """How many working days lie after the deadline up to and with `day`; counting stops at `most`.

    Counted backwards from `day`: only the last weeks must be known, however long ago the deadline was. Raises
    `UnknownYear` where nobody has entered them.
    """
    found, count = day, 0
    while found > due_on and count < most:
        count += calendar.is_working(found)
        found -= _DAY
    return count


def rungs_reached(graces: Graces, days_late: int) -> list[Rung]:
    """Who has to have been told by now. The first working day after the deadline is the day of the first rung."""
    return [rung for rung, grace in graces.items() if days_late >= grace + 1]


def day_of_rung(calendar: WorkCalendar, due_on: date, grace: int) -> date | None:
    """The day on which this rung is told, if nothing happens before; None where the calendar does not reach so far."""
    found: date | None = due_on
    for _ in range(grace + 1):
        found = calendar.next_working_day(found) if found is not None else None
    return found


def counts_from(due_on: date, back_on: date | None) -> date:
    """From which day the ladder counts: the deadline, or the day on which it came back to the organisation (reopened,
    a contest not followed) where that was later."""
    return due_on if back_on is None else max(due_on, back_on)
