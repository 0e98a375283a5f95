"""With whom a unit is compared: those of its kind who report in the same review, or all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

LEAST = 4


@dataclass(frozen=True)
class PeerGroup:
    """`members` are organisations, the own one among them. `kind` is the kind of unit, "" where all are compared."""

    kind: str
    members: tuple[int, ...]

    @property
    def is_large_enough(self) -> bool:
        """Fewer have no middle that says anything, and it would tell the numbers of single ones."""
        return len(self.members) >= LEAST


def peer_groups(kinds: Mapping[int, str]) -> dict[int, PeerGroup]:
    """The group of every organisation, given the kind of each: its own kind where there are enough, else everybody."""
    everybody = PeerGroup("", tuple(kinds))
    own: dict[str, PeerGroup] = {}
    for kind in set(kinds.values()):
        group = PeerGroup(kind, tuple(one for one in kinds if kinds[one] == kind))
        own[kind] = group if group.is_large_enough else everybody
    return {one: own[kind] for one, kind in kinds.items()}


def median_of(sizes: Sequence[Fraction]) -> Fraction | None:
    """The middle one, exactly; between two their mean. None where too few have a number."""
    if len(sizes) < LEAST:
        return None
    ordered, middle = sorted(sizes), len(sizes) // 2
    if len(sizes) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
