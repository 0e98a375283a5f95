"""How late something is and how much time is left, in working days: one reckoning for pages, papers and reminders."""

from dataclasses import dataclass
from datetime import date

from pingyi.organisations.domain.working_days import UnknownYear, WorkCalendar


@dataclass(frozen=True)
class Late:
    """The deadline has passed. `days`: working days since then; None where the calendar of `unknown_year` is missing,
    so that nobody can count them."""

    days: int | None
    unknown_year: int | None = None


@dataclass(frozen=True)
class Reckoning:
    """The working calendar, looked at on one day. A deadline is over when a working day has come after it."""

    calendar: WorkCalendar
    day: date

    @property
    def unknown_year(self) -> int | None:
        """The year of this day where its calendar is missing: then spans in working days cannot be told."""
        return None if self.calendar.is_known(self.day) else self.day.year

    def due_after(self, start: date, days: int) -> date | None:
        """The day so many working days after `start`; None where the calendar is not known so far."""
        try:
            return self.calendar.after(start, days)
        except UnknownYear:
            return None

    @property
    def late_before(self) -> date:
        """What was due before this day is late. Without a calendar every day counts: the date itself is past."""
        try:
            return self.calendar.first_of_last(1, self.day)
        except UnknownYear:
            return self.day

    def begun_late_before(self, days: int) -> date | None:
        """What began before this day and had so many working days is late; None where the last weeks are not known."""
        try:
            return self.calendar.first_of_last(days + 1, self.day)
        except UnknownYear:
            return None

    def late_by(self, due_on: date) -> Late | None:
        """How late a deadline is; None while it is not."""
        return self._late(due_on, 0) if due_on < self.late_before else None

    def late_after(self, start: date, days: int) -> Late | None:
        """How late something is that had so many working days from `start` on; None while it is not, or not known."""
        boundary = self.begun_late_before(days)
        return self._late(start, days) if boundary is not None and start < boundary else None

    def days_left(self, due_on: date) -> int | None:
        """Working days up to and with the deadline, 0 on the day itself and later; None where they are not known."""
        try:
            return self.calendar.between(self.day, due_on)
        except UnknownYear:
            return None

    def _late(self, start: date, days: int) -> Late:
        try:
            return Late(self.calendar.between(start, self.day) - days)
        except UnknownYear as unknown:
            return Late(None, unknown.year)
