"""How often a body is to meet: so many times in each month, quarter or year, as the institution has laid it down."""

from collections.abc import Iterable, Sequence
from datetime import date

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.kit.domain.matrix import Due
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.kit.domain.periods import Period, Rhythm, periods_of_year


def rhythm_of(body: BodyKind, numbers: Rulebook, day: date) -> Rhythm:
    """The spans in which the meetings of a body are counted."""
    return Rhythm(numbers.text(f"{body}.meets_in", day))


def periods_of(body: BodyKind, numbers: Rulebook, year: int) -> list[Period]:
    """The spans of a year; the rhythm is that of its end."""
    return periods_of_year(rhythm_of(body, numbers, date(year, 12, 31)), year)


def times_due(
    body: BodyKind, periods: Sequence[Period], numbers: Rulebook, since: Iterable[tuple[int, date]]
) -> Due:
    """How often the body of a unit is to meet in a period; 0 before its first record and where all months are free.

    `since` is the day from which each unit keeps the ledger: nobody is blamed for what was before it.
    """
    begun = dict(since)
    counts = {period: _count(body, period, numbers) for period in periods}

    def due(key: int, period: Period) -> int:
        return counts[period] if key in begun and begun[key] <= period.last else 0

    return due


def _count(body: BodyKind, period: Period, numbers: Rulebook) -> int:
    free = numbers.months("exempt_months", period.first)
    if all(month in free for month in period.months):
        return 0
    return numbers.number(f"{body}.meets_times", period.first)
