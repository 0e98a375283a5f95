"""Times in post. A post runs from its first day up to, not including, the day it ended: the successor's first day."""

from dataclasses import dataclass
from datetime import date

SECRETARY = "secretary"


@dataclass(frozen=True, slots=True)
class Term:
    """One post of one person, as far as rules need it. `post_id` is None for a post that is only planned."""

    post_id: int | None
    person_id: int | None
    person_name: str
    organisation_id: int | None
    title: str
    title_text: str
    is_acting: bool
    started_on: date
    ended_on: date | None

    @property
    def is_secretary(self) -> bool:
        """A secretary in her own right; an acting one stands in."""
        return self.title == SECRETARY and not self.is_acting

    def covers(self, day: date) -> bool:
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)

    def touches(self, first: date, last: date) -> bool:
        """Whether any day of the post lies between these days, both included."""
        return self.started_on <= last and (self.ended_on is None or self.ended_on > first)


def overlap(one: Term, other: Term) -> bool:
    """Whether the two posts share a day. The day on which one ends and the other starts is not shared."""
    starts = max(one.started_on, other.started_on)
    ends = min(one.ended_on or date.max, other.ended_on or date.max)
    return starts < ends


def overlapping_secretaries(terms: list[Term]) -> list[tuple[Term, Term]]:
    """Pairs that break the rule of one secretary at a time (acting ones do not count), earlier one first."""
    secretaries = sorted((term for term in terms if term.is_secretary), key=lambda term: term.started_on)
    return [
        (one, other)
        for place, one in enumerate(secretaries)
        for other in secretaries[place + 1 :]
        if overlap(one, other)
    ]
