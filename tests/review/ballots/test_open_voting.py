import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.ballots.services.open_voting import open_voting
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from tests.factories.ballots import Hall, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW, make_voter_class

pytestmark = pytest.mark.django_db


def refusal(hall: Hall) -> Refused:
    with pytest.raises(Refused) as caught:
        open_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
    return caught.value


def test_opening_is_recorded_with_who_and_when() -> None:
    hall = open_hall(make_hall())
    assert (hall.voting.state, hall.voting.opened_at, hall.voting.opened_by_id) == (
        "open",
        NOW,
        hall.scrutineer.account_id,
    )
    assert Event.objects.get(verb="voting.opened").actor_id == hall.scrutineer.account_id


def test_it_opens_only_once() -> None:
    hall = open_hall(make_hall())
    assert refusal(hall).code == "voting.already_opened"
    assert Event.objects.filter(verb="voting.opened").count() == 1


def test_a_class_without_slips_is_named() -> None:
    hall = make_hall(classes={"甲": 6, "乙": 6})
    hall.voting = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    refused = refusal(hall)
    assert refused.code == "voting.slips_missing"
    assert "甲类、乙类" in refused.message


def test_a_paper_meeting_needs_the_number_of_printed_forms() -> None:
    hall = make_hall(mode="paper")
    hall.voting = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert refusal(hall).code == "voting.forms_missing"
    assert hall.reload().state == "prepared"


def test_classes_that_changed_since_must_be_set_up_again() -> None:
    hall = prepare_voting(make_hall())
    make_voter_class(hall.meeting, "丁", 6)
    assert refusal(hall).code == "voting.classes_changed"


def test_a_plan_that_was_unfrozen_and_changed_since_must_be_set_up_and_its_forms_printed_again() -> None:
    hall = prepare_voting(make_hall(mode="paper"))
    hall.meeting.cycle.fingerprint = "e" * 64
    hall.meeting.cycle.save()
    assert refusal(hall).code == "voting.plan_changed"
    hall.meeting.refresh_from_db()
    set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    assert hall.box("甲").forms_printed == 0
    assert refusal(hall).code == "voting.forms_missing"


def test_only_a_scrutineer_opens() -> None:
    hall = prepare_voting(make_hall())
    for actor in (hall.clerk, hall.counter, hall.leader):
        with pytest.raises(Forbidden):
            open_voting(actor=actor, now=NOW, voting=hall.voting)
    assert hall.reload().state == "prepared"
