import pytest

from pingyi.review.meetings.domain.agenda import (
    ItemKind,
    ItemState,
    Line,
    OrderFault,
    next_waiting,
    order_fault,
    plan_agenda,
    poll_agenda,
    start_fault,
    still_to_come,
    vote_agenda,
)
from tests.review.meetings.domain.lines import lines_of


def words_of(plan: object) -> str:
    assert isinstance(plan, list)
    return " ".join(f"{item.kind[0].upper()}{item.reporter_id or ''}:{item.seconds}" for item in plan)


def test_each_comment_follows_its_report() -> None:
    plan = plan_agenda([7, 9], speech_seconds=480, comment_seconds=240, is_comment_after_each=True)
    assert words_of(plan) == "O:0 R7:480 C7:240 R9:480 C9:240 S:0 B:0 C:0"
    assert [item.kind for item in plan][-3:] == [ItemKind.SPEECH, ItemKind.BALLOT, ItemKind.CLOSING]


def test_in_a_poll_nobody_reports_and_nobody_comments() -> None:
    assert [item.kind for item in poll_agenda()] == [ItemKind.OPENING, ItemKind.BALLOT, ItemKind.CLOSING]


def test_a_vote_on_one_matter_is_the_ballot_alone() -> None:
    assert [item.kind for item in vote_agenda()] == [ItemKind.BALLOT]


def test_all_comments_follow_the_last_report() -> None:
    plan = plan_agenda([7, 9], speech_seconds=480, comment_seconds=240, is_comment_after_each=False)
    assert words_of(plan) == "O:0 R7:480 R9:480 C7:240 C9:240 S:0 B:0 C:0"


def test_a_meeting_with_written_reports_only_has_speech_and_ballot() -> None:
    plan = plan_agenda([], speech_seconds=480, comment_seconds=240, is_comment_after_each=True)
    assert words_of(plan) == "O:0 S:0 B:0 C:0"


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        ("open R1 C1 R2 C2 speech ballot close", None),
        ("open R1 R2 ballot C1 C2 speech close", None),
        ("R1- C1- open speech ballot close", None),
        ("open C1 R1 ballot close", OrderFault.COMMENT_BEFORE_REPORT),
        ("open R1- C1 ballot close", OrderFault.COMMENT_BEFORE_REPORT),
        ("open R1 ballot R2 close", OrderFault.BALLOT_BEFORE_REPORT),
        ("open R1 ballot R2- close", None),
        ("open R1 close ballot", OrderFault.CLOSING_NOT_LAST),
        ("open R1 close- ballot", None),
    ],
)
def test_an_order_is_judged(order: str, fault: OrderFault | None) -> None:
    assert order_fault(lines_of(order)) == fault


@pytest.mark.parametrize(
    ("order", "item", "fault"),
    [
        ("R1 C1 R2 C2 ballot", 3, None),
        ("R1 C1 R2 C2 ballot", 2, OrderFault.COMMENT_BEFORE_REPORT),
        ("R1* C1 R2 C2 ballot", 2, None),
        ("R1+ C1+ R2 C2 ballot", 5, OrderFault.BALLOT_BEFORE_REPORT),
        ("R1+ C1+ R2- C2- ballot", 5, None),
        ("R1+ C1 R2+ C2 ballot", 5, None),
    ],
)
def test_an_item_starts_when_what_it_needs_has_begun(order: str, item: int, fault: OrderFault | None) -> None:
    assert start_fault(lines_of(order), item) == fault


def test_the_next_item_is_the_first_that_waits_behind_what_has_begun() -> None:
    assert next_waiting(lines_of("open+ R1- R2* C2 R3")) == Line(4, ItemKind.COMMENT, ItemState.WAITING, 2)
    assert next_waiting(lines_of("open R1* C1")) == Line(3, ItemKind.COMMENT, ItemState.WAITING, 1)
    assert next_waiting(lines_of("open+ close*")) is None


def test_what_was_passed_over_comes_when_nothing_else_is_left() -> None:
    lines = lines_of("open R1+ C1* R2-")
    assert still_to_come(lines) == []
    assert next_waiting(lines) == Line(1, ItemKind.OPENING, ItemState.WAITING)
