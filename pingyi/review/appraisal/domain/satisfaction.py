"""What a satisfaction poll says of one organisation, and whether people outside the counting desk may be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pingyi.review.appraisal.domain.number import display_text
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.cycles.domain.settings import Satisfied


class Withheld(StrEnum):
    """Why a share is not told: it would say what single people answered."""

    NO_VOTES = "no_votes"
    SMALL = "small"
    UNANIMOUS = "unanimous"
    DISSENT = "dissent"


@dataclass(frozen=True)
class Satisfaction:
    """Of `valid` ballots that gave one of the four answers, `satisfied` said so; over all classes, without weights."""

    satisfied: int
    valid: int
    withheld: tuple[Withheld, ...]

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.satisfied, self.valid) if self.valid else None


def satisfaction(classes: Mapping[str, Counts], *, rule: Satisfied, threshold: int) -> Satisfaction:
    """Added up over the classes, and checked against what each class could give away."""
    valid = {code: counts.valid for code, counts in classes.items()}
    satisfied = {code: _satisfied(counts, rule) for code, counts in classes.items()}
    return Satisfaction(
        satisfied=sum(satisfied.values()),
        valid=sum(valid.values()),
        withheld=reasons_to_withhold(valid, sum(satisfied.values()), threshold),
    )


def reasons_to_withhold(valid: Mapping[str, int], satisfied: int, threshold: int) -> tuple[Withheld, ...]:
    """What follows for single voters from “`satisfied` of all”, where the ballots of each class are public.

    The rules of the release check for this one table of two columns: a class is known if only one number of satisfied
    voters fits. Known and below the threshold: small. Known, at least the threshold and nobody satisfied: unanimous.
    Below the threshold and certainly somebody not satisfied: dissent. A total below the threshold is always small.
    """
    total = sum(valid.values())
    if not total:
        return (Withheld.NO_VOTES,)
    others = total - satisfied
    found = {Withheld.SMALL} if total < threshold else set()
    for number in valid.values():
        least, most = max(0, others - (total - number)), min(number, others)
        if number and least == most and number < threshold:
            found.add(Withheld.SMALL)
        if number >= threshold and least == number:
            found.add(Withheld.UNANIMOUS)
        if number < threshold and least > 0:
            found.add(Withheld.DISSENT)
    return tuple(reason for reason in Withheld if reason in found)


def percent_text(satisfied: int, valid: int) -> str:
    """The share as people read it, rounded half up to a tenth of a percent: 87.5%. Nothing without valid ballots."""
    return f"{display_text(Fraction(100 * satisfied, valid), 1)}%" if valid else ""


def _satisfied(counts: Counts, rule: Satisfied) -> int:
    return counts.good + (counts.fairly_good if rule is Satisfied.BEST_TWO else 0)
