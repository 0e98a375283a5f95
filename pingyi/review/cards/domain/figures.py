"""One number of a card with its denominator, and how it is written."""

from dataclasses import dataclass
from fractions import Fraction

from pingyi.core.words import Words


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, or a share of `out_of` (never of nothing). `since`: the month in which its ledger was begun, where that
    was not the first of the year."""

    value: int
    out_of: int | None = None
    since: int | None = None

    @property
    def size(self) -> Fraction:
        """What is compared: the share, else the count."""
        return Fraction(self.value, self.out_of or 1)

    @property
    def is_share(self) -> bool:
        return self.out_of is not None

    @property
    def is_full(self) -> bool:
        return self.value == self.out_of

    @property
    def text(self) -> str:
        """158/168, or 2."""
        return f"{self.value}" if self.out_of is None else f"{self.value}/{self.out_of}"

    def told(self, unit: str) -> str:
        """As a sentence has it: 158/168, or 2次."""
        return self.text if self.is_share else Words("{count}{unit}", count=self.value, unit=unit)


def percent(size: Fraction) -> str:
    """The share in whole percent, rounded half up; only the whole is 100 %, only nothing is 0 %."""
    rounded = int(size * 100 + Fraction(1, 2))
    if size != 1:
        rounded = min(rounded, 99) if size < 1 else rounded
        rounded = max(rounded, 1) if size > 0 else rounded
    return f"{rounded}%"


def plain(size: Fraction) -> str:
    """A count that may lie between two: 9, or 8.5."""
    return str(size.numerator) if size.denominator == 1 else f"{int(size * 10 + Fraction(1, 2)) / 10:g}"


def size_words(size: Fraction, unit: str, *, is_share: bool) -> str:
    """A size without its denominator, for what has none of its own: a median."""
    return percent(size) if is_share else Words("{count}{unit}", count=plain(size), unit=unit)
