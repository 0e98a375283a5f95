from pingyi.review.meetings.domain.ending import LeftOver, left_over
from tests.review.meetings.domain.lines import lines_of


def test_nothing_is_left_when_all_spoke_were_commented_and_voted_on() -> None:
    left = left_over(lines_of("open+ R1+ C1+ R2- C2- R3* C3 speech ballot+ close"), {1, 3})
    assert left == LeftOver((), (), False)
    assert left.is_nothing


def test_a_reporter_who_waits_a_comment_that_lacks_and_the_ballot_are_left() -> None:
    left = left_over(lines_of("R1 C1 R2+ C2+ R3* C3 ballot"), {1})
    assert left == LeftOver((1,), (2, 3), True)
    assert not left.is_nothing


def test_a_finished_comment_is_what_counts_not_its_place_on_the_agenda() -> None:
    assert left_over(lines_of("R1+ C1"), {1}).is_nothing
