"""Points from facts and checked self-assessments, exactly. What is not known never counts as zero unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pingyi.organisations.domain.facts import Fact
from pingyi.review.daily.domain.indicators import NEEDS_AMOUNT, Gap, Indicator, Rule
from pingyi.review.daily.domain.ledgers import Known

WHOLE = Fraction(100)
# Our default, no rule of anybody: a score that stands on less than this part of the points is shown with a warning.
FEWEST_COUNTED = Fraction(1, 2)
MOST_DECIMALS = 9


class Part(StrEnum):
    """Which half of an indicator a line is about."""

    COMPUTED = "computed"
    SELF = "self"


class Reason(StrEnum):
    """Why a line stands as it does: by its number, or for want of one."""

    COUNTED = "counted"
    # Nobody kept the ledger that would state this number of this organisation.
    NO_RECORD = "no_record"
    # The ledger is kept, and nothing was due: a share of nothing is no share.
    NOTHING_DUE = "nothing_due"
    # The rule counts what happens in a year, and the ledger was begun in the middle of it.
    PART_OF_YEAR = "part_of_year"
    # Nobody has handed in a self-assessment that was checked.
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True)
class Checked:
    """A self-assessment that a second person checked: points asked for and points found right."""

    asked: Fraction
    found: Fraction
    reason: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the arithmetic. `gained` of `points`; `is_left_out`: neither stands in the total.

    `fact` is the number read, `checked` the self-assessment.
    """

    indicator: Indicator
    part: Part
    reason: Reason
    points: Fraction
    gained: Fraction
    is_left_out: bool = False
    fact: Fact | None = None
    checked: Checked | None = None


@dataclass(frozen=True)
class Sheet:
    """The whole arithmetic of one organisation. `score` is out of 100; None where nothing stands in the base."""

    lines: tuple[Line, ...]

    @property
    def counted(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.is_left_out)

    @property
    def base(self) -> Fraction:
        return sum((line.points for line in self.counted), Fraction(0))

    @property
    def gained(self) -> Fraction:
        return sum((line.gained for line in self.counted), Fraction(0))

    @property
    def left_out(self) -> Fraction:
        """The points that stand in neither half of the fraction."""
        return sum((line.points for line in self.lines if line.is_left_out), Fraction(0))

    @property
    def whole(self) -> Fraction:
        """All points of the set."""
        return self.base + self.left_out

    @property
    def is_thin(self) -> bool:
        """Whether the score stands on so few of the points that it does not compare with others."""
        return bool(self.base) and self.base < FEWEST_COUNTED * self.whole

    @property
    def score(self) -> Fraction | None:
        return self.gained / self.base * WHOLE if self.base else None


@dataclass(frozen=True)
class Gaps:
    """What the set does where a ledger says nothing, and where no self-assessment was checked."""

    no_record: Gap = Gap.LEAVE_OUT
    not_checked: Gap = Gap.ZERO


def add_up(
    indicators: Sequence[Indicator], known: Known, checked: Mapping[int, Checked], gaps: Gaps
) -> Sheet:
    """The arithmetic of one organisation: `known` from ledgers, `checked` by the place of the indicator in the set."""
    lines: list[Line] = []
    for place, one in enumerate(indicators):
        if one.computed:
            lines.append(_computed(one, known, gaps.no_record))
        if one.claimed:
            lines.append(_assessed(one, checked.get(place), gaps.not_checked))
    return Sheet(tuple(lines))


def is_same(before: Sheet, now: Sheet) -> bool:
    """Whether both read the same numbers and come to the same points, whatever days they span."""
    return [_numbers(line) for line in before.lines] == [_numbers(line) for line in now.lines]


def _numbers(line: Line) -> tuple[object, ...]:
    fact = None if line.fact is None else (line.fact.value, line.fact.out_of)
    return line.part, line.reason, line.points, line.gained, line.is_left_out, fact, line.checked


def _computed(one: Indicator, known: Known, gap: Gap) -> Line:
    fact = known.facts.get(one.measure)
    if fact is None and one.measure not in known.kept:
        is_left_out = gap is Gap.LEAVE_OUT
        return Line(one, Part.COMPUTED, Reason.NO_RECORD, one.computed, Fraction(0), is_left_out)
    part = None if fact is None else earned(one.rule, fact, one.computed, one.amount or Fraction(0))
    if part is None:
        reason = Reason.NOTHING_DUE
        return Line(one, Part.COMPUTED, reason, one.computed, Fraction(0), is_left_out=True, fact=fact)
    if fact is not None and fact.begins_late and _more_months_may_change(one, part):
        is_left_out = gap is Gap.LEAVE_OUT
        # Where no record counts zero, so do the months without one: what is recorded is not lost for that.
        gained = Fraction(0) if is_left_out or one.rule is not Rule.AT_LEAST else part
        return Line(one, Part.COMPUTED, Reason.PART_OF_YEAR, one.computed, gained, is_left_out, fact)
    return Line(one, Part.COMPUTED, Reason.COUNTED, one.computed, part, fact=fact)


def _more_months_may_change(one: Indicator, part: Fraction) -> bool:
    """Whether the months without ledger could make it other points: not where enough is reached already, or nothing is
    left to lose. A share is one of what stands in the ledger.
    """
    return one.rule in NEEDS_AMOUNT and part != (one.computed if one.rule is Rule.AT_LEAST else 0)


def _assessed(one: Indicator, checked: Checked | None, gap: Gap) -> Line:
    if checked is None:
        is_left_out = gap is Gap.LEAVE_OUT
        return Line(one, Part.SELF, Reason.NOT_CHECKED, one.claimed, Fraction(0), is_left_out)
    gained = min(checked.found, one.claimed)
    return Line(one, Part.SELF, Reason.COUNTED, one.claimed, gained, checked=checked)


def earned(rule: Rule, fact: Fact, points: Fraction, amount: Fraction) -> Fraction | None:
    """The points for this number; None where it is a share of nothing. Never more than there are, never below zero."""
    if rule in (Rule.SHARE, Rule.REST):
        if not fact.out_of:
            return None
        share = min(Fraction(fact.value, fact.out_of), Fraction(1))
        return points * (share if rule is Rule.SHARE else 1 - share)
    if rule is Rule.AT_LEAST:
        return points * min(fact.value / amount, Fraction(1))
    if rule is Rule.AT_MOST:
        return points if fact.value <= amount else Fraction(0)
    return max(points - amount * fact.value, Fraction(0))


def decimals_needed(sheet: Sheet, decimals: int) -> int:
    """How many decimals of the sum of points a reader needs who wants to come to the score of so many decimals."""
    for places in range(decimals, MOST_DECIMALS):
        near = rounded(sheet.gained, places)
        if not sheet.base or rounded(near / sheet.base * WHOLE, decimals) == rounded(
            sheet.gained / sheet.base * WHOLE, decimals
        ):
            return places
    return MOST_DECIMALS


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Half up to so many decimals: a mark of the review is a decimal with an end."""
    scale = 10**decimals
    return Fraction((2 * value.numerator * scale + value.denominator) // (2 * value.denominator), scale)
