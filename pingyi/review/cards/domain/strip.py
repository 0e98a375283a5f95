"""Where the marks of a row's strip stand: from 0 on the left to 1 on the right. The axis is never turned round."""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.cards.domain.table import Row

_TENTH = Fraction(1, 10)
FEWEST = 2


@dataclass(frozen=True)
class Strip:
    """Every peer a tick, the median a tall one, last year hollow, this year full."""

    ticks: tuple[float, ...]
    median: float | None
    before: float | None
    now: float | None


def strip_of(row: Row) -> Strip | None:
    """None where there is nothing to compare: one number alone, this year's of a single unit, is neither left nor
    right of anything."""
    own = [one.size for one in (row.now, row.before) if one is not None]
    sizes = [*row.peers, *own]
    if len(row.peers) + (row.before is not None) < FEWEST:
        return None
    low, high = _ends(sizes, is_share=row.is_share)

    def place(size: Fraction | None) -> float | None:
        return None if size is None else float((size - low) / (high - low))

    return Strip(
        tuple(float((size - low) / (high - low)) for size in row.peers),
        place(row.median),
        place(row.before.size if row.before else None),
        place(row.now.size if row.now else None),
    )


def _ends(sizes: list[Fraction], *, is_share: bool) -> tuple[Fraction, Fraction]:
    """Counts begin at nothing; shares at the tenth below the lowest, so that small differences are seen. Where all are
    the same, they stand in the middle, unless nothing or all is done."""
    high = max(sizes)
    if not is_share:
        return Fraction(0), max(high, Fraction(1))
    low, high = min(sizes) // _TENTH * _TENTH, -(-high // _TENTH) * _TENTH
    if low < high:
        return low, high
    return max(Fraction(0), low - _TENTH), max(high, min(Fraction(1), high + _TENTH))
