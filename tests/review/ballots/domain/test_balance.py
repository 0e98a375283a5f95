import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pingyi.review.ballots.domain.balance import HandFigures, ImpossibleHandCount, Source, Verdict, balance
from pingyi.review.ballots.domain.counts import Counts


def test_an_account_that_balances_in_every_line() -> None:
    hand = HandFigures(handed_out=31, left_over=5, returned_unused=2, spoiled=1, exchanged=1)
    account = balance(printed=36, hand=hand, attendance=30, ballots=27)
    assert [line.verdict for line in account.lines] == [Verdict.BALANCED] * 3
    assert (account.is_balanced, account.is_possible, account.not_returned) == (True, True, 1)


def test_each_line_says_where_its_figures_come_from() -> None:
    account = balance(printed=10, hand=HandFigures(handed_out=8, left_over=2), attendance=8, ballots=8)
    first, second, third = account.lines
    assert {term.source for term in first.left} == {Source.PRINTING}
    assert {term.source for term in first.right} == {Source.HAND_COUNT}
    assert {term.source for term in second.right} == {Source.DESK}
    assert third.right[0].source is Source.BOX


def test_a_paper_that_is_missing_from_the_table_shows_in_the_first_line() -> None:
    account = balance(printed=36, hand=HandFigures(handed_out=30, left_over=5), attendance=30, ballots=30)
    assert (account.lines[0].difference, account.lines[0].verdict) == (1, Verdict.DIFFERS)
    assert not account.is_balanced
    assert account.is_possible


def test_somebody_who_was_not_signed_in_shows_in_the_second_line() -> None:
    account = balance(printed=30, hand=HandFigures(handed_out=30, left_over=0), attendance=29, ballots=30)
    assert (account.lines[1].difference, account.lines[1].verdict) == (1, Verdict.DIFFERS)


def test_more_ballots_than_were_handed_out_is_impossible() -> None:
    account = balance(printed=30, hand=HandFigures(handed_out=20, left_over=10), attendance=20, ballots=21)
    assert account.lines[2].verdict is Verdict.IMPOSSIBLE
    assert account.lines[2].difference == -1
    assert not account.is_possible


def test_more_ballots_than_voters_is_impossible_even_if_enough_papers_went_out() -> None:
    hand = HandFigures(handed_out=20, left_over=0, exchanged=2)
    assert not balance(printed=20, hand=hand, attendance=18, ballots=19).is_possible


@pytest.mark.parametrize("field", ["handed_out", "left_over", "returned_unused", "spoiled", "exchanged"])
def test_a_negative_figure_is_refused_by_name(field: str) -> None:
    with pytest.raises(ImpossibleHandCount) as caught:
        HandFigures(**{"handed_out": 5, "left_over": 5, field: -1})
    assert (caught.value.code, caught.value.field) == ("hand_count.negative", field)


def test_more_exchanged_than_handed_out_is_refused() -> None:
    with pytest.raises(ImpossibleHandCount) as caught:
        HandFigures(handed_out=3, left_over=0, exchanged=4)
    assert caught.value.code == "hand_count.exchanged"


def test_more_returned_than_handed_out_is_refused() -> None:
    with pytest.raises(ImpossibleHandCount) as caught:
        HandFigures(handed_out=3, left_over=0, returned_unused=2, spoiled=2)
    assert caught.value.code == "hand_count.returned"


small = st.integers(0, 60)


@given(small, small, small, small, small, small, small, small)
def test_the_lines_say_exactly_what_the_figures_say(
    printed: int,
    out: int,
    left: int,
    unused: int,
    spoiled: int,
    exchanged: int,
    attendance: int,
    ballots: int,
) -> None:
    assume(exchanged <= out and unused + spoiled <= out)
    hand = HandFigures(
        handed_out=out, left_over=left, returned_unused=unused, spoiled=spoiled, exchanged=exchanged
    )
    account = balance(printed=printed, hand=hand, attendance=attendance, ballots=ballots)
    for line in account.lines:
        left_sum, right_sum = sum(t.value for t in line.left), sum(t.value for t in line.right)
        assert left_sum - right_sum == line.difference
        assert (line.verdict is Verdict.BALANCED) <= (line.difference == 0)
    assert account.not_returned == out - ballots - unused - spoiled
    if account.is_possible:
        assert account.not_returned >= 0
        Counts(
            issued=hand.issued, good=ballots
        )  # a possible account always gives counts that can be calculated
