import pytest

from pingyi.review.meetings.domain.agenda import AgendaFaultError, ItemKind, ItemState, Line, OrderFault
from pingyi.review.meetings.domain.reorder import insert, move, restore, skipped_with
from tests.review.meetings.domain.lines import lines_of, words_of

NEW = Line(99, ItemKind.OTHER, ItemState.WAITING)


@pytest.mark.parametrize(
    ("before", "item", "places", "after"),
    [
        ("R1 C1 R2 C2 speech", 3, -1, "R2 C2 R1 C1 speech"),
        ("R1 C1 R2 C2 speech", 1, 1, "R2 C2 R1 C1 speech"),
        ("R1 R2 C1 C2 speech", 4, -1, "R1 R2 C2 C1 speech"),
        ("R1 C1 R2 C2 speech", 2, 1, "R1 R2 C1 C2 speech"),
        ("R1+ C1+ R2 C2- R3 C3 close", 5, -1, "R1+ C1+ R3 C2- C3 R2 close"),
        ("R1 speech ballot close", 3, -1, "R1 ballot speech close"),
    ],
)
def test_a_report_moves_with_its_comment(before: str, item: int, places: int, after: str) -> None:
    assert words_of(move(lines_of(before), item, places)) == after


@pytest.mark.parametrize(
    ("before", "item", "places", "fault"),
    [
        ("open+ R1* C1 R2 C2 ballot", 2, 1, OrderFault.NO_PLACE_THERE),
        ("open+ R1 C1 ballot", 2, -1, OrderFault.NO_PLACE_THERE),
        ("R1 C1 ballot close", 4, 1, OrderFault.NO_PLACE_THERE),
        ("R1 C1 ballot close", 3, -1, OrderFault.BALLOT_BEFORE_REPORT),
        ("R1 C1 ballot close", 3, 1, OrderFault.CLOSING_NOT_LAST),
        ("R1 C1 ballot close", 2, -1, OrderFault.COMMENT_BEFORE_REPORT),
    ],
)
def test_a_move_that_breaks_the_order_is_refused(
    before: str, item: int, places: int, fault: OrderFault
) -> None:
    with pytest.raises(AgendaFaultError) as caught:
        move(lines_of(before), item, places)
    assert caught.value.fault == fault


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("open+ R1 C1 speech close", 4, "open+ R1 C1 other speech close"),
        ("open+ R1 C1 speech close", None, "open+ R1 C1 speech other close"),
        ("open+ R1 C1 close-", None, "open+ R1 C1 close- other"),
    ],
)
def test_an_item_is_put_in(before: str, place: int | None, after: str) -> None:
    assert words_of(insert(lines_of(before), NEW, place)) == after


def test_nothing_is_put_before_what_has_begun() -> None:
    with pytest.raises(AgendaFaultError) as caught:
        insert(lines_of("open* R1"), NEW, 1)
    assert caught.value.fault == OrderFault.NO_PLACE_THERE


def test_a_skipped_report_takes_its_comment_with_it() -> None:
    lines = lines_of("open R1 C1 R2 C2 C3")
    assert [line.item_id for line in skipped_with(lines, 2)] == [2, 3]
    assert [line.item_id for line in skipped_with(lines, 3)] == [3]
    assert [line.item_id for line in skipped_with(lines_of("R1 C1-"), 1)] == [1]


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("open+ R1- C1- R2* C2 ballot", 2, "open+ R2* R1 C1 C2 ballot"),
        ("open+ R1* C1 R2- C2- ballot", 4, "open+ R1* C1 R2 C2 ballot"),
        ("open R1- C1- ballot", 2, "open R1 C1 ballot"),
        ("R1+ C1- R2+ C2 ballot", 2, "R1+ R2+ C1 C2 ballot"),
        ("R1- R2+ C1- C2 ballot", 1, "R2+ R1 C1 C2 ballot"),
    ],
)
def test_a_late_reporter_is_next_or_keeps_the_place(before: str, item: int, after: str) -> None:
    assert words_of(restore(lines_of(before), item)) == after


@pytest.mark.parametrize(
    ("before", "item", "fault"),
    [
        ("R1+ C1+ R2- C2- ballot*", 3, OrderFault.BALLOT_BEFORE_REPORT),
        ("R1- C1- R2 C2", 2, OrderFault.COMMENT_BEFORE_REPORT),
    ],
)
def test_what_can_no_longer_be_made_good_stays_skipped(before: str, item: int, fault: OrderFault) -> None:
    with pytest.raises(AgendaFaultError) as caught:
        restore(lines_of(before), item)
    assert caught.value.fault == fault
