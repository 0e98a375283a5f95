"""One class per person: who is on several lists counts in the first class, unless somebody decided otherwise."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Listing:
    """A person on the list of a class. `class_order` is the place of the class among the meeting's classes."""

    id: int
    person_id: int
    class_order: int
    is_decided: bool = False


def counting(listings: Iterable[Listing]) -> set[int]:
    """The ids of the listings that count: exactly one of each person."""
    of_person: defaultdict[int, list[Listing]] = defaultdict(list)
    for listing in listings:
        of_person[listing.person_id].append(listing)
    return {min(several, key=_rank).id for several in of_person.values()}


def overlapping(listings: Iterable[Listing]) -> dict[int, list[Listing]]:
    """The listings of every person who is on more than one list, in the order of the classes."""
    of_person: defaultdict[int, list[Listing]] = defaultdict(list)
    for listing in sorted(listings, key=lambda one: one.class_order):
        of_person[listing.person_id].append(listing)
    return {person: several for person, several in of_person.items() if len(several) > 1}


def _rank(listing: Listing) -> tuple[bool, int, int]:
    return not listing.is_decided, listing.class_order, listing.id
