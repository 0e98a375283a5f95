import pytest

from pingyi.core.errors import Refused
from pingyi.review.ballots.domain.address import is_only_here, read_address
from pingyi.review.ballots.domain.double_entry import FormDifference, RowDifference, compare_form
from pingyi.review.ballots.domain.states import NEXT, VotingState, may_follow
from pingyi.review.ballots.domain.turnout import in_steps


def test_a_voting_goes_forward_one_step_at_a_time() -> None:
    allowed = {(a, b) for a in VotingState for b in VotingState if may_follow(a, b)}
    assert allowed == {
        (VotingState.PREPARED, VotingState.OPEN),
        (VotingState.OPEN, VotingState.CLOSED),
        (VotingState.CLOSED, VotingState.COUNTED),
    }
    assert NEXT.keys() == set(VotingState)


@pytest.mark.parametrize(("ballots", "told"), [(0, 0), (9, 0), (10, 10), (19, 10), (20, 20), (117, 110)])
def test_the_turnout_moves_in_tens(ballots: int, told: int) -> None:
    assert in_steps(ballots) == told


def test_two_equal_readings_agree() -> None:
    assert compare_form(1, (11, 12), {11: "good"}, {11: "good"}) is None


def test_a_row_read_differently_is_named() -> None:
    difference = compare_form(7, (11, 12, 13), {11: "good", 12: "poor"}, {11: "good", 12: "good", 13: "good"})
    assert difference == FormDifference(
        7, (RowDifference(12, "poor", "good"), RowDifference(13, None, "good"))
    )


@pytest.mark.parametrize(("first", "second"), [(None, {11: "good"}), ({11: "good"}, None), (None, None)])
def test_a_form_read_once_is_not_compared(
    first: dict[int, str] | None, second: dict[int, str] | None
) -> None:
    assert compare_form(7, (11,), first, second) == FormDifference(7, is_entered_once=True)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("http://192.168.1.20:8000", "http://192.168.1.20:8000"),
        (" https://pingyi.example.edu.cn/ ", "https://pingyi.example.edu.cn"),
        ("http://[fe80::1]:8000", "http://[fe80::1]:8000"),
    ],
)
def test_an_address_that_phones_can_open_is_taken(typed: str, address: str) -> None:
    assert read_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "192.168.1.20:8000",
        "ftp://192.168.1.20",
        "http://",
        "http://host/ballot/",
        "http://host?x=1",
        "http://host#x",
        "http://a@host",
        "http://host:0",
        "http://host:99999",
        "http://[::1",
        "javascript:alert(1)",
        "https://" + "a" * 120,
    ],
)
def test_any_other_address_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refused, match="写成 http") as caught:
        read_address(typed)
    assert caught.value.field == "address"


@pytest.mark.parametrize(
    ("address", "only_here"),
    [("http://127.0.0.1:8000", True), ("http://localhost", True), ("http://10.0.0.5", False)],
)
def test_an_address_of_this_computer_alone_is_recognised(address: str, *, only_here: bool) -> None:
    assert is_only_here(address) is only_here
