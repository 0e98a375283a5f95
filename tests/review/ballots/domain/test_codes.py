from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.core.alphabet import CODE_ALPHABET
from pingyi.review.ballots.domain.codes import grouped, read_code, slips_to_print


@pytest.mark.parametrize(("members", "slips"), [(0, 5), (9, 14), (25, 30), (26, 32), (30, 36), (100, 120)])
def test_spares_are_five_or_a_fifth_whichever_is_more(members: int, slips: int) -> None:
    assert slips_to_print(members, spare_minimum=5, spare_share=Fraction(1, 5)) == slips


@pytest.mark.parametrize(
    "typed", ["7Q4MK2XD9F", "7q4m k2xd 9f", " 7Q4M-K2XD-9F\n", "7q4m　k2xd　9f", "７Ｑ４Ｍ k2xd 9f"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "7Q4MK2XD9F"


def test_letters_that_look_like_figures_are_read_as_figures() -> None:
    assert read_code("oO1iIlL000") == "0011111000"


@pytest.mark.parametrize("typed", ["", "7Q4MK2XD9", "7Q4MK2XD9FF", "7Q4MK2XD9U", "票条码不对票条码不对"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text(alphabet=CODE_ALPHABET, min_size=10, max_size=10))
def test_a_printed_code_is_read_back(code: str) -> None:
    assert read_code(grouped(code).lower()) == code


def test_a_word_is_shown_in_fours() -> None:
    assert grouped("7Q4MK2XD9F") == "7Q4M K2XD 9F"
