from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.cycles.domain.decimals import is_decimal
from pingyi.review.cycles.domain.weights import WeightFaultError, equal_weights, read_weight, sum_words


def test_nothing_typed_means_not_set_yet() -> None:
    assert read_weight("  ") is None


def test_a_third_is_refused_because_scores_are_written_as_decimals() -> None:
    with pytest.raises(WeightFaultError, match="没有尽头"):
        read_weight("1/3")


def test_words_are_no_weight() -> None:
    with pytest.raises(WeightFaultError, match="不是数"):
        read_weight("一半")


def test_five_equal_classes_weigh_a_fifth_each() -> None:
    assert equal_weights(5) == [Fraction(1, 5)] * 5


def test_with_three_classes_the_first_takes_what_is_left_over() -> None:
    assert equal_weights(3) == [Fraction(3334, 10000), Fraction(3333, 10000), Fraction(3333, 10000)]


@given(st.integers(min_value=0, max_value=40))
def test_equal_weights_are_decimals_and_sum_to_exactly_one(count: int) -> None:
    weights = equal_weights(count)
    assert len(weights) == count
    assert sum(weights) == (1 if count else 0)
    assert all(is_decimal(weight) for weight in weights)


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([Fraction(3, 5), Fraction(2, 5)], ""),
        ([Fraction(3, 5), None], "还有1类没有设权重，已设的合计60%。"),
        ([Fraction(3, 5), Fraction(1, 2)], "权重合计110%，多出10%。"),
        ([Fraction(3, 5), Fraction(3, 10)], "权重合计90%，还差10%。"),
    ],
)
def test_the_sum_says_how_far_it_is_from_one(weights: list[Fraction | None], words: str) -> None:
    assert sum_words(weights) == words


def test_a_weight_is_read_exactly() -> None:
    assert read_weight("60%") == Fraction(3, 5)
