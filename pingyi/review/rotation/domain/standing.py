"""Whose turn it is this year: must, may, exempt, or not needed, each with the last year in which it can be done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.review.rotation.domain.candidate import Candidate, OnSiteRule, RotationRules

MONTHS = 12


class Turn(StrEnum):
    """DUE: this year at the latest. MAY: not yet had a turn, and there is time. NOT_DUE: had it, or nothing asks."""

    DUE = "due"
    MAY = "may"
    EXEMPT = "exempt"
    NOT_DUE = "not_due"


@dataclass(frozen=True)
class Standing:
    """`deadline` is the last year for the next turn, None where it cannot be known or no turn is asked for.

    `has_reported` says whether a turn of hers counts under the rule.
    """

    turn: Turn
    deadline: int | None = None
    has_reported: bool = False


def standing_of(one: Candidate, rules: RotationRules, year: int) -> Standing:
    """Where this reporter stands in the year reviewed."""
    if is_exempt(one, rules, year):
        return Standing(Turn.EXEMPT, deadline_of(one, rules))
    if rules.rule == OnSiteRule.ALL:
        return Standing(Turn.DUE, year)
    deadline = deadline_of(one, rules)
    has_reported = last_turn(one, rules) is not None
    if has_reported and rules.rule == OnSiteRule.TERM:
        return Standing(Turn.NOT_DUE, None, has_reported=True)
    if deadline is not None and deadline <= year:
        return Standing(Turn.DUE, deadline, has_reported)
    return Standing(Turn.NOT_DUE if has_reported else Turn.MAY, deadline, has_reported)


def deadline_of(one: Candidate, rules: RotationRules) -> int | None:
    """The last year in which she has to report on site next, as the rule says; None where it cannot be known."""
    if rules.rule == OnSiteRule.TERM:
        return one.last_year_of_term
    if rules.rule == OnSiteRule.ALL or rules.every_years is None:
        return None
    last = last_turn(one, rules)
    if last is not None:
        return last + rules.every_years
    return None if one.since is None else one.since.year - 1 + rules.every_years


def last_turn(one: Candidate, rules: RotationRules) -> int | None:
    """The last year in which she herself reported on site; where the term counts, in this term only."""
    is_by_term = rules.rule == OnSiteRule.TERM and one.since is not None
    first = one.since.year if is_by_term and one.since else 0
    return max((year for year in one.on_site if year >= first), default=None)


def is_exempt(one: Candidate, rules: RotationRules, year: int) -> bool:
    """Whether the organisation was founded less than the set number of months before the end of the year."""
    if one.founded_on is None or rules.exempt_months is None:
        return False
    return months_later(one.founded_on, rules.exempt_months) > date(year, 12, 31)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the first of the month after where that month is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        years, month = divmod(day.month + months, MONTHS)
        return date(day.year + years, month + 1, 1)
