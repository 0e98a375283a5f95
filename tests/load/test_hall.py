"""The benchmark itself on a small scale: nobody is turned away, nothing is lost. Times are `bench hall`'s business."""

import pytest

from bench.hall import EMBEDDED, LIMIT_SECONDS, run_floor, run_hall
from pingyi.doors.cli.verbs.bench import names
from tests.halls import copy_of_hall

pytestmark = pytest.mark.whole


def test_sixty_phones_within_two_seconds_lose_nothing() -> None:
    figures = run_hall(EMBEDDED, phones=60, stage_in=copy_of_hall)
    assert (figures["acknowledged"], figures["errors"], figures["lost"]) == (60, 0, 0)


@pytest.mark.long
def test_two_hundred_phones_within_two_seconds_are_answered_in_half_a_second() -> None:
    figures = run_hall(EMBEDDED)
    assert (figures["errors"], figures["lost"]) == (0, 0)
    assert figures["p95_ms"] < 1000 * LIMIT_SECONDS
    assert run_floor()["p95_ms"] < figures["p95_ms"]


def test_the_verb_knows_the_benchmark_by_name() -> None:
    assert "hall" in names()
    assert "stage" not in names()
