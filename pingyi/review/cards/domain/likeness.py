"""How alike two cards are when names are taken out: nobody may get a form letter."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

RUN = 7
_BLANK = "□"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Likeness:
    """Of two cards: the share of lines that are equal, and of runs of seven signs that stand in both (Jaccard)."""

    lines: Fraction
    runs: Fraction

    @property
    def is_same(self) -> bool:
        """Equal but for names."""
        return self.lines == 1


def without_names(lines: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The lines with every name replaced by one blank, the longest names first, and without spaces."""
    wanted = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, wanted))) if wanted else None
    return tuple(_SPACE.sub("", pattern.sub(_BLANK, line) if pattern else line) for line in lines)


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Of two cards whose names are out already. Two empty cards are the same."""
    length = max(len(one), len(other))
    same = sum(mine == theirs for mine, theirs in zip(one, other, strict=False))
    first, second = _runs(one), _runs(other)
    either = len(first | second)
    return Likeness(
        Fraction(same, length) if length else Fraction(1),
        Fraction(len(first & second), either) if either else Fraction(1),
    )


def pairs_alike(cards: Sequence[Sequence[str]]) -> list[Likeness]:
    """Each card with each."""
    return [likeness(one, other) for one, other in combinations(cards, 2)]


def _runs(lines: Iterable[str]) -> set[str]:
    return {line[place : place + RUN] for line in lines for place in range(max(1, len(line) - RUN + 1))}
