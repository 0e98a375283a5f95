import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.turnout import (
    FEWEST_PER_CLASS,
    MOST,
    TooFewVoters,
    TooManyVoters,
    listed,
    spread,
)


@given(voters=st.integers(48, 1200), secretaries=st.integers(FEWEST_PER_CLASS, 60))
def test_everybody_comes_in_one_class_and_no_class_is_too_small(voters: int, secretaries: int) -> None:
    coming = spread(voters, [11, 34, 34, 28, 8, 18, 27, 40], [None, secretaries, *([None] * 6)])
    assert sum(coming) == voters
    assert min(coming) >= FEWEST_PER_CLASS
    assert coming[1] <= secretaries


@pytest.mark.parametrize(("key", "minimum"), [("seed-a", 30), ("seed-b", 48)])
def test_too_few_voters_are_refused_with_the_minimum(key: str, minimum: int) -> None:
    usual = [plan.usual for plan in SCENARIOS[key].classes]
    most = [None] * len(usual)
    with pytest.raises(TooFewVoters) as refused:
        spread(minimum - 1, usual, most)
    assert refused.value.minimum == minimum
    assert spread(minimum, usual, most) == [FEWEST_PER_CLASS] * len(usual)


def test_more_voters_than_names_are_refused() -> None:
    with pytest.raises(TooManyVoters) as refused:
        spread(MOST + 1, [1], [None])
    assert refused.value.maximum == MOST


def test_lists_are_longer_than_what_comes() -> None:
    assert [listed(6), listed(100)] == [7, 106]
