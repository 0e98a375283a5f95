"""Who still has to have a turn by when, and whether so many places a year are enough for everybody.

All turns take one place and everybody's turns come round alike, so taking the nearest deadline first misses no
deadline that any other order would meet (tests hold it against trying every order out).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

FAR = 9999


@dataclass(frozen=True)
class Waiting:
    """One reporter's next turn: not before `release`, not after `deadline` (None: it cannot be known).

    `again` is the number of years until the turn after that, None if there is none to plan. `since` is the last year
    with a turn, or the year before she came: who has waited longest goes first.
    """

    id: int
    release: int
    deadline: int | None
    since: int
    order: int
    unit_kind: str = ""
    again: int | None = None
    is_asked: bool = True
    is_postponed: bool = False

    @property
    def urgency(self) -> tuple[int, int, int]:
        return FAR if self.deadline is None else self.deadline, self.since, self.order


@dataclass(frozen=True)
class YearOfTurns:
    """Who has a turn in a year, and whose last year passes without one."""

    year: int
    ids: tuple[int, ...]
    missed: tuple[int, ...] = ()


def serve(queue: Sequence[Waiting], chosen: Collection[int], year: int) -> list[Waiting]:
    """The queue after these had their turn in this year."""
    after = []
    for one in queue:
        if one.id not in chosen:
            after.append(one)
        elif one.again is not None:
            after.append(
                replace(one, release=year + 1, deadline=year + one.again, since=year, is_asked=False)
            )
    return after


def missed_in(queue: Iterable[Waiting], chosen: Collection[int], year: int) -> tuple[int, ...]:
    """Whose deadline was this year and who had no turn."""
    return tuple(one.id for one in queue if one.deadline == year and one.id not in chosen)


def nearest_first(queue: Iterable[Waiting], year: int, places: int) -> list[int]:
    """Those with the nearest deadlines among who may have a turn this year, as many as there are places."""
    ready = sorted((one for one in queue if one.release <= year), key=lambda one: one.urgency)
    return [one.id for one in ready[:places]]


def is_enough(
    queue: Sequence[Waiting], places: int, first: int, last: int, *, places_now: int | None = None
) -> bool:
    """Whether nobody's deadline passes from `first` to `last`; `places_now` are those still free in the first year."""
    rest: Sequence[Waiting] = [one for one in queue if one.deadline is not None]
    for year in range(first, last + 1):
        free = places_now if year == first and places_now is not None else places
        chosen = set(nearest_first(rest, year, free))
        if missed_in(rest, chosen, year):
            return False
        rest = serve(rest, chosen, year)
    return True


def fewest_places(queue: Sequence[Waiting], first: int, last: int) -> int:
    """The smallest number of places a year with which nobody is missed."""
    return next(n for n in range(len(queue) + 1) if is_enough(queue, n, first, last))
