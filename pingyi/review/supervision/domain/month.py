"""A month as a sheet of weeks, Monday first."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def before(self) -> "Month":
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    @property
    def after(self) -> "Month":
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    @property
    def text(self) -> str:
        """2026-03, as addresses have it."""
        return f"{self.year:04d}-{self.month:02d}"

    def weeks(self) -> list[list[date]]:
        """Whole weeks: days of the months before and after fill the first and the last."""
        return Calendar().monthdatescalendar(self.year, self.month)


def month_of(day: date) -> Month:
    return Month(day.year, day.month)


def month_in(text: str, today: date) -> Month:
    """The month in 2026-03; this month for anything else."""
    year, _, month = text.partition("-")
    is_plain = all(part.isascii() and part.isdigit() for part in (year, month))
    if is_plain and len(year) == 4 and 2000 <= int(year) <= 2100 and 1 <= int(month) <= 12:
        return Month(int(year), int(month))
    return month_of(today)
