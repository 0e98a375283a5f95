"""One thing that a report claims, with its place in the text."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pingyi.review.evidence.domain.vocabulary import NOTHING_STATED, Subject


class Shape(StrEnum):
    """How it is claimed: so many; so many of so many; a share; all; none; each month; or only that it was done."""

    COUNT = "count"
    RATIO = "ratio"
    SHARE = "share"
    WHOLE = "whole"
    NONE = "none"
    EACH = "each"
    DID = "did"


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOUT = "about"


class Target(StrEnum):
    """Which side of a share a count speaks of: 办结7项 what was done, 整改任务8项 what there was."""

    VALUE = "value"
    OUT_OF = "out_of"


@dataclass(frozen=True, slots=True)
class Claim:
    """`start` and `end` are places in the text of the section, `sentence` the words around. Without a subject nothing
    can be said of it. `period` (月, 季, 年) only where the shape is EACH; `decimals` as in `Numeral`.
    """

    section: str
    start: int
    end: int
    quote: str
    sentence: str
    shape: Shape
    subject: Subject = NOTHING_STATED
    number: Fraction = Fraction(0)
    out_of: int | None = None
    unit: str = ""
    bound: Bound = Bound.EXACT
    target: Target = Target.VALUE
    decimals: int | None = 0
    period: str = ""

    @property
    def is_number(self) -> bool:
        """A number or as good as one (全部, 每月, 没有逾期); otherwise a sentence that says what was done."""
        return self.shape is not Shape.DID
