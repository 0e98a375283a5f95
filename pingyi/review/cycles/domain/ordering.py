"""Places on the agenda and on the ballot: those on site in speaking order, then the written ones."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A reporter's wish for a place. `typed` is the number that somebody typed, `current` the present place."""

    id: int
    is_on_site: bool
    current: int
    typed: int | None = None


def agenda_order(places: Sequence[Place]) -> list[int]:
    """Ids in the order of the agenda: on site before written; by typed number, the untyped after them as they were."""
    return [place.id for place in sorted(places, key=_rank)]


def typed_twice(places: Sequence[Place]) -> dict[int, list[int]]:
    """Speaking numbers that more than one reporter on site has been given, with the reporters' ids."""
    given: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        if place.is_on_site and place.typed is not None:
            given[place.typed].append(place.id)
    return {number: ids for number, ids in sorted(given.items()) if len(ids) > 1}


def moved(ids: Sequence[int], one: int, step: int) -> list[int]:
    """The ids with `one` moved by `step` places, at most to either end."""
    rest = [other for other in ids if other != one]
    place = min(max(ids.index(one) + step, 0), len(rest))
    return [*rest[:place], one, *rest[place:]]


def _rank(place: Place) -> tuple[bool, bool, int, int, int]:
    return not place.is_on_site, place.typed is None, place.typed or 0, place.current, place.id


@dataclass(frozen=True)
class Shift:
    """How a turn differs from what was seen: places from 1, None where she was or is not among the speakers."""

    id: int
    before: int | None
    after: int | None


def shifts(seen: Sequence[int], present: Sequence[int]) -> list[Shift]:
    """Everybody whose turn is another than seen: newcomers and those moved in their present order, then who left."""
    before = {one: place for place, one in enumerate(seen, start=1)}
    after = {one: place for place, one in enumerate(present, start=1)}
    changed = [Shift(one, before.get(one), place) for one, place in after.items() if before.get(one) != place]
    return [*changed, *(Shift(one, place, None) for one, place in before.items() if one not in after)]
