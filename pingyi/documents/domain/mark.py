"""How large the red name of the issuer stands at the head of a document."""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.documents.domain.signature import width_of

_TYPE_AREA = 442  # points across, 156 mm
_LARGEST, _SMALLEST = 54, 30
_NARROWEST = Fraction(1, 2)


@dataclass(frozen=True)
class MarkSize:
    """Size of the red mark in points, and how narrow its characters are made to stay on one line (1: as they are)."""

    points: float
    stretch: Fraction


def mark_size(mark: str) -> MarkSize:
    """As large as one line of the type area allows; a long name is narrowed before it becomes smaller than a title."""
    fitting = Fraction(_TYPE_AREA) / max(width_of(mark), Fraction(1))
    if fitting >= _SMALLEST:
        return MarkSize(float(min(Fraction(_LARGEST), Fraction(int(fitting * 2), 2))), Fraction(1))
    stretch = max(Fraction(int(fitting / _SMALLEST * 100), 100), _NARROWEST)
    return MarkSize(float(min(Fraction(_SMALLEST), Fraction(int(fitting / stretch * 2), 2))), stretch)
