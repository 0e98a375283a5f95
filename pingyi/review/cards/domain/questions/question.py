"""A question that the records ask, and which three of them stand on the card."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

MOST = 3


class Family(StrEnum):
    """What a question is about. The three are taken from different families as far as there are any."""

    CLAIM = "claim"
    RUN = "run"
    LATE = "late"
    PROBLEM = "problem"
    OUTCOME = "outcome"
    DECISION = "decision"
    STANDING = "standing"
    REPORT = "report"
    OWN = "own"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence that ends with a question mark, the record it rests on, and how much it weighs.

    `weight` belongs to the rule, `size` orders what one rule finds.
    """

    code: str
    family: Family
    weight: int
    text: str
    basis: str
    size: Fraction = Fraction(0)


def chosen(questions: Iterable[Question]) -> tuple[Question, ...]:
    """At most three: the weightiest of each family first, then the weightiest of what is left. The same records always
    give the same three in the same order."""
    ranked = sorted(questions, key=lambda one: (-one.weight, -one.size, one.code, one.text))
    first_of_family: list[Question] = []
    for one in ranked:
        if all(one.family != other.family for other in first_of_family):
            first_of_family.append(one)
    taken = first_of_family[:MOST]
    others = [one for one in ranked if one not in taken]
    return tuple(sorted([*taken, *others[: MOST - len(taken)]], key=ranked.index))
