"""The measuring itself: it must find planted orders of every kind, and must be silent about chance."""

import random

from tests.security.traces import traces

BALLOTS, ROWS = 40, 6
TRUTH = {ballot * ROWS + row: ballot for ballot in range(BALLOTS) for row in range(ROWS)}


def told(rows: list[int]) -> set[str]:
    return {trace.tells for trace in traces({"planted": rows}, TRUTH, BALLOTS // 2)}


def test_rows_in_the_order_of_arrival_are_found() -> None:
    assert told(sorted(TRUTH)) == {"what came early", "what came together"}


def test_rows_in_the_reverse_order_are_found() -> None:
    assert "what came early" in told(sorted(TRUTH, reverse=True))


def test_ballots_in_random_order_with_their_rows_together_are_found() -> None:
    ballots = list(range(BALLOTS))
    random.Random(1).shuffle(ballots)
    assert told([ballot * ROWS + row for ballot in ballots for row in range(ROWS)]) == {"what came together"}


def test_an_order_of_arrival_inside_each_reporter_is_found() -> None:
    assert "what came early" in told(
        [ballot * ROWS + row for ballot in range(BALLOTS) for row in range(ROWS)]
    )
    by_reporter = [ballot * ROWS + row for row in range(ROWS) for ballot in range(BALLOTS)]
    assert (
        told(by_reporter) == set()
    )  # over all rows nothing; so the real test also looks at each reporter alone
    alone = {row: TRUTH[row] for row in by_reporter if row % ROWS == 0}
    assert {trace.tells for trace in traces({"one reporter": list(alone)}, alone, BALLOTS // 2)} == {
        "what came early"
    }


def test_a_half_hidden_order_is_found() -> None:
    rows, shaken = sorted(TRUTH), random.Random(2)
    rows.sort(key=lambda row: row + shaken.uniform(0, 200))
    assert "what came early" in told(rows)


def test_chance_is_not_taken_for_an_order() -> None:
    for seed in range(300):
        rows = list(TRUTH)
        random.Random(seed).shuffle(rows)
        assert told(rows) == set()
