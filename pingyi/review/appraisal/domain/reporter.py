"""What is known of one reporter before the count."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.ballots.domain.counts import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """One who is voted on: marks from outside the ballot, counts by category (a missing one is all 0)."""

    id: str
    ballots: Mapping[str, Counts]
    daily: Fraction | None = None
    leader: Fraction | None = None
