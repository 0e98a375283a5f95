"""The red name at the head of a document stays on one line."""

from fractions import Fraction

import pytest

from pingyi.documents.domain.mark import MarkSize, mark_size
from pingyi.documents.domain.signature import width_of


@pytest.mark.parametrize(
    ("characters", "points", "stretch"),
    [(5, 54, Fraction(1)), (14, 31.5, Fraction(1)), (16, 30, Fraction(92, 100)), (40, 22, Fraction(1, 2))],
)
def test_a_long_name_is_narrowed_to_half_before_it_becomes_smaller(
    characters: int, points: float, stretch: Fraction
) -> None:
    assert mark_size("示" * characters) == MarkSize(points, stretch)


@pytest.mark.parametrize("characters", range(1, 60))
def test_a_name_of_any_length_fits_between_the_margins(characters: int) -> None:
    mark = "示" * characters
    size = mark_size(mark)

    assert Fraction(size.points) * size.stretch * width_of(mark) <= 442
