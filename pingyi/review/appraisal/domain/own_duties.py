"""What a secretary owes, and which of it comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.organisations.domain.reckoning import Late, Reckoning


class Duty(StrEnum):
    """In the order in which they come up in a year; within one day this order decides."""

    REPORT = "report"
    CLAIM = "claim"
    LIST_TASKS = "list_tasks"
    CHANGE_PLAN = "change_plan"
    TASK = "task"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class OwnDuty:
    """One thing that one organisation owes. Without a day it comes after all that have one."""

    duty: Duty
    organisation: str
    text: str
    subject_id: int
    due_on: date | None = None

    def days_left(self, today: date) -> int | None:
        """Negative when the day has passed."""
        return None if self.due_on is None else (self.due_on - today).days

    def late(self, at: Reckoning) -> Late | None:
        """How late it is in working days, of a report in days; None while it is not."""
        if self.due_on is None:
            return None
        if self.duty is Duty.REPORT:
            return Late((at.day - self.due_on).days) if self.due_on < at.day else None
        return at.late_by(self.due_on)


def in_order(duties: Sequence[OwnDuty]) -> list[OwnDuty]:
    """The earliest day first: the first of them is the next step."""
    kinds = list(Duty)
    return sorted(
        duties,
        key=lambda one: (one.due_on is None, one.due_on or date.max, kinds.index(one.duty), one.subject_id),
    )
