"""Where issuer and date stand, measured in characters from the right edge."""

from fractions import Fraction

import pytest

from pingyi.documents.domain.signature import place_signature, width_of
from pingyi.documents.domain.tree import Signature

DATE = "2026年1月20日"  # six and a half characters wide


def test_letters_and_digits_are_half_as_wide_as_characters() -> None:
    assert width_of(DATE) == Fraction(13, 2)
    assert width_of("") == 0


def test_a_short_issuer_is_centred_over_a_date_four_characters_in() -> None:
    place = place_signature(Signature("组织部", DATE))

    assert place.date_right == 4
    assert place.issuer_right + Fraction(3, 2) == place.date_right + Fraction(13, 4)


@pytest.mark.parametrize("issuer", ["中共示例大学委员会", "中共示例医科大学委员会组织部", "示" * 22])
def test_the_date_of_a_long_issuer_begins_two_characters_after_it(issuer: str) -> None:
    place = place_signature(Signature(issuer, DATE))

    assert place.issuer_right == 2
    issuer_starts = place.issuer_right + width_of(issuer)
    assert issuer_starts - (place.date_right + width_of(DATE)) == 2


@pytest.mark.parametrize("issuer", ["中共示例委员会", "示例大学委员会办"])
def test_a_date_that_would_stick_out_keeps_its_distance_and_pushes_the_issuer_in(issuer: str) -> None:
    place = place_signature(Signature(issuer, DATE))

    assert place.date_right == 2
    assert place.issuer_right + width_of(issuer) - (place.date_right + width_of(DATE)) == 2
