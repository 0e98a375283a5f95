"""When something is due in a branch. 一般 means: a miss asks for a reason, it is no offence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.matrix import Due
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.periods import Period, Rhythm, periods_of_year
from pingyi.ledgers.orglife.domain.kinds import RULES, Kind
from pingyi.ledgers.orglife.domain.parameters import count_key
from pingyi.ledgers.orglife.domain.roster import BranchRoster


@dataclass(frozen=True)
class Place:
    """An organisation as far as it decides what is due: `roster` is None where nobody has entered its members."""

    key: int
    founded_on: date | None = None
    roster: BranchRoster | None = None


def rhythm_of(kind: Kind, rulebook: Rulebook, day: date) -> Rhythm:
    """The rhythm in which this kind is looked at; birthdays by month or by quarter, as the institution has it."""
    if kind is Kind.BIRTHDAY and rulebook.is_on("birthday.by_quarter", day):
        return Rhythm.QUARTER
    return RULES[kind].rhythm


def periods_of(kind: Kind, rulebook: Rulebook, years: Iterable[int]) -> list[Period]:
    """The periods of these years; the rhythm is that of the end of each year."""
    return [
        period
        for year in years
        for period in periods_of_year(rhythm_of(kind, rulebook, date(year, 12, 31)), year)
    ]


def due_of(kind: Kind, places: Iterable[Place], periods: Sequence[Period], rulebook: Rulebook) -> Due:
    """How often this kind is due in each place and period, with the rules of the first day of each period."""
    by_key = {place.key: place for place in places}
    counts = {period: _count(kind, period, rulebook) for period in periods}
    smallest = {period: rulebook.number("committee.from_members", period.first) for period in periods}

    def due(key: int, period: Period) -> int:
        place, count = by_key[key], counts[period]
        if not count or (place.founded_on is not None and place.founded_on > period.last):
            return 0
        return count if _is_called_for(kind, place, period, smallest) else 0

    return due


def _count(kind: Kind, period: Period, rulebook: Rulebook) -> int:
    exempt = rulebook.months("exempt_months", period.first)
    if all(month in exempt for month in period.months):
        return 0
    if RULES[kind].has_count:
        return rulebook.number(count_key(kind), period.first)
    return 1 if kind is Kind.BIRTHDAY else 0


def _is_called_for(kind: Kind, place: Place, period: Period, smallest: Mapping[Period, int]) -> bool:
    """Committee meetings from so many full members on, group meetings where there are groups, birthdays where there is
    one. Of a branch without a roster nothing is known: it is asked for its committee meetings like all others.
    """
    if kind is Kind.COMMITTEE:
        return place.roster is None or place.roster.voters(period.last) >= smallest[period]
    if kind is Kind.GROUP:
        return place.roster is not None and place.roster.has_groups(period.last)
    if kind is Kind.BIRTHDAY:
        return place.roster is not None and bool(place.roster.birthdays(period))
    return True
