"""Places by exact score. Equal scores share a place and the next place stays empty: 1, 2, 2, 4."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction


def ranks(scores: Sequence[Fraction | None]) -> list[int | None]:
    """1 + the number of strictly higher scores; who has no score has no place and takes none."""
    rising = sorted(score for score in scores if score is not None)
    return [None if score is None else 1 + len(rising) - bisect_right(rising, score) for score in scores]
