"""Training hours of one person in one year (L13, L14). Nothing is carried over into another year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.orglife.domain.kinds import Kind


class Length(StrEnum):
    FULL_DAY = "full_day"
    HALF_DAY = "half_day"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one person attended; `hours` counts only for the length `hours`."""

    happened_on: date
    kind: Kind
    length: Length
    hours: int = 0


@dataclass(frozen=True, slots=True)
class YearOfHours:
    """`asked` and `sessions_asked` are what the rules ask of this person; secretaries and committee members more."""

    hours: int
    asked: int
    sessions: int
    sessions_asked: int

    @property
    def missing(self) -> int:
        return max(0, self.asked - self.hours)

    @property
    def is_enough(self) -> bool:
        return not self.missing and self.sessions >= self.sessions_asked


def credit(lesson: Lesson, rulebook: Rulebook) -> int:
    """How many training hours a lesson counts."""
    if lesson.length is Length.FULL_DAY:
        return rulebook.number("training.full_day", lesson.happened_on)
    if lesson.length is Length.HALF_DAY:
        return rulebook.number("training.half_day", lesson.happened_on)
    return lesson.hours


def year_of_hours(lessons: Iterable[Lesson], year: int, rulebook: Rulebook, *, is_lead: bool) -> YearOfHours:
    """The hours of this calendar year against what is asked by the rules of its last day."""
    own = [one for one in lessons if one.happened_on.year == year]
    end = date(year, 12, 31)
    return YearOfHours(
        hours=sum(credit(one, rulebook) for one in own),
        asked=rulebook.number("training.lead_hours" if is_lead else "training.hours", end),
        sessions=sum(one.kind is Kind.TRAINING for one in own),
        sessions_asked=rulebook.number("training.lead_sessions", end) if is_lead else 0,
    )
