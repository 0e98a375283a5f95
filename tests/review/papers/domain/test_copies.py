"""Runs of numbered copies: no number twice, six digits, no more than can be printed at once."""

import pytest

from pingyi.review.papers.domain.copies import (
    MOST_COPIES,
    MOST_PAGES,
    Fault,
    Run,
    fault_of,
    most_copies,
    next_first,
    run_of,
)

GIVEN = [Run(1, 30), Run(40, 40)]


@pytest.mark.parametrize(
    ("first", "count", "fault"),
    [
        (31, 9, None),
        (41, MOST_COPIES, None),
        (31, 10, Fault.TAKEN),
        (30, 1, Fault.TAKEN),
        (1, 40, Fault.TAKEN),
        (41, MOST_COPIES + 1, Fault.COUNT),
        (41, 0, Fault.COUNT),
        (0, 5, Fault.NUMBERS_END),
        (999_999, 1, None),
        (999_999, 2, Fault.NUMBERS_END),
    ],
)
def test_a_run_takes_only_numbers_that_nobody_has(first: int, count: int, fault: Fault | None) -> None:
    assert fault_of(run_of(first, count), GIVEN, pages_each=1) is fault


def test_a_run_of_long_papers_is_shorter() -> None:
    assert fault_of(run_of(41, 100), GIVEN, pages_each=6) is None
    assert fault_of(run_of(41, 101), GIVEN, pages_each=6) is Fault.COUNT
    assert most_copies(MOST_PAGES + 1) == 1


def test_the_next_run_begins_behind_the_highest_number() -> None:
    assert next_first([], begins_with=7) == 7
    assert next_first(GIVEN, begins_with=1) == 41


def test_a_run_names_its_numbers_with_six_digits() -> None:
    assert run_of(9, 3).numbers == ("000009", "000010", "000011")
