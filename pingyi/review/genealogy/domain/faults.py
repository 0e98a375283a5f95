"""Faults that more than one unit has, or that come again in another year; counted with their denominators."""

from collections.abc import Iterable
from dataclasses import dataclass

from pingyi.review.genealogy.domain.kinship import Kinship

COMMON_FROM = 2


@dataclass(frozen=True)
class Item:
    """One problem as it is counted."""

    key: int
    year: int
    organisation: int
    is_open: bool


@dataclass(frozen=True)
class CommonFault:
    """One line over units and years, its problems from the newest to the oldest."""

    items: tuple[Item, ...]

    @property
    def newest(self) -> Item:
        return self.items[0]

    @property
    def units(self) -> int:
        return len({item.organisation for item in self.items})

    @property
    def years(self) -> int:
        return len({item.year for item in self.items})

    @property
    def open_items(self) -> int:
        return sum(item.is_open for item in self.items)


def common_faults(items: Iterable[Item], kinship: Kinship) -> list[CommonFault]:
    """Lines over at least two units or two years: most units first, then most years, then most that are open."""
    lines: dict[frozenset[int], list[Item]] = {}
    for item in items:
        lines.setdefault(kinship.line_of(item.key), []).append(item)
    found = [
        CommonFault(tuple(sorted(line, key=lambda item: (-item.year, item.key)))) for line in lines.values()
    ]
    common = [fault for fault in found if max(fault.units, fault.years) >= COMMON_FROM]
    return sorted(common, key=lambda fault: (-fault.units, -fault.years, -fault.open_items, fault.newest.key))
