"""Nearest deadline first is held against every way of giving out the places."""

from itertools import chain, combinations, product

import pytest

from pingyi.review.rotation.domain.picking import coming_years, pick
from pingyi.review.rotation.domain.queue import Waiting, fewest_places, is_enough, missed_in, serve

YEAR = 2025


def waiting(number: int, deadline: int | None, again: int | None = None, **more: object) -> Waiting:
    fields: dict[str, object] = {"release": YEAR, "since": 2020, "order": number, "unit_kind": "college"}
    return Waiting(id=number, deadline=deadline, again=again, **{**fields, **more})  # type: ignore[arg-type]


def works_somehow(queue: list[Waiting], places: int, year: int, last: int) -> bool:
    """Whether any choice of at most so many people in each year misses nobody."""
    if year > last:
        return True
    ready = [one.id for one in queue if one.release <= year]
    choices = chain.from_iterable(combinations(ready, n) for n in range(min(places, len(ready)) + 1))
    return any(
        not missed_in(queue, chosen, year)
        and works_somehow(serve(queue, chosen, year), places, year + 1, last)
        for chosen in choices
    )


@pytest.mark.parametrize(
    "deadlines", [*product((0, 1, 2), repeat=3), (0, 0, 1, 3), (1, 1, 1, 2), (3, 3, 3, 3)]
)
def test_fewest_places_in_a_term_are_those_found_by_trying_everything(deadlines: tuple[int, ...]) -> None:
    queue = [waiting(n, YEAR + later) for n, later in enumerate(deadlines)]
    last = YEAR + max(deadlines)
    fewest = next(n for n in range(5) if works_somehow(queue, n, YEAR, last))
    assert fewest_places(queue, YEAR, last) == fewest


@pytest.mark.parametrize("releases", [*product((0, 1), repeat=3)])
def test_so_are_they_with_some_who_may_not_come_yet(releases: tuple[int, ...]) -> None:
    queue = [
        waiting(n, YEAR + max(later, 1 + n % 2), release=YEAR + later) for n, later in enumerate(releases)
    ]
    fewest = next(n for n in range(5) if works_somehow(queue, n, YEAR, YEAR + 2))
    assert fewest_places(queue, YEAR, YEAR + 2) == fewest


@pytest.mark.parametrize(
    ("again", "deadlines"), [(2, d) for d in product((0, 1), repeat=3)] + [(3, (0, 1, 2, 2))]
)
def test_so_are_they_where_turns_come_round_again(again: int, deadlines: tuple[int, ...]) -> None:
    queue = [waiting(n, YEAR + later, again) for n, later in enumerate(deadlines)]
    last = YEAR + 2 * again - 1
    fewest = next(n for n in range(5) if works_somehow(queue, n, YEAR, last))
    assert fewest_places(queue, YEAR, last) == fewest
    # Looking twice the round ahead is far enough: it works for as long as anybody cares to follow.
    assert is_enough(queue, fewest, YEAR, YEAR + 20)


KINDS = ("college", "hospital", "office")


@pytest.mark.parametrize("deadlines", [*product((0, 1, 2), repeat=4), (1, 1, 2, 2, 2, 0, 3)])
@pytest.mark.parametrize("places", [1, 2])
def test_a_balanced_pick_never_costs_anybody_her_turn(deadlines: tuple[int, ...], places: int) -> None:
    queue = [
        waiting(n, YEAR + later, unit_kind=KINDS[n % 3], is_postponed=n == 3)
        for n, later in enumerate(deadlines)
    ]
    last = YEAR + max(deadlines)
    years = coming_years(queue, YEAR, last, places, {"college": 3, "hospital": 2, "office": 2})
    assert all(len(one.ids) <= places for one in years)
    missed = any(one.missed for one in years)
    assert missed == (not is_enough(queue, places, YEAR, last))


def test_kinds_get_their_share_where_time_allows() -> None:
    queue = [waiting(n, YEAR + 9, unit_kind="college" if n < 6 else "hospital") for n in range(9)]
    sizes = {"college": 6, "hospital": 3}
    assert pick(queue, YEAR, 3, YEAR + 9) == [0, 1, 2]
    assert pick(queue, YEAR, 3, YEAR + 9, sizes) == [0, 6, 1]


def test_who_was_passed_over_goes_before_others_with_time() -> None:
    queue = [waiting(0, YEAR + 2), waiting(1, YEAR + 3, is_postponed=True), waiting(2, YEAR)]
    assert pick(queue, YEAR, 2, YEAR + 3) == [2, 1]


def test_somebody_not_asked_comes_early_only_where_a_later_year_is_too_full() -> None:
    reported = [waiting(n, YEAR + 1, again=5, is_asked=False) for n in range(3)]
    assert pick(reported, YEAR, 3, YEAR + 4) == []
    assert pick(reported, YEAR, 2, YEAR + 4) == [0]


def test_somebody_with_time_waits_where_every_place_is_needed_for_turns_that_come_again() -> None:
    reported = [waiting(n, YEAR + 1, again=5, is_asked=False) for n in range(4)]
    assert pick([*reported, waiting(9, YEAR + 4)], YEAR, 2, YEAR + 4) == [0, 1]


def test_without_a_known_deadline_one_comes_last_and_is_never_missed() -> None:
    queue = [waiting(0, None), waiting(1, YEAR + 1)]
    assert pick(queue, YEAR, 1, YEAR + 1) == [1]
    assert fewest_places([waiting(0, None)], YEAR, YEAR + 3) == 0
