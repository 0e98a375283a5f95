"""Who is proposed for this year, and the plan for the years after: nobody who can still have a turn loses it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from pingyi.review.rotation.domain.queue import (
    Waiting,
    YearOfTurns,
    is_enough,
    missed_in,
    nearest_first,
    serve,
)


def pick(
    queue: Sequence[Waiting], year: int, places: int, last: int, sizes: Mapping[str, int] | None = None
) -> list[int]:
    """Who should report on site this year, in the order in which they were picked.

    First whose last year it is, then who was passed over last year, then the nearest deadlines; with `sizes` (members
    of each kind of unit) the kind that is behind its share goes before. No pick may cost anybody her turn in a later
    year, unless the places are too few anyhow: then the nearest deadlines alone decide. Whoever is not asked this
    year is only brought forward where the years after would not hold everybody.
    """
    if not is_enough(queue, places, year, last):
        asked = [one for one in queue if one.is_asked or _is_last_year(one, year)]
        return nearest_first(asked, year, places)
    chosen: list[int] = []
    rest = list(queue)
    ready = [one for one in queue if one.release <= year and (one.is_asked or _is_last_year(one, year))]
    while ready and len(chosen) < places:
        free = places - len(chosen) - 1
        kinds = Counter(one.unit_kind for one in queue if one.id in chosen)
        for one in sorted(ready, key=lambda one: _preference(one, year, kinds, sizes)):
            after = serve(rest, [one.id], year)
            if is_enough(after, places, year, last, places_now=free):
                chosen.append(one.id)
                ready.remove(one)
                rest = after
                break
        else:
            break
    while len(chosen) < places and not is_enough(rest, places, year, last, places_now=0):
        early = nearest_first([one for one in rest if one.deadline is not None], year, 1)
        chosen += early
        rest = serve(rest, early, year)
    return chosen


def coming_years(
    queue: Sequence[Waiting], first: int, last: int, places: int, sizes: Mapping[str, int] | None = None
) -> list[YearOfTurns]:
    """The proposal of each year if every proposal before it is accepted."""
    years = []
    rest = list(queue)
    for year in range(first, last + 1):
        chosen = pick(rest, year, places, last, sizes)
        years.append(YearOfTurns(year, tuple(chosen), missed_in(rest, chosen, year)))
        rest = serve(rest, chosen, year)
    return years


def _is_last_year(one: Waiting, year: int) -> bool:
    return one.deadline is not None and one.deadline <= year


def _preference(
    one: Waiting, year: int, kinds: Mapping[str, int], sizes: Mapping[str, int] | None
) -> tuple[bool, bool, Fraction, tuple[int, int, int]]:
    # Sainte-Laguë: the kind with the smallest (2 · picked + 1) ÷ members is furthest behind its share.
    share = Fraction(2 * kinds.get(one.unit_kind, 0) + 1, sizes[one.unit_kind]) if sizes else Fraction(0)
    return not _is_last_year(one, year), not one.is_postponed, share, one.urgency
