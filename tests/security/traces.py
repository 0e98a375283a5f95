"""Does any way of reading a table tell what was cast early, or what was cast together?

Every readable order of the rows (by each column, as the database hands them out, as they lie in the file) is tested
against the truth that the test knows: which rows came in the first half of the vote, and which rows came in one
ballot. The measures are normal under chance, so that a deviation beyond `LIMIT` is no accident (below one in a
million for each).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

LIMIT = 5.0


@dataclass(frozen=True)
class Trace:
    """One order of the rows that tells something, and how far beyond chance."""

    order: str
    tells: str
    deviations: float


def traces(orders: Mapping[str, Sequence[int]], ballot_of: Mapping[int, int], early: int) -> list[Trace]:
    """What the orders tell. `ballot_of` maps a row to its ballot (0, 1, 2 … as cast); the first `early` came early."""
    found = []
    for name, rows in orders.items():
        ballots = [ballot_of[row] for row in rows]
        for tells, deviations in (
            ("what came early", early_deviation(ballots, early)),
            ("what came together", neighbour_deviation(ballots)),
        ):
            if abs(deviations) > LIMIT:
                found.append(Trace(name, tells, round(deviations, 1)))
    return found


def early_deviation(ballots: Sequence[int], early: int) -> float:
    """Rank sum of the early rows against its expectation, in standard deviations (Wilcoxon)."""
    places = [place for place, ballot in enumerate(ballots, start=1) if ballot < early]
    first, rest = len(places), len(ballots) - len(places)
    if not first or not rest:
        return 0.0
    expected = first * (len(ballots) + 1) / 2
    return (sum(places) - expected) / sqrt(first * rest * (len(ballots) + 1) / 12)


def neighbour_deviation(ballots: Sequence[int]) -> float:
    """Neighbours of the same ballot against their expectation, in standard deviations (about Poisson)."""
    sizes = Counter(ballots).values()
    expected = sum(size * (size - 1) for size in sizes) / max(len(ballots), 1)
    neighbours = sum(one == other for one, other in pairwise(ballots))
    return (neighbours - expected) / sqrt(expected) if expected else 0.0
