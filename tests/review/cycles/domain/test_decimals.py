from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.decimals import (
    NotANumberError,
    is_decimal,
    number_text,
    read_number,
    read_share,
    share_text,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0.6", Fraction(3, 5)),
        ("60%", Fraction(3, 5)),
        ("60 %", Fraction(3, 5)),
        ("６０％", Fraction(3, 5)),
        ("０．６", Fraction(3, 5)),
        ("0。6", Fraction(3, 5)),
        ("12.5%", Fraction(1, 8)),
        ("1/3", Fraction(1, 3)),
        ("0", Fraction(0)),
        ("0.1", Fraction(1, 10)),
    ],
)
def test_numbers_are_read_as_people_type_them(typed: str, meant: Fraction) -> None:
    assert read_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", "还空着"),
        ("  ", "还空着"),
        ("六成", "不是数"),
        ("-1", "不是数"),
        ("1e3", "不是数"),
        (".6", "不是数"),
        ("1,000", "不是数"),
        ("1/0", "分母"),
        ("0." + "3" * 40, "太长"),
    ],
)
def test_what_is_no_number_is_refused_with_an_example(typed: str, word: str) -> None:
    with pytest.raises(NotANumberError, match=word) as told:
        read_number(typed)
    assert "例如" in str(told.value)


def test_a_bare_fifteen_is_no_share_because_nobody_knows_what_was_meant() -> None:
    with pytest.raises(NotANumberError, match="写成15%"):
        read_share("15")


def test_one_third_has_no_end_and_one_eighth_has() -> None:
    assert not is_decimal(Fraction(1, 3))
    assert is_decimal(Fraction(1, 8))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(3, 5), "60%"), (Fraction(1, 8), "12.5%"), (Fraction(1, 3), "1/3"), (Fraction(0), "0%")],
)
def test_shares_are_shown_as_percentages_unless_they_have_no_end(value: Fraction, shown: str) -> None:
    assert share_text(value) == shown


@given(st.fractions(min_value=0, max_value=1, max_denominator=2000))
def test_what_is_shown_can_be_typed_again(value: Fraction) -> None:
    if len(share_text(value)) <= 16:
        assert read_share(share_text(value)) == value
    if len(number_text(value)) <= 16:
        assert read_number(number_text(value)) == value
