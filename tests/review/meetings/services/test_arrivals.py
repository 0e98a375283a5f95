import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Person
from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.meetings.models import Attendance
from pingyi.review.meetings.queries import attendance_by_class
from pingyi.review.meetings.services import end_sitting, record_arrival, skip_item, undo_arrival
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor, make_person

pytestmark = pytest.mark.django_db


def voter(hall: Hall, place: int = 0, number: int = 0) -> Person:
    with scope(institution=hall.institution):
        rows = VoterListing.objects.filter(voter_class=hall.classes[place]).order_by("pk")
        person: Person = rows[number].person
    return person


def counts(hall: Hall) -> list[int]:
    with scope(institution=hall.institution):
        by_class = attendance_by_class(hall.meeting)
    return [by_class[voter_class.pk] for voter_class in hall.classes]


def arrive(hall: Hall, person: Person, voter_class: VoterClass | None = None) -> None:
    with scope(institution=hall.institution):
        record_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=person, voter_class=voter_class)


def test_arrivals_are_counted_by_class() -> None:
    hall = make_hall()
    arrive(hall, voter(hall, 0, 0), hall.classes[0])
    arrive(hall, voter(hall, 0, 1), hall.classes[0])
    arrive(hall, voter(hall, 1, 0))
    assert counts(hall) == [2, 1]


def test_ticking_twice_counts_once() -> None:
    hall = make_hall()
    arrive(hall, voter(hall))
    arrive(hall, voter(hall))
    assert counts(hall) == [1, 0]


def test_a_mistaken_tick_is_taken_back_and_taking_back_twice_does_no_harm() -> None:
    hall = make_hall()
    arrive(hall, voter(hall))
    with scope(institution=hall.institution):
        undo_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=voter(hall))
        undo_arrival(actor=hall.clerk, now=NOW, sitting=hall.open, person=voter(hall))
    assert counts(hall) == [0, 0]


def test_somebody_on_no_list_is_told_what_to_do() -> None:
    hall = make_hall()
    with pytest.raises(Refused) as refusal:
        arrive(hall, make_person(hall.institution, "过路人"))
    assert refusal.value.code == "arrival.on_no_list"
    assert refusal.value.message == (
        "过路人不在本场任何一类名单上，没有签到。可以列席，不领票；该在名单上的，请经办人核对名单。"
    )
    assert counts(hall) == [0, 0]


def test_a_voter_of_another_class_is_sent_to_its_desk() -> None:
    hall = make_hall()
    with pytest.raises(Refused) as refusal:
        arrive(hall, voter(hall, 1), hall.classes[0])
    assert refusal.value.code == "arrival.other_class"
    assert "请到乙类的签到台" in refusal.value.message
    assert counts(hall) == [0, 0]


def test_a_person_on_two_lists_is_counted_where_it_was_decided() -> None:
    hall = make_hall()
    person = voter(hall, 1)
    with scope(institution=hall.institution):
        VoterListing.objects.create(
            institution=hall.institution,
            meeting=hall.meeting,
            voter_class=hall.classes[0],
            person=person,
            counts_here=False,
        )
    arrive(hall, person)
    assert counts(hall) == [0, 1]


def test_a_merged_class_counts_in_the_class_it_was_merged_into() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        VoterClass.objects.filter(pk=hall.classes[1].pk).update(
            merged_into=hall.classes[0],
            merge_reason="少于5人",
            merged_by_id=hall.clerk.account_id,
            merged_at=NOW,
        )
    arrive(hall, voter(hall, 0), hall.classes[0])
    arrive(hall, voter(hall, 1), hall.classes[0])
    assert counts(hall) == [2, 1]


def test_arrivals_leave_no_trace_of_time_or_order() -> None:
    hall = make_hall()
    before = Event.objects.count()
    arrive(hall, voter(hall))
    assert Event.objects.count() == before
    columns = {field.name for field in Attendance._meta.get_fields()}
    assert columns == {"id", "institution", "sitting", "listing", "recorded_by"}


def test_latecomers_are_ticked_until_the_meeting_ends() -> None:
    hall = make_hall(on_site=0)
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"), reason="改为书面测评")
        end_sitting(actor=hall.clerk, now=NOW, sitting=hall.open)
    for verb in (record_arrival, undo_arrival):
        with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
            verb(actor=hall.clerk, now=NOW, sitting=hall.open, person=voter(hall))
        assert refusal.value.code == "sitting.ended"
    assert counts(hall) == [0, 0]


@pytest.mark.parametrize("role", ["clerk", "counter", "scrutineer"])
def test_the_counting_staff_may_use_the_desk(role: str) -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        actor = make_actor(hall.institution, role)
        record_arrival(actor=actor, now=NOW, sitting=hall.open, person=voter(hall))
    assert counts(hall) == [1, 0]


@pytest.mark.parametrize("role", ["leader"])
def test_others_may_not(role: str) -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, role)
    for verb in (record_arrival, undo_arrival):
        with scope(institution=hall.institution), pytest.raises(Forbidden):
            verb(actor=actor, now=NOW, sitting=hall.open, person=voter(hall))
    assert counts(hall) == [0, 0]
