"""States, lateness, verdicts: what the kit knows without any ledger."""

from datetime import date

import pytest

from pingyi.ledgers.kit import phrases
from pingyi.ledgers.kit.domain.checks import Finding, Level, Verdict
from pingyi.ledgers.kit.domain.lateness import days_after, is_late
from pingyi.ledgers.kit.domain.matrix import Mark
from pingyi.ledgers.kit.domain.shares import Share
from pingyi.ledgers.kit.domain.states import Move, State, may_move


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (State.DRAFT, {Move.FILE}),
        (State.FILED, {Move.RETURN, Move.CONFIRM}),
        (State.RETURNED, {Move.FILE}),
        (State.CONFIRMED, {Move.RETURN}),
    ],
)
def test_each_state_leads_on_only_where_it_may(state: State, moves: set[Move]) -> None:
    assert {move for move in Move if may_move(state, move)} == moves


@pytest.mark.parametrize(("recorded", "late"), [(12, False), (19, False), (20, True)])
def test_a_record_is_late_when_more_days_passed_than_allowed(recorded: int, late: bool) -> None:
    happened, recorded_on = date(2026, 1, 12), date(2026, 1, recorded)
    assert is_late(happened, recorded_on, 7) is late
    assert days_after(happened, recorded_on) == recorded - 12


def test_a_finding_says_whether_it_is_good_and_what_the_log_keeps() -> None:
    assert Finding("a", Verdict.PASS, "好").is_good
    unknown = Finding("b", Verdict.UNKNOWN, "没有台账")
    assert not unknown.is_good
    assert unknown.as_json() == {"code": "b", "verdict": "unknown", "message": "没有台账"}


@pytest.mark.parametrize(
    ("share", "of", "least"),
    [(Share(1, 2), 7, 4), (Share(1, 2), 6, 3), (Share(1, 2, strict=True), 6, 4), (Share(2, 3), 7, 5)],
)
def test_at_least_includes_the_bound_and_more_than_does_not(share: Share, of: int, least: int) -> None:
    assert share.least(of) == least
    assert share.met(least, of)
    assert not share.met(least - 1, of)


@pytest.mark.parametrize("wrong", [(0, 2, False), (3, 2, False), (1, 1, True)])
def test_a_share_that_can_never_be_met_is_none(wrong: tuple[int, int, bool]) -> None:
    with pytest.raises(ValueError, match="no share"):
        Share(wrong[0], wrong[1], strict=wrong[2])


def test_everything_has_its_words() -> None:
    assert set(phrases.STATES) == set(State)
    assert set(phrases.MARKS) == set(Mark)
    assert set(phrases.VERDICTS) == set(Verdict)
    assert set(phrases.LEVELS) == set(Level)
