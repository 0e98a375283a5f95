"""The limit on the first grade: it bounds what the committee decides. A warning, never a refusal."""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.appraisal.domain.grade import most_good


@dataclass(frozen=True)
class Cap:
    """How the decided grades of a whole review stand against the limit."""

    people: int
    max_good: int
    proposed_good: int
    decided: int
    decided_good: int

    @property
    def min_others(self) -> int:
        """So many must have another grade than the first."""
        return self.people - self.max_good

    @property
    def undecided(self) -> int:
        return self.people - self.decided

    @property
    def over(self) -> int:
        """So many first grades were decided beyond the limit."""
        return max(0, self.decided_good - self.max_good)

    @property
    def open_good(self) -> int:
        """So many of the undecided may still have the first grade."""
        return min(self.undecided, max(0, self.max_good - self.decided_good))


def cap_of(*, people: int, share: Fraction, proposed_good: int, decided: int, decided_good: int) -> Cap:
    """The limit for so many people when `share` of them, rounded up, may not have the first grade."""
    return Cap(people, most_good(people, share), proposed_good, decided, decided_good)
