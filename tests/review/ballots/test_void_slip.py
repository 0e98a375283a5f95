import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event, EventPayload
from pingyi.review.ballots.models import Answer, Slip
from pingyi.review.ballots.services.void_slip import void_slip
from tests.factories.ballots import Hall, cast, make_hall, open_hall, prepare_voting
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def refusal(hall: Hall, code: str) -> Refused:
    with pytest.raises(Refused) as caught:
        void_slip(actor=hall.scrutineer, now=NOW, voting=hall.voting, code=code)
    return caught.value


def test_an_unused_slip_becomes_void_and_the_record_names_the_class_only() -> None:
    hall = open_hall(make_hall())
    void_slip(actor=hall.scrutineer, now=NOW, voting=hall.voting, code=hall.codes["甲"][0].lower())
    assert Slip.objects.filter(state="void").count() == 1
    event = Event.objects.get(verb="slip.voided")
    assert event.subject_id == str(hall.box("甲").pk)
    assert EventPayload.objects.get(event=event).body == {}


def test_a_used_slip_stays_and_the_reason_is_explained() -> None:
    hall = open_hall(make_hall())
    cast(hall, hall.codes["甲"][0], hall.ballot("good"))
    refused = refusal(hall, hall.codes["甲"][0])
    assert refused.code == "slip.used"
    assert "撤不出来" in refused.message
    assert (Answer.objects.count(), Slip.objects.filter(state="void").count()) == (3, 0)


def test_voiding_twice_says_that_it_is_void_already() -> None:
    hall = prepare_voting(make_hall())
    void_slip(actor=hall.scrutineer, now=NOW, voting=hall.voting, code=hall.codes["甲"][0])
    assert refusal(hall, hall.codes["甲"][0]).code == "slip.void"


def test_unknown_and_foreign_slips_change_nothing() -> None:
    hall, other = open_hall(make_hall()), open_hall(make_hall())
    assert refusal(hall, "0000000000").code == "slip.unknown"
    assert refusal(hall, other.codes["甲"][0]).code == "slip.elsewhere"
    assert Slip.objects.filter(state="void").count() == 0


def test_only_a_scrutineer_voids() -> None:
    hall = open_hall(make_hall())
    for actor in (hall.clerk, hall.counter, hall.leader):
        with pytest.raises(Forbidden):
            void_slip(actor=actor, now=NOW, voting=hall.voting, code=hall.codes["甲"][0])
