"""A secret vote on one matter: the same ballot with yes, no, abstention; refused where it could not be secret."""

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.documents.domain.forms import Grid
from pingyi.review.appraisal.queries.places import cycle_places
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.models import Answer, Slip, Voting
from pingyi.review.ballots.queries.printing import form_tree, handout_tree, slip_tree
from pingyi.review.ballots.queries.votes import vote_about, votes_of_institution
from pingyi.review.ballots.services import (
    close_voting,
    count_boxes,
    enter_paper_form,
    give_up_vote,
    leave_unopened,
    start_vote,
)
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.lookup import find_plan
from pingyi.review.cycles.queries.reviews import reviews
from pingyi.review.meetings.models import Attendance, Sitting
from pingyi.review.meetings.queries.sittings import meetings_of_institution
from tests.factories.ballots import Hall, cast, hand_in_accounts, open_hall, prepare_voting
from tests.factories.votes import ABOUT, TITLE, make_matter, vote_and_count, vote_hall
from tests.factories.world import NOW, make_actor, make_cycle

pytestmark = pytest.mark.django_db(transaction=True)


def give_up(hall: Hall, reason: str = "有人要回避") -> bool:
    return give_up_vote(actor=hall.clerk, now=NOW, about=ABOUT, reason=reason)


def counts_of_vote() -> Counts:
    standing = vote_about(ABOUT)
    assert standing is not None
    assert standing.counts is not None
    return standing.counts


def refused(hall: Hall) -> str:
    with pytest.raises(Refused) as caught:
        give_up(hall)
    return caught.value.code


def test_everybody_there_is_ticked_and_the_hall_waits_for_the_box() -> None:
    hall = vote_hall(voters=7)
    assert Attendance.objects.filter(sitting__meeting=hall.meeting).count() == 7
    assert Sitting.objects.get(meeting=hall.meeting).state == "running"
    assert Voting.objects.get(meeting=hall.meeting).state == "prepared"
    assert (hall.meeting.name, hall.meeting.cycle.state, hall.meeting.cycle.about) == (TITLE, "frozen", ABOUT)


def test_asking_twice_gives_one_vote() -> None:
    matter = make_matter()
    clerk = make_actor(matter.convenor.institution, "clerk")
    first = start_vote(actor=clerk, now=NOW, matter=matter)
    assert start_vote(actor=clerk, now=NOW, matter=matter).pk == first.pk
    assert (Cycle.objects.count(), Event.objects.filter(verb="vote.planned").count()) == (1, 1)


def test_four_voters_are_sent_to_raise_their_hands() -> None:
    matter = make_matter(voters=4)
    with pytest.raises(Refused, match="只有4人，不足5人") as few:
        start_vote(actor=make_actor(matter.convenor.institution, "clerk"), now=NOW, matter=matter)
    assert few.value.code == "vote.too_few"
    assert not Cycle.objects.exists()


@pytest.mark.parametrize("role", ["leader", "scrutineer", "counter"])
def test_only_the_clerk_prepares_a_box(role: str) -> None:
    matter = make_matter()
    with pytest.raises(Forbidden):
        start_vote(actor=make_actor(matter.convenor.institution, role), now=NOW, matter=matter)
    assert not Cycle.objects.exists()


def test_clerk_of_another_institution_prepares_nothing() -> None:
    with pytest.raises(Forbidden):
        start_vote(actor=vote_hall().clerk, now=NOW, matter=make_matter())


def test_counts_are_yes_no_and_abstained() -> None:
    hall = vote_and_count(vote_hall(), "good", "good", "good", "good", "poor", "unknown")
    counts = counts_of_vote()
    assert (counts.good, counts.poor, counts.unknown, counts.blank) == (4, 1, 1, 0)
    assert (counts.issued, counts.returned) == (6, 6)
    assert hall.voting.state == "counted"


@pytest.mark.parametrize("grade", ["average", "fairly_good", "excellent"])
def test_an_answer_that_the_ballot_does_not_offer_is_refused(grade: str) -> None:
    hall = open_hall(vote_hall())
    with pytest.raises(Refused) as wrong:
        cast(hall, hall.codes["A"][0], hall.ballot(grade))
    assert wrong.value.code == "ballot.wrong_grade"
    assert not Answer.objects.exists()


def test_an_empty_ballot_is_not_sent() -> None:
    hall = open_hall(vote_hall())
    with pytest.raises(Refused) as empty:
        cast(hall, hall.codes["A"][0], {})
    assert empty.value.code == "ballot.incomplete"


def test_the_one_who_presides_votes_like_everybody() -> None:
    hall = open_hall(vote_hall())
    word = cast(hall, hall.codes["A"][0], hall.ballot("good"))
    assert len(word) == 10


def test_no_counts_before_the_count() -> None:
    hall = open_hall(vote_hall())
    cast(hall, hall.codes["A"][0], hall.ballot("good"))
    assert vote_about(ABOUT).counts is None  # type: ignore[union-attr]


def test_paper_is_typed_by_two_and_an_empty_form_counts_for_nothing() -> None:
    hall = open_hall(vote_hall(mode="paper"))
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
    box = hall.box("A")
    for number, grade in enumerate(["good", "good", "good", "poor", "unknown", None], start=1):
        marks = hall.ballot(grade) if grade else {}
        for actor in (hall.counter, hall.second_counter):
            enter_paper_form(actor=actor, now=NOW, box=box, number=number, marks=marks)
    hand_in_accounts(hall, {"A": 6})
    count_boxes(actor=hall.counter, now=NOW, voting=hall.reload())
    counts = counts_of_vote()
    assert (counts.good, counts.poor, counts.unknown, counts.blank, counts.returned) == (3, 1, 1, 1, 6)


def test_papers_say_what_is_asked_and_name_no_person() -> None:
    hall = prepare_voting(vote_hall())
    box = hall.box("A")
    form = form_tree(box)
    page = form.pages[0]
    grid = next(block for block in page.blocks if isinstance(block, Grid))
    assert [column.title for column in grid.columns] == ["序号", "议题", "同意", "不同意", "弃权"]
    assert len({column.group for column in grid.columns[2:]}) == 1
    assert grid.rows == (("1", TITLE, "", "", ""),)
    assert page.title == "表决票"
    (card, *_), chair = slip_tree(box, ("ABCDEFGHJK",), "http://10.0.0.2").cards, hall.reporters[0].person
    assert "同意、不同意、弃权选一项" in card.steps[1]
    assert chair.name not in f"{form}{card}{handout_tree(hall.voting)}"


def test_reviews_see_nothing_of_a_vote() -> None:
    hall = vote_hall()
    review = make_cycle(hall.institution, hall.meeting.cycle.convenor, year=hall.meeting.cycle.year)
    assert list(reviews()) == [review]
    assert [place.cycle_id for place in cycle_places()] == [review.pk]
    assert meetings_of_institution() == []
    with pytest.raises(Refused, match="议题的表决"):
        find_plan(hall.meeting.cycle_id)
    assert [one.meeting_id for one in votes_of_institution()] == [hall.meeting.pk]


def test_a_vote_that_was_only_prepared_leaves_nothing_and_may_be_prepared_anew() -> None:
    hall = prepare_voting(vote_hall())
    assert give_up(hall)
    assert not Cycle.objects.exists()
    assert not Slip.objects.exists()
    assert not Sitting.objects.exists()
    assert Event.objects.get(verb="vote.dropped").payload.body["reason"] == "有人要回避"
    assert give_up(hall)


def test_a_vote_under_way_is_not_given_up() -> None:
    hall = open_hall(vote_hall())
    assert refused(hall) == "vote.under_way"
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting, accepts_small=True)
    assert refused(hall) == "vote.under_way"


def test_counts_are_not_given_up() -> None:
    assert refused(vote_and_count(vote_hall(), *["good"] * 5)) == "vote.counted"


def test_a_box_left_unopened_gives_no_counts_and_says_why() -> None:
    hall = open_hall(vote_hall())
    for code in hall.codes["A"][:3]:
        cast(hall, code, hall.ballot("good"))
    close_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting, accepts_small=True)
    leave_unopened(actor=hall.scrutineer, now=NOW, box=hall.box("A"), reason="只收回3张，主持人同意不开")
    count_boxes(actor=hall.counter, now=NOW, voting=hall.reload())
    standing = vote_about(ABOUT)
    assert standing is not None
    assert (standing.counts, standing.failure) == (None, "只收回3张，主持人同意不开")
    assert not give_up(hall)
    assert not Answer.objects.exists()


def test_only_the_clerk_gives_up() -> None:
    vote_hall()
    stranger = make_actor(Cycle.objects.get().institution, "scrutineer")
    with pytest.raises(Forbidden):
        give_up_vote(actor=stranger, now=NOW, about=ABOUT, reason="x")
