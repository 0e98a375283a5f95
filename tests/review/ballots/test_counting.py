from collections.abc import Iterable
from datetime import timedelta

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.models import Answer, Box, HandCount, PaperForm, PaperTotal
from pingyi.review.ballots.queries.counts import count_voting
from pingyi.review.ballots.queries.obstacles import obstacles_of
from pingyi.review.ballots.services.close_voting import close_voting
from pingyi.review.ballots.services.count_boxes import count_boxes
from pingyi.review.ballots.services.paper_entry import enter_paper_form
from pingyi.review.ballots.services.record_printed_forms import record_printed_forms
from pingyi.review.ballots.services.small_box import count_small_box, leave_unopened, revote_on_paper
from tests.factories.ballots import Hall, cast, hand_in_accounts, make_hall, open_hall
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db(transaction=True)

LATER = NOW + timedelta(minutes=40)


def vote_and_close(hall: Hall, ballots: dict[str, int], grades: Iterable[str] = ("good",)) -> Hall:
    open_hall(hall)
    for code, number in ballots.items():
        for slip in hall.codes[code][:number]:
            cast(hall, slip, hall.ballot(*grades))
    close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting, accepts_small=True)
    hall.reload()
    return hall


def enter_twice(hall: Hall, code: str, number: int, marks: dict[int, str]) -> None:
    for counter in (hall.counter, hall.second_counter):
        enter_paper_form(actor=counter, now=LATER, box=hall.box(code), number=number, marks=marks)


def count(hall: Hall, actor: Actor | None = None) -> dict[int, dict[str, Counts]]:
    result = count_boxes(actor=actor or hall.counter, now=LATER, voting=hall.voting)
    hall.reload()
    return result


def refusal(hall: Hall) -> Refused:
    with pytest.raises(Refused) as caught:
        count(hall)
    return caught.value


def test_phone_and_paper_of_a_class_are_counted_together() -> None:
    hall = vote_and_close(make_hall(), {"甲": 4}, ("good", "average", "poor"))
    enter_twice(hall, "甲", 1, hall.ballot("fairly_good"))
    hand_in_accounts(hall, {"甲": 5})
    result = count(hall)
    first, second, third = (result[reporter.pk]["甲"] for reporter in hall.reporters)
    assert first == Counts(issued=5, good=4, fairly_good=1)
    assert second == Counts(issued=5, average=4, fairly_good=1)
    assert third == Counts(issued=5, poor=4, fairly_good=1)
    assert count_voting(hall.voting) == result
    assert (hall.voting.state, hall.voting.counted_by_id) == ("counted", hall.counter.account_id)
    assert Event.objects.filter(verb="voting.counted").count() == 1


def test_blank_is_what_is_left_of_the_ballots_and_issued_what_voters_were_handed() -> None:
    hall = make_hall(classes={"甲": 6, "乙": 4}, reporters_vote_in="乙")
    open_hall(hall)
    own = hall.reporters[0]
    for number, slip in enumerate(hall.codes["乙"][:5]):
        marks = hall.ballot("good")
        if number == 0:
            del marks[own.pk]
        cast(hall, slip, marks)
    for slip in hall.codes["甲"][:5]:
        cast(hall, slip, hall.ballot("poor"))
    close_voting(actor=hall.scrutineer, now=LATER, voting=hall.voting)
    hand_in_accounts(hall, {"甲": 5, "乙": 7})
    result = count(hall)
    assert result[own.pk]["乙"] == Counts(issued=7, good=4, blank=1)
    assert result[hall.reporters[1].pk]["乙"] == Counts(issued=7, good=5)


def test_an_exchanged_paper_counts_one_voter() -> None:
    hall = vote_and_close(make_hall(), {"甲": 5})
    hand_in_accounts(hall, {"甲": 7}, returned_unused=1, exchanged=1)
    assert count(hall)[hall.reporters[0].pk]["甲"] == Counts(issued=6, good=5)


def test_after_the_count_no_form_is_left_in_the_machine() -> None:
    hall = vote_and_close(make_hall(), {"甲": 4})
    enter_twice(hall, "甲", 1, hall.ballot("fairly_good"))
    hand_in_accounts(hall, {"甲": 5})
    count(hall)
    assert not PaperForm.objects.exists()
    total = PaperTotal.objects.get()
    assert (total.forms, total.invalid, Answer.objects.count()) == (1, 0, 15)


def test_a_form_that_breaks_a_rule_is_a_returned_ballot_without_grades() -> None:
    hall = vote_and_close(make_hall(), {"甲": 4})
    gap = hall.ballot("fairly_good")
    gap.popitem()
    enter_twice(hall, "甲", 1, gap)
    hand_in_accounts(hall, {"甲": 5})
    assert count(hall)[hall.reporters[0].pk]["甲"] == Counts(issued=5, good=4, blank=1)
    assert PaperTotal.objects.get().invalid == 1


def test_where_the_plan_lets_gaps_pass_the_rest_of_the_form_counts() -> None:
    hall = vote_and_close(make_hall(settings={"invalid_incomplete": False}), {"甲": 4})
    gap = hall.ballot("fairly_good")
    del gap[hall.reporters[2].pk]
    enter_twice(hall, "甲", 1, gap)
    hand_in_accounts(hall, {"甲": 5})
    result = count(hall)
    assert result[hall.reporters[0].pk]["甲"] == Counts(issued=5, good=4, fairly_good=1)
    assert result[hall.reporters[2].pk]["甲"] == Counts(issued=5, good=4, blank=1)


def test_a_paper_meeting_is_counted_from_forms_alone() -> None:
    hall = make_hall(mode="paper", classes={"甲": 6})
    vote_and_close(hall, {})
    for number in range(1, 7):
        enter_twice(hall, "甲", number, hall.ballot("good" if number % 2 else "average"))
    hand_in_accounts(hall, {"甲": 6})
    assert count(hall)[hall.reporters[0].pk]["甲"] == Counts(issued=6, good=3, average=3)


def test_what_is_still_to_do_is_listed_class_by_class() -> None:
    hall = vote_and_close(make_hall(classes={"甲": 6, "乙": 6}), {"甲": 5, "乙": 3})
    enter_paper_form(actor=hall.counter, now=LATER, box=hall.box("甲"), number=1, marks=hall.ballot("good"))
    found = [(one.box.voter_class.code, one.code) for one in obstacles_of(hall.voting)]
    assert found == [
        ("甲", "paper.differs"),
        ("甲", "hand_count.missing"),
        ("乙", "hand_count.missing"),
        ("乙", "box.small"),
    ]
    refused = refusal(hall)
    assert refused.code == "voting.not_ready"
    assert "还有4件事要先办" in refused.message
    assert hall.reload().state == "closed"


def test_an_account_that_nobody_else_confirmed_is_not_counted() -> None:
    hall = vote_and_close(make_hall(), {"甲": 5})
    hand_in_accounts(hall, {"甲": 5})
    HandCount.objects.update(checked_by=None)
    assert [one.code for one in obstacles_of(hall.voting)] == ["hand_count.unchecked"]


def test_more_ballots_than_handed_out_are_not_counted() -> None:
    hall = vote_and_close(make_hall(), {"甲": 5})
    hand_in_accounts(hall, {"甲": 5})
    HandCount.objects.update(handed_out=4)
    assert [one.code for one in obstacles_of(hall.voting)] == ["balance.impossible"]
    leave_unopened(actor=hall.scrutineer, now=LATER, box=hall.box("甲"), reason="收回多于发出")
    assert obstacles_of(hall.voting) == []


def test_a_box_left_unopened_is_an_empty_category_and_its_ballots_are_destroyed() -> None:
    hall = vote_and_close(make_hall(classes={"甲": 6, "乙": 6}), {"甲": 5, "乙": 2})
    hand_in_accounts(hall, {"甲": 5})
    leave_unopened(actor=hall.scrutineer, now=LATER, box=hall.box("乙"), reason="不足5张，主持人同意不开")
    result = count(hall)
    assert result[hall.reporters[0].pk] == {"甲": Counts(issued=5, good=5), "乙": Counts()}
    assert not Answer.objects.filter(box=hall.box("乙")).exists()


def test_a_class_that_votes_again_on_paper_starts_from_nothing() -> None:
    hall = vote_and_close(make_hall(classes={"甲": 6, "乙": 6}), {"甲": 5, "乙": 2})
    revote_on_paper(actor=hall.scrutineer, now=LATER, box=hall.box("乙"), reason="网络断过，当场用纸质票重投")
    assert hall.reload().cleaned_at == LATER
    assert not Answer.objects.filter(box=hall.box("乙")).exists()
    record_printed_forms(actor=hall.clerk, now=LATER, box=hall.box("乙"), copies=8)
    for number in range(1, 6):
        enter_twice(hall, "乙", number, hall.ballot("average"))
    hand_in_accounts(hall, {"甲": 5, "乙": 5})
    result = count(hall)
    assert result[hall.reporters[0].pk] == {"甲": Counts(issued=5, good=5), "乙": Counts(issued=5, average=5)}


def test_few_paper_forms_are_counted_only_by_decision() -> None:
    hall = vote_and_close(make_hall(mode="paper"), {})
    for number in range(1, 4):
        enter_twice(hall, "甲", number, hall.ballot("good"))
    hand_in_accounts(hall, {"甲": 3})
    assert [one.code for one in obstacles_of(hall.voting)] == ["box.small"]
    count_small_box(actor=hall.scrutineer, now=LATER, box=hall.box("甲"), reason="只到会3位，本人都同意")
    assert count(hall)[hall.reporters[0].pk]["甲"] == Counts(issued=3, good=3)
    box = Box.objects.get()
    assert (box.small_decision, box.small_decided_by_id) == ("count", hall.scrutineer.account_id)


def test_few_ballots_from_phones_are_never_opened() -> None:
    hall = vote_and_close(make_hall(), {"甲": 3})
    with pytest.raises(Refused) as caught:
        count_small_box(actor=hall.scrutineer, now=LATER, box=hall.box("甲"), reason="想看")
    assert caught.value.code == "box.not_paper"


def test_a_sound_box_is_counted_and_nothing_else_is_decided_about_it() -> None:
    hall = vote_and_close(make_hall(), {"甲": 5})
    for decide in (leave_unopened, count_small_box, revote_on_paper):
        with pytest.raises(Refused) as caught:
            decide(actor=hall.scrutineer, now=LATER, box=hall.box("甲"), reason="不想要")
        assert caught.value.code == "box.sound"
    assert Answer.objects.count() == 15


def test_decisions_about_a_box_need_a_reason_and_a_scrutineer() -> None:
    hall = vote_and_close(make_hall(), {"甲": 3})
    for decide in (leave_unopened, revote_on_paper):
        with pytest.raises(Refused) as caught:
            decide(actor=hall.scrutineer, now=LATER, box=hall.box("甲"), reason=" ")
        assert (caught.value.code, caught.value.field) == ("box.reason", "reason")
        with pytest.raises(Forbidden):
            decide(actor=hall.counter, now=LATER, box=hall.box("甲"), reason="人少")
    assert Answer.objects.count() == 9


def test_a_voting_is_counted_once_and_only_after_closing() -> None:
    hall = open_hall(make_hall())
    assert refusal(hall).code == "voting.not_closed"
    other = vote_and_close(make_hall(), {"甲": 5})
    hand_in_accounts(other, {"甲": 5})
    count(other)
    assert refusal(other).code == "voting.counted"


def test_a_crash_in_the_middle_of_the_count_is_healed_by_counting_again() -> None:
    hall = vote_and_close(make_hall(), {"甲": 4})
    enter_twice(hall, "甲", 1, hall.ballot("fairly_good"))
    hand_in_accounts(hall, {"甲": 5})
    # What the database holds when the process dies after the forms became answers and before the clean-up ended.
    PaperForm.objects.all().delete()
    PaperTotal.objects.create(institution=hall.institution, box=hall.box("甲"), forms=1)
    for reporter in hall.reporters:
        Answer.objects.create(
            institution=hall.institution, box=hall.box("甲"), reporter=reporter, grade="fairly_good"
        )
    hall.voting.cleaned_at = None
    hall.voting.save()
    with pytest.raises(Refused) as late_entry:
        enter_paper_form(
            actor=hall.counter, now=LATER, box=hall.box("甲"), number=2, marks=hall.ballot("good")
        )
    assert late_entry.value.code == "paper.counted"
    assert count(hall)[hall.reporters[0].pk]["甲"] == Counts(issued=5, good=4, fairly_good=1)


def test_who_may_count() -> None:
    hall = vote_and_close(make_hall(), {"甲": 5})
    hand_in_accounts(hall, {"甲": 5})
    for actor in (hall.clerk, hall.leader):
        with pytest.raises(Forbidden):
            count(hall, actor)
    assert count(hall, hall.scrutineer)
