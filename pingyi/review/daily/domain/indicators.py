"""What an indicator set is made of: headings, points, and the rule by which a number of a ledger becomes points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

LONGEST, MOST = 120, 60


class Rule(StrEnum):
    """How a number of a ledger becomes points.

    share: the part of what was due. rest: the part that is not among those counted (late entries, overdue tasks).
    at_least: all points from so many on, below that the part of it. at_most: all points up to so many, none above.
    deduct: so many points less for each one counted, never below zero.
    """

    SHARE = "share"
    REST = "rest"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    DEDUCT = "deduct"


NEEDS_AMOUNT = frozenset({Rule.AT_LEAST, Rule.AT_MOST, Rule.DEDUCT})


class Gap(StrEnum):
    """What a set does with points for which there is nothing to go by: they count zero, or leave the base."""

    ZERO = "zero"
    LEAVE_OUT = "leave_out"


class Way(StrEnum):
    """Where the points of an indicator come from."""

    COMPUTED = "computed"
    SELF = "self"
    BOTH = "both"


class Origin(StrEnum):
    """Whose name the set bears: a programme of the ministry that institutions copy, or the institution's own."""

    PROGRAMME = "programme"
    OWN = "own"


class RowFault(StrEnum):
    """What is wrong with a row, or with all of them."""

    EMPTY = "empty"
    TOO_MANY = "too_many"
    NO_HEADING = "no_heading"
    TOO_LONG = "too_long"
    TWICE = "twice"
    NO_POINTS = "no_points"
    NO_MEASURE = "no_measure"
    UNKNOWN_MEASURE = "unknown_measure"
    NO_AMOUNT = "no_amount"
    WHOLE_AMOUNT = "whole_amount"


@dataclass(frozen=True)
class Indicator:
    """One row: `computed` points by `rule` from the number `measure`, and `claimed` points by checked self-assessment.

    `amount` is the number that at_least and at_most compare with, or the points that deduct takes for each.
    `number` is the row on the form or in the sheet from which it comes.
    """

    heading: str
    text: str
    computed: Fraction = Fraction(0)
    claimed: Fraction = Fraction(0)
    measure: str = ""
    rule: Rule = Rule.SHARE
    amount: Fraction | None = None
    number: int = 0

    @property
    def points(self) -> Fraction:
        return self.computed + self.claimed

    @property
    def way(self) -> Way:
        if self.computed and self.claimed:
            return Way.BOTH
        return Way.COMPUTED if self.computed else Way.SELF


def settled(row: Indicator) -> Indicator:
    """The row without what its points do not need: no measure without computed points, no amount where none is read."""
    if not row.computed:
        return replace(row, measure="", rule=Rule.SHARE, amount=None)
    return row if row.rule in NEEDS_AMOUNT else replace(row, amount=None)


def faults_of_rows(rows: Sequence[Indicator], measures: frozenset[str]) -> dict[str, RowFault]:
    """Every fault by its field: `rows` for all of them, otherwise `column-N`. `measures` are the codes that exist."""
    if not rows:
        return {"rows": RowFault.EMPTY}
    if len(rows) > MOST:
        return {"rows": RowFault.TOO_MANY}
    faults: dict[str, RowFault] = {}
    seen: set[tuple[str, str]] = set()
    for row in rows:
        faults |= {f"{column}-{row.number}": fault for column, fault in _faults_of(row, measures)}
        if (row.heading, row.text) in seen:
            faults[f"text-{row.number}"] = RowFault.TWICE
        seen.add((row.heading, row.text))
    return faults


def _faults_of(row: Indicator, measures: frozenset[str]) -> list[tuple[str, RowFault]]:
    found = []
    if not row.heading:
        found.append(("heading", RowFault.NO_HEADING))
    found += [
        (column, RowFault.TOO_LONG)
        for column, words in (("heading", row.heading), ("text", row.text))
        if len(words) > LONGEST
    ]
    if not row.points:
        found.append(("computed", RowFault.NO_POINTS))
    return found + (_faults_of_rule(row, measures) if row.computed else [])


def _faults_of_rule(row: Indicator, measures: frozenset[str]) -> list[tuple[str, RowFault]]:
    found = []
    if not row.measure:
        found.append(("measure", RowFault.NO_MEASURE))
    elif row.measure not in measures:
        found.append(("measure", RowFault.UNKNOWN_MEASURE))
    if row.rule not in NEEDS_AMOUNT:
        return found
    if row.amount is None or (row.amount == 0 and row.rule is not Rule.AT_MOST):
        found.append(("amount", RowFault.NO_AMOUNT))
    elif row.rule is not Rule.DEDUCT and row.amount.denominator != 1:
        found.append(("amount", RowFault.WHOLE_AMOUNT))
    return found
