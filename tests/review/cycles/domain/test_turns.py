from datetime import date

import pytest

from pingyi.review.cycles.domain.turns import Turn, turn_of

LONG_AGO, THIS_YEAR = date(2021, 10, 1), date(2025, 3, 1)


@pytest.mark.parametrize(
    ("since", "past", "every", "turn"),
    [
        (LONG_AGO, {2023: False, 2024: False}, None, Turn(is_due=True, why="到任后没有现场述过")),
        (None, {2024: False}, None, Turn(is_due=True, why="到任后没有现场述过")),
        (LONG_AGO, {2023: True, 2024: False}, None, Turn(is_due=False, why="2023年现场述过")),
        (LONG_AGO, {2023: True, 2024: False}, 2, Turn(is_due=True, why="2023年现场述过")),
        (LONG_AGO, {2023: True, 2024: False}, 3, Turn(is_due=False, why="2023年现场述过")),
        (THIS_YEAR, {}, None, Turn(is_due=False, why="今年到任")),
        (LONG_AGO, {}, None, Turn(is_due=False, why="没有以往记录")),
        (LONG_AGO, {2025: True}, None, Turn(is_due=False, why="没有以往记录")),
    ],
)
def test_the_turn_follows_the_rule_of_the_cycle_and_known_years_only(
    since: date | None, past: dict[int, bool], every: int | None, turn: Turn
) -> None:
    assert turn_of(2025, since, past, every) == turn
