"""The spans in which something has to happen: months, quarters, half-years, years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.core.words import Words


class Rhythm(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.HALF_YEAR: 6, Rhythm.YEAR: 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One span of a calendar year; `number` counts from 1 within the year."""

    year: int
    number: int
    rhythm: Rhythm

    def __hash__(self) -> int:
        """Matrices look periods up by the ten thousand: one number is quicker than a tuple with an enum in it."""
        return self.year * 100 + self.number

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS[self.rhythm] + 1, 1)

    @property
    def last(self) -> date:
        month = self.number * MONTHS[self.rhythm]
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def months(self) -> range:
        """The calendar months that it covers."""
        count = MONTHS[self.rhythm]
        return range((self.number - 1) * count + 1, self.number * count + 1)

    @property
    def code(self) -> str:
        """How it is stored and sent: 2025-month-3."""
        return f"{self.year}-{self.rhythm}-{self.number}"

    @property
    def head(self) -> str:
        """Its words within the year: 3月, 第1季度, 上半年, 全年."""
        if self.rhythm is Rhythm.MONTH:
            return Words("{number}月", number=self.number)
        if self.rhythm is Rhythm.QUARTER:
            return Words("第{number}季度", number=self.number)
        if self.rhythm is Rhythm.HALF_YEAR:
            return Words("上半年") if self.number == 1 else Words("下半年")
        return Words("全年")

    @property
    def words(self) -> str:
        if self.rhythm is Rhythm.MONTH:
            return Words("{year}年{month}月", year=self.year, month=self.number)
        return Words("{year}年{head}", year=self.year, head=self.head)


def period_of(rhythm: Rhythm, day: date) -> Period:
    """The period of this rhythm in which the day lies."""
    return Period(day.year, (day.month - 1) // MONTHS[rhythm] + 1, rhythm)


def periods_of_year(rhythm: Rhythm, year: int) -> list[Period]:
    return [Period(year, number, rhythm) for number in range(1, 12 // MONTHS[rhythm] + 1)]


def period_with_code(code: str) -> Period | None:
    """The period of a stored or sent code; None for anything else."""
    parts = code.split("-")
    if len(parts) != 3 or parts[1] not in MONTHS or not (parts[0].isdecimal() and parts[2].isdecimal()):
        return None
    period = Period(int(parts[0]), int(parts[2]), Rhythm(parts[1]))
    is_sound = 1900 <= period.year <= 2200 and 1 <= period.number <= 12 // MONTHS[period.rhythm]
    return period if is_sound and period.code == code else None
