"""What can hardly be: one photograph for two events, one person in two rooms at once. Hints for a person to look at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person at one event, at a time that was written down."""

    person_id: int
    record_id: int
    happened_on: date
    starts_at: time
    ends_at: time


@dataclass(frozen=True, slots=True)
class Twice:
    """The same person in two records whose times overlap."""

    person_id: int
    first_id: int
    second_id: int
    happened_on: date


def same_photo(pairs: Iterable[tuple[str, int]]) -> list[tuple[int, ...]]:
    """Of (fingerprint of the file, record): the groups of records that show the same file."""
    records: dict[str, set[int]] = defaultdict(set)
    for fingerprint, record_id in pairs:
        records[fingerprint].add(record_id)
    return sorted(tuple(sorted(found)) for found in records.values() if len(found) > 1)


def in_two_rooms(sightings: Iterable[Sighting]) -> list[Twice]:
    """Everybody who is said to have been at two events at once. One that ends when another begins is no overlap."""
    by_day: dict[tuple[int, date], list[Sighting]] = defaultdict(list)
    for one in sightings:
        by_day[one.person_id, one.happened_on].append(one)
    found: list[Twice] = []
    for (person_id, day), there in by_day.items():
        ordered = sorted(there, key=lambda one: (one.starts_at, one.record_id))
        for place, one in enumerate(ordered):
            at_once = [other for other in ordered[place + 1 :] if other.starts_at < one.ends_at]
            found += [Twice(person_id, one.record_id, other.record_id, day) for other in at_once]
    return sorted(found, key=lambda one: (one.happened_on, one.person_id, one.first_id, one.second_id))
