from datetime import timedelta

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.review.ballots.domain.balance import HandFigures, ImpossibleHandCount, Verdict
from pingyi.review.ballots.models import HandCount
from pingyi.review.ballots.queries.balance import BoxAccount, balances_of
from pingyi.review.ballots.services.hand_count import check_hand_count, record_hand_count
from pingyi.review.ballots.services.paper_entry import enter_paper_form
from pingyi.review.cycles.models import VoterListing
from pingyi.review.meetings.models import Attendance, Sitting
from tests.factories.ballots import Hall, make_hall
from tests.factories.world import NOW
from tests.review.ballots.test_paper_entry import closed

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=30)


@pytest.fixture
def hall() -> Hall:
    return closed(make_hall(mode="paper"))


def record(hall: Hall, **figures: int) -> None:
    defaults = {"handed_out": 6, "left_over": 14}
    record_hand_count(
        actor=hall.counter, now=LATER, box=hall.box("甲"), figures=HandFigures(**{**defaults, **figures})
    )


def account(hall: Hall) -> BoxAccount:
    return balances_of(hall.voting)[0]


def refusal(hall: Hall, note: str = "", actor: object = None) -> Refused:
    with pytest.raises(Refused) as caught:
        check_hand_count(
            actor=actor or hall.scrutineer,  # type: ignore[arg-type]
            now=LATER,
            box=hall.box("甲"),
            difference_note=note,
        )
    return caught.value


def sign_in(hall: Hall, people: int) -> None:
    sitting = Sitting.objects.create(institution=hall.institution, meeting=hall.meeting, hall_key="h")
    for listing in VoterListing.objects.all()[:people]:
        Attendance.objects.create(
            institution=hall.institution,
            sitting=sitting,
            listing=listing,
            recorded_by_id=hall.clerk.account_id,
        )


def enter_forms(hall: Hall, number: int) -> None:
    for form in range(1, number + 1):
        enter_paper_form(
            actor=hall.counter, now=LATER, box=hall.box("甲"), number=form, marks=hall.ballot("good")
        )


def test_all_three_lines_come_from_their_two_sources(hall: Hall) -> None:
    sign_in(hall, 6)
    enter_forms(hall, 5)
    record(hall)
    lines = account(hall).balance
    assert lines is not None
    assert [line.verdict for line in lines.lines] == [Verdict.BALANCED] * 3
    assert lines.not_returned == 1
    hand = check_hand_count(actor=hall.scrutineer, now=LATER, box=hall.box("甲"))
    assert (hand.checked_by_id, account(hall).is_confirmed) == (hall.scrutineer.account_id, True)


def test_before_people_have_counted_there_is_no_account(hall: Hall) -> None:
    assert account(hall).balance is None
    assert refusal(hall).code == "hand_count.missing"


def test_a_difference_needs_words(hall: Hall) -> None:
    sign_in(hall, 5)
    record(hall, left_over=13)
    refused = refusal(hall, note="  ")
    assert (refused.code, refused.field) == ("balance.differs", "difference_note")
    assert "第1行、第2行" in refused.message
    hand = check_hand_count(
        actor=hall.scrutineer, now=LATER, box=hall.box("甲"), difference_note="一张印坏，一人漏签"
    )
    assert hand.difference_note == "一张印坏，一人漏签"


def test_more_ballots_than_handed_out_cannot_be_confirmed(hall: Hall) -> None:
    enter_forms(hall, 7)
    record(hall)
    assert refusal(hall, note="不知道为什么").code == "balance.impossible"


def test_the_one_who_counted_does_not_confirm(hall: Hall) -> None:
    record(hall)
    assert refusal(hall, "漏签", hall.counter).code == "hand_count.same_person"
    hand = check_hand_count(actor=hall.second_counter, now=LATER, box=hall.box("甲"), difference_note="漏签")
    assert hand.checked_by_id == hall.second_counter.account_id


def test_new_figures_replace_the_old_ones_and_lose_the_confirmation(hall: Hall) -> None:
    record(hall)
    check_hand_count(actor=hall.scrutineer, now=LATER, box=hall.box("甲"), difference_note="漏签")
    record(hall, handed_out=5, left_over=15)
    hand = HandCount.objects.get()
    assert (hand.handed_out, hand.checked_by_id, hand.difference_note) == (5, None, "")


def test_figures_that_cannot_be_are_refused_before_anything_is_written(hall: Hall) -> None:
    with pytest.raises(ImpossibleHandCount):
        record(hall, spoiled=7)
    assert not HandCount.objects.exists()


def test_who_may_record_and_confirm(hall: Hall) -> None:
    for actor in (hall.clerk, hall.scrutineer, hall.leader):
        with pytest.raises(Forbidden):
            record_hand_count(
                actor=actor, now=LATER, box=hall.box("甲"), figures=HandFigures(handed_out=1, left_over=1)
            )
    record(hall)
    for actor in (hall.clerk, hall.leader):
        assert refusal(hall, "漏签", actor).code == "account.forbidden"
