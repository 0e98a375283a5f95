"""Days of rectification: until when a problem is answered, until when a task may run, and what is late."""

from calendar import monthrange
from datetime import date
from enum import StrEnum

from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.review.rectification.domain.problem import WAITING_STATES
from pingyi.review.rectification.domain.task import TaskState


class DueFault(StrEnum):
    PAST = "past"
    BEYOND = "beyond"


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest_due(raised_on: date, planned_on: date, months: int | None) -> date | None:
    """The last day a task may be due: the period of the cycle from the day the problem was named.

    A problem whose period is over and that is still open gets a new period from the day of planning. None: the cycle
    sets no period.
    """
    if months is None:
        return None
    end = add_months(raised_on, months)
    return end if end >= planned_on else add_months(planned_on, months)


def due_fault(due_on: date, planned_on: date, latest: date | None) -> DueFault | None:
    """What is wrong with this deadline, if anything."""
    if due_on < planned_on:
        return DueFault.PAST
    if latest is not None and due_on > latest:
        return DueFault.BEYOND
    return None


def task_lateness(state: str, due_on: date, at: Reckoning) -> Late | None:
    """Only what still has to be done can be late: what waits for the check is no longer in the organisation's hand."""
    return at.late_by(due_on) if state == TaskState.OPEN else None


def answer_lateness(state: str, raised_on: date, days: int, at: Reckoning) -> Late | None:
    """Nobody has claimed or contested it within so many working days, or nobody has listed tasks for it."""
    return at.late_after(raised_on, days) if state in WAITING_STATES else None
