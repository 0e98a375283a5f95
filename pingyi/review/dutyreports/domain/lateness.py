"""Whether a report is late. The first handing-in counts: who is asked for changes afterwards is not late by that."""

from datetime import datetime

from pingyi.core.clock import today


def is_late(*, first_submitted_at: datetime | None, due_at: datetime | None, now: datetime) -> bool:
    """Handed in after the deadline, or not at all although it has passed. Never without a deadline."""
    return due_at is not None and (first_submitted_at or now) > due_at


def days_late(*, first_submitted_at: datetime | None, due_at: datetime | None, now: datetime) -> int:
    """Days of the calendar behind the deadline; 0 when in time, and when late by hours of the same day."""
    if due_at is None:
        return 0
    return max(0, (today(first_submitted_at or now) - today(due_at)).days)


def is_overdue(*, is_in: bool, due_at: datetime | None, now: datetime) -> bool:
    """Whether it is owed now and its own deadline has passed, be it the cycle's or the one given with a return."""
    return not is_in and due_at is not None and now > due_at
