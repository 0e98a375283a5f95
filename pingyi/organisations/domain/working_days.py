"""Working days: holidays and shifted weekends of the years that are known. An unknown year is never guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

_DAY = timedelta(days=1)
SATURDAY = 5


class UnknownYear(Exception):
    """Somebody asks about a year whose holidays nobody has entered."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


@dataclass(frozen=True)
class SpecialDay:
    """One day that is not as its weekday says: a holiday on a weekday, or a weekend day on which people work."""

    day: date
    is_working: bool
    name: str


@dataclass(frozen=True)
class KnownYear:
    """The calendar of one year and the notice that it follows. A year without special days is known too."""

    year: int
    source: str
    days: tuple[SpecialDay, ...] = ()


@dataclass(frozen=True)
class WorkCalendar:
    """The years that are known. Everything else raises `UnknownYear` (or gives None where the answer may be open)."""

    years: Mapping[int, KnownYear]
    _special: dict[date, SpecialDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        special = {one.day: one for known in self.years.values() for one in known.days}
        object.__setattr__(self, "_special", special)

    def is_known(self, day: date) -> bool:
        return day.year in self.years

    def is_working(self, day: date) -> bool:
        """Whether people work on this day."""
        if not self.is_known(day):
            raise UnknownYear(day.year)
        special = self._special.get(day)
        return special.is_working if special else day.weekday() < SATURDAY

    def name_of(self, day: date) -> str:
        """What the day is called in the notice (春节、国庆节); nothing for an ordinary one."""
        special = self._special.get(day)
        return special.name if special else ""

    def next_working_day(self, day: date) -> date | None:
        """The first working day after this one; None where the known years end before it."""
        found = day + _DAY
        while self.is_known(found):
            if self.is_working(found):
                return found
            found += _DAY
        return None

    def after(self, start: date, days: int) -> date:
        """The day that lies so many working days after `start`; `start` itself is not counted (0 gives it back)."""
        found, left = start, days
        while left > 0:
            found += _DAY
            left -= self.is_working(found)
        return found

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and with `end`; 0 where `end` is not later."""
        if end <= start:
            return 0
        for year in range((start + _DAY).year, end.year + 1):
            if year not in self.years:
                raise UnknownYear(year)
        plain = _weekdays_until(end) - _weekdays_until(start)
        inside = (one for one in self._special.values() if start < one.day <= end)
        return plain + sum(one.is_working - (one.day.weekday() < SATURDAY) for one in inside)

    def first_of_last(self, count: int, end: date) -> date:
        """The first of the last `count` working days up to and with `end`, `count` being 1 or more."""
        found, left = end, count - self.is_working(end)
        while left > 0:
            found -= _DAY
            left -= self.is_working(found)
        return found


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays from the first day that Python knows, itself a Monday, up to and with this one."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * SATURDAY + min(rest, SATURDAY)


def calendar_of(*layers: Iterable[KnownYear]) -> WorkCalendar:
    """A calendar in which later layers take the place of earlier ones, year by year."""
    return WorkCalendar({known.year: known for layer in layers for known in layer})
