"""What people have decided about pairs of problems, thought to its end: lines of the same fault, and what is apart.

Same as same is the same: if A is B and B is C, then A is C. What is apart from one of a line is apart from all of it.
"""

from collections.abc import Iterable

Pair = tuple[int, int]


class Kinship:
    """The lines that come of the pairs decided `same`, and between which of them somebody said `different`."""

    def __init__(self, same: Iterable[Pair], different: Iterable[Pair] = ()) -> None:
        self._lines: dict[int, frozenset[int]] = {}
        for first, second in same:
            line = self.line_of(first) | self.line_of(second)
            self._lines.update(dict.fromkeys(line, line))
        self._apart: dict[frozenset[frozenset[int]], Pair] = {
            frozenset((self.line_of(first), self.line_of(second))): (first, second)
            for first, second in different
        }

    def line_of(self, problem: int) -> frozenset[int]:
        """All problems of its line; itself alone where nobody has linked it."""
        return self._lines.get(problem, frozenset((problem,)))

    def are_same(self, first: int, second: int) -> bool:
        return second in self.line_of(first)

    def apart_by(self, first: int, second: int) -> Pair | None:
        """The decided pair because of which these two are apart; None where nobody has said so."""
        return self._apart.get(frozenset((self.line_of(first), self.line_of(second))))

    def is_settled(self, first: int, second: int) -> bool:
        """Whether there is nothing left to ask about the two: they are not proposed again."""
        return self.are_same(first, second) or self.apart_by(first, second) is not None

    def lines(self) -> set[frozenset[int]]:
        """Every line of two or more."""
        return set(self._lines.values())
