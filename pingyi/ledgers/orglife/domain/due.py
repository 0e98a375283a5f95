"""When something is due in a branch. 一般 means: a miss asks for a reason, it is no offence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul

from pingyi.ledgers.kit.domain.matrix import Dues
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.periods import Period, Rhythm, periods_of_year
from pingyi.ledgers.orglife.domain.kinds import RULES, Kind
from pingyi.ledgers.orglife.domain.parameters import count_key
from pingyi.ledgers.orglife.domain.roster import BranchRoster

# Kinds of which the members decide whether they are called for.
BY_ROSTER = frozenset({Kind.COMMITTEE, Kind.GROUP, Kind.BIRTHDAY})


@dataclass(frozen=True)
class Place:
    """An organisation as far as it decides what is due: `roster` is None where nobody has entered its members."""

    key: int
    founded_on: date | None = None
    roster: BranchRoster | None = None


@dataclass(frozen=True, slots=True)
class _Span:
    """A period: its last day, how often it is due at all, and from how many full members on there is a committee."""

    year: int
    months: range
    last: date
    count: int
    smallest: int


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


def dues_of(kind: Kind, places: Iterable[Place], periods: Sequence[Period], rulebook: Rulebook) -> Dues:
    """How often this kind is due in each place, period by period, with the rules of the first day of each."""
    by_key = {place.key: place for place in places}
    spans = [
        _Span(
            period.year,
            period.months,
            period.last,
            _count(kind, period, rulebook),
            rulebook.number("committee.from_members", period.first),
        )
        for period in periods
    ]
    counts = tuple(span.count for span in spans)
    unknown = counts if _is_asked_of_all(kind) else (0,) * len(spans)

    def dues(key: int) -> tuple[int, ...]:
        place = by_key[key]
        found = unknown
        if place.roster is not None and kind in BY_ROSTER and spans:
            called = _called_for(kind, place.roster, spans)
            found = counts if all(called) else tuple(map(mul, counts, called))
        if place.founded_on is None:
            return found
        pairs = zip(spans, found, strict=True)
        return tuple(0 if place.founded_on > span.last else count for span, count in pairs)

    return dues


def _count(kind: Kind, period: Period, rulebook: Rulebook) -> int:
    exempt = rulebook.months("exempt_months", period.first)
    if all(month in exempt for month in period.months):
        return 0
    if RULES[kind].has_count:
        return rulebook.number(count_key(kind), period.first)
    return 1 if kind is Kind.BIRTHDAY else 0


def _is_asked_of_all(kind: Kind) -> bool:
    """Of a branch without a roster nothing is known: it is asked for its committee meetings like all others."""
    return kind is Kind.COMMITTEE or kind not in BY_ROSTER


def _called_for(kind: Kind, roster: BranchRoster, spans: Sequence[_Span]) -> list[bool]:
    """Committee meetings from so many full members on, group meetings where there are groups, birthdays where there is
    one. Where nobody came or left, one look is enough for all spans.
    """
    if kind is Kind.BIRTHDAY:
        return [roster.has_birthdays(span.year, span.months, span.last) for span in spans]
    stays = roster.stays(spans[0].last, spans[-1].last)
    if kind is Kind.GROUP:
        if stays:
            return [roster.has_groups(spans[0].last)] * len(spans)
        return [roster.has_groups(span.last) for span in spans]
    if stays:
        voters = roster.voters(spans[0].last)
        return [voters >= span.smallest for span in spans]
    return [roster.voters(span.last) >= span.smallest for span in spans]
