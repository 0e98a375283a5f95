"""The escalation ladder: who is told of an overdue task, one after the other up the line, in working days."""

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


@dataclass(frozen=True)
class Ladder:
    """Working days after the responsible person was told; None where the institution leaves a rung out."""

    secretary: int | None
    superior: int | None
    department: int | None

    @property
    def graces(self) -> dict[Rung, int]:
        """The rungs that are used, each with its grace period."""
        all_rungs = {
            Rung.RESPONSIBLE: 0,
            Rung.SECRETARY: self.secretary,
            Rung.SUPERIOR: self.superior,
            Rung.DEPARTMENT: self.department,
        }
        return {rung: days for rung, days in all_rungs.items() if days is not None}

    @property
    def longest(self) -> int:
        """So many working days after the deadline everybody has been told."""
        return max(self.graces.values()) + 1


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


def rungs_reached(ladder: Ladder, days_late: int) -> list[Rung]:
    """Who has to have been told by now. The first working day after the deadline is the day of the first rung."""
    return [rung for rung, grace in ladder.graces.items() if days_late >= grace + 1]


def day_of_rung(calendar: WorkCalendar, due_on: date, grace: int) -> date | None:
    """The day on which this rung is told, if nothing happens before; None where the calendar does not reach so far."""
    found: date | None = due_on
    for _ in range(grace + 1):
        found = calendar.next_working_day(found) if found is not None else None
    return found


def counts_from(due_on: date, reopened_on: date | None) -> date:
    """From which day it is late: the deadline, or the day of reopening where that came later."""
    return due_on if reopened_on is None else max(due_on, reopened_on)
