"""The rules of the meeting itself, and of what comes after it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pingyi.ledgers.decisions.domain.checks.held import (
    Held,
    Signed,
    check_held,
    check_informed,
    check_minutes,
    check_ratified,
)
from pingyi.ledgers.decisions.domain.room import Item, Member, room_of
from pingyi.ledgers.decisions.domain.shares import Base
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm, carries, fits
from pingyi.ledgers.kit.domain.checks import Finding, Verdict
from tests.ledgers.decisions.domain.books import JOINT, PARTY, book_with

NINE = tuple(Member(key) for key in range(1, 10))


def held(present: int, tally: Tally | None = None, **changes: Any) -> Held:
    room = room_of(NINE, Item(1, is_major=True), range(1, present + 1), body=JOINT, book=book_with())
    return replace(Held(room, Base.DUE, VoteForm.HANDS if tally else None, tally), **changes)


def finding(code: str, item: Held, **laid_down: Any) -> Finding | None:
    return next((one for one in check_held(item, book_with(**laid_down)) if one.code == code), None)


def test_two_thirds_of_nine_are_six() -> None:
    assert finding("D11", held(6)).message == "到会6人，应到9人，至少6人（不少于2/3）"  # type: ignore[union-attr]
    assert finding("D11", held(5)).verdict is Verdict.FAIL  # type: ignore[union-attr]
    assert "回避1人" in finding("D11", held(6, recused=1)).message  # type: ignore[union-attr]


def test_leader_in_charge_has_to_be_there_where_the_unit_says_so() -> None:
    assert finding("D12", held(6, has_presenter=False)).verdict is Verdict.FAIL  # type: ignore[union-attr]
    assert finding("D12", held(6)).is_good  # type: ignore[union-attr]
    assert finding("D12", held(6, has_presenter=False), presenter_attends=False) is None


@pytest.mark.parametrize(
    ("spoke", "verdict"),
    [
        ((3, 4, 1, 2), Verdict.PASS),
        ((3, 1, 4, 2), Verdict.WARN),
        ((3, 4, 1), Verdict.WARN),
        ((1, 2), Verdict.PASS),
    ],
)
def test_main_leaders_speak_last(spoke: tuple[int, ...], verdict: Verdict) -> None:
    item = held(9, spoke=spoke, leaders=frozenset({1, 2}))
    assert finding("D13", item).verdict is verdict  # type: ignore[union-attr]
    assert finding("D13", item, leader_speaks_last=False) is None


def test_more_votes_than_members_in_the_room_are_found() -> None:
    assert finding("D14", held(6, Tally(6, 0, 0))).is_good  # type: ignore[union-attr]
    assert finding("D14", held(6, Tally(6, 1, 0))).verdict is Verdict.FAIL  # type: ignore[union-attr]


def test_secret_vote_is_counted_by_two() -> None:
    secret = held(7, Tally(6, 1, 0), form=VoteForm.SECRET, tellers=1)
    assert finding("D15", secret).verdict is Verdict.FAIL  # type: ignore[union-attr]
    assert finding("D15", replace(secret, tellers=2)).is_good  # type: ignore[union-attr]
    boxed = finding("D15", replace(secret, tellers=0, is_boxed=True))
    assert boxed is not None
    assert (boxed.is_good, "票箱计票" in boxed.message) == (True, True)


def test_cadres_are_voted_on_in_secret_where_the_unit_says_so() -> None:
    open_vote = held(7, Tally(6, 1, 0), is_cadre=True)
    assert finding("D15", open_vote).verdict is Verdict.FAIL  # type: ignore[union-attr]
    assert finding("D15", open_vote, secret_for_cadres=False) is None
    assert finding("D15", held(7, Tally(6, 1, 0))) is None


def test_more_than_half_of_nine_due_are_five() -> None:
    five = finding("D16", held(7, Tally(5, 2, 0)))
    assert five is not None
    assert five.message == "同意5票，应到9人，至少5票（超过1/2）"
    assert finding("D16", held(7, Tally(4, 3, 0))).verdict is Verdict.FAIL  # type: ignore[union-attr]


def test_votes_may_be_counted_against_those_present() -> None:
    book = book_with(joint_meeting__by_present=True, joint_meeting__passing=[1, 2])
    room = room_of(NINE, Item(1), range(1, 8), body=JOINT, book=book)
    item = Held(room, Base.PRESENT, VoteForm.HANDS, Tally(4, 3, 0))
    found = {one.code: one for one in check_held(item, book)}
    assert found["D16"].message == "同意4票，实到7人，至少4票（超过1/2）"


@pytest.mark.parametrize(
    ("outcome", "tally", "present", "is_fit"),
    [
        (Outcome.PASSED, Tally(5, 1, 0), 6, True),
        (Outcome.REJECTED, Tally(5, 1, 0), 6, False),
        (Outcome.POSTPONED, Tally(5, 1, 0), 6, False),
        (Outcome.PASSED, Tally(4, 2, 0), 6, False),
        (Outcome.REJECTED, Tally(4, 2, 0), 6, True),
        (Outcome.POSTPONED, Tally(4, 2, 0), 6, True),
        (Outcome.POSTPONED, None, 6, True),
        (Outcome.PASSED, None, 6, False),
        (Outcome.REJECTED, Tally(0, 5, 0), 5, False),
        (Outcome.POSTPONED, Tally(0, 5, 0), 5, True),
    ],
)
def test_outcome_follows_from_the_vote(
    outcome: Outcome, tally: Tally | None, present: int, is_fit: bool
) -> None:
    assert fits(outcome, tally, held(present).room) is is_fit


def test_nothing_carries_without_a_quorum_or_with_votes_too_many() -> None:
    assert not carries(Tally(5, 0, 0), held(5).room)
    assert not carries(Tally(9, 0, 0), held(8).room)


def test_recused_members_leave_the_count_of_those_due_where_the_unit_says_so() -> None:
    item = Item(1, recused=frozenset({1}))
    staying = room_of(NINE, item, range(1, 10), body=PARTY, book=book_with())
    leaving = room_of(NINE, item, range(1, 10), body=PARTY, book=book_with(recused_stay_due=False))
    assert (staying.due, staying.present, leaving.due, leaving.present) == (9, 8, 8, 8)


def test_written_opinions_vote_where_the_unit_says_so_and_never_make_a_quorum() -> None:
    members = (*NINE[:8], Member(9, comes=False, writes=True))
    without = room_of(members, Item(1), range(1, 6), body=JOINT, book=book_with())
    counted = room_of(members, Item(1), range(1, 6), body=JOINT, book=book_with(written_counts=True))
    assert (without.votes, counted.votes, counted.present) == (5, 6, 5)


HELD_ON = date(2025, 12, 18)


@pytest.mark.parametrize(
    ("signed", "is_good"),
    [
        ((), False),
        (((1, HELD_ON),), False),
        (((1, HELD_ON), (2, date(2025, 12, 20))), True),
        (((1, HELD_ON), (1, date(2025, 12, 20))), False),
        (((1, HELD_ON), (2, date(2025, 12, 17))), False),
    ],
    ids=["nobody", "one", "two people", "one person twice", "one before the meeting"],
)
def test_minutes_are_signed_by_two_people_each_on_a_day(
    signed: tuple[tuple[int, date], ...], is_good: bool
) -> None:
    one = check_minutes([Signed(*each) for each in signed], HELD_ON)
    assert (one.code, one.is_good) == ("D17", is_good)
    assert bool(one.remedy) != is_good


def test_absent_ones_are_told_afterwards() -> None:
    assert check_informed(0, None) is None
    open_one, told = check_informed(2, None), check_informed(2, date(2025, 12, 20))
    assert open_one is not None
    assert told is not None
    assert (open_one.verdict, told.verdict) == (Verdict.WARN, Verdict.PASS)


def test_what_is_only_heard_is_not_voted_on() -> None:
    heard = check_held(held(6, is_voted=False), book_with())
    assert [one.code for one in heard if not one.is_good] == []
    assert "D25" in [one.code for one in heard]
    voted = check_held(held(6, Tally(6, 0, 0), is_voted=False), book_with())
    assert [one.code for one in voted if one.verdict is Verdict.FAIL] == ["D25"]
    assert not {"D14", "D15", "D16"} & {one.code for one in voted}


@pytest.mark.parametrize(
    ("decided", "today", "verdict"),
    [
        (None, date(2026, 1, 30), Verdict.PASS),
        (None, date(2026, 2, 1), Verdict.FAIL),
        (date(2026, 1, 31), date(2026, 3, 1), Verdict.PASS),
        (date(2026, 2, 2), date(2026, 3, 1), Verdict.WARN),
    ],
)
def test_urgent_matter_is_ratified_in_time(decided: date | None, today: date, verdict: Verdict) -> None:
    assert check_ratified(date(2026, 1, 1), decided, today, book_with()).verdict is verdict
