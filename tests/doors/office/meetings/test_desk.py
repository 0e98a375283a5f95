from typing import Any

import pytest
from django_scopes import scope

from pingyi.organisations.models import Person
from pingyi.review.cycles.models import VoterClass, VoterListing
from pingyi.review.meetings.queries import attendance_by_class
from tests.doors.office.meetings.pages import Desk
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_person, make_voter_class

pytestmark = pytest.mark.django_db


def voter(hall: Hall, place: int = 0) -> Person:
    with scope(institution=hall.institution):
        person: Person = VoterListing.objects.filter(voter_class=hall.classes[place]).order_by("pk")[0].person
    return person


def counts(hall: Hall) -> list[int]:
    with scope(institution=hall.institution):
        by_class = attendance_by_class(hall.meeting)
    return [by_class[row.pk] for row in hall.classes]


def rename(hall: Hall, person: Person, name: str, number: str = "") -> None:
    with scope(institution=hall.institution):
        Person.objects.filter(pk=person.pk).update(name=name, staff_number=number)


def test_before_the_hall_is_open_the_desk_says_who_opens_it() -> None:
    assert "签到还没有开始" in Desk(make_hall(is_open=False)).words("desk/")


def test_a_tick_counts_and_a_second_one_does_no_harm() -> None:
    hall = make_hall(voters=3)
    desk, person = Desk(hall), voter(hall)
    for _ in range(2):
        words = desk.post("desk/arrive/", person=person.pk, desk=hall.classes[0].pk)
    assert "1 / 3人到了" in words
    assert f"{person.name}" in words
    assert counts(hall) == [1, 0]
    assert desk.post("desk/undo/", person=person.pk, desk=hall.classes[0].pk).startswith(
        f"{person.name}的签到撤了。"
    )
    assert counts(hall) == [0, 0]


def test_a_voter_of_another_class_is_sent_to_the_right_desk() -> None:
    hall = make_hall()
    words = Desk(hall).post("desk/arrive/", person=voter(hall, 1).pk, desk=hall.classes[0].pk)
    assert "请到乙类的签到台" in words
    assert counts(hall) == [0, 0]


def test_the_desk_for_all_takes_everybody_on_a_list_and_nobody_else() -> None:
    hall = make_hall()
    desk = Desk(hall, "counter")
    desk.post("desk/arrive/", person=voter(hall, 1).pk, desk="")
    assert counts(hall) == [0, 1]
    stranger = make_person(hall.institution, "过路人")
    assert desk.post("desk/arrive/", person=stranger.pk, desk="").startswith("过路人不在本场任何一类名单上")
    assert desk.answer("desk/arrive/", {"person": 987654321}).status_code == 404


@pytest.mark.parametrize("wish", ["顾言", "gyx", "t00"])
def test_somebody_is_found_by_name_letters_or_number(wish: str) -> None:
    hall = make_hall()
    rename(hall, voter(hall), "顾言蹊", "T0012")
    words = Desk(hall).words(f"desk/{hall.classes[0].pk}/?q={wish}")
    assert "顾言蹊 T0012" in words
    assert words.count("签到") == 2


def test_who_is_not_on_the_list_teaches_what_to_do() -> None:
    hall = make_hall()
    words = Desk(hall).words(f"desk/{hall.classes[0].pk}/?q=张三")
    assert "甲类名单上没有“张三”。" in words
    assert "可以列席，不领票" in words


def test_the_desk_of_a_merged_class_is_the_desk_it_was_merged_into() -> None:
    hall = make_hall(voters=2)
    with scope(institution=hall.institution):
        VoterClass.objects.filter(pk=hall.classes[1].pk).update(
            merged_into=hall.classes[0],
            merge_reason="少于5人",
            merged_by_id=hall.clerk.account_id,
            merged_at=NOW,
        )
    desk = Desk(hall)
    answer = desk.answer(f"desk/{hall.classes[1].pk}/")
    assert answer.headers["Location"] == desk.at(f"desk/{hall.classes[0].pk}/")
    words = desk.post("desk/arrive/", person=voter(hall, 1).pk, desk=hall.classes[1].pk)
    assert "1 / 4人到了" in words


def test_a_class_without_a_list_says_where_lists_are_made() -> None:
    hall = make_hall()
    empty = make_voter_class(hall.meeting, "丙", 0, order=3)
    assert "这一类还没有名单" in Desk(hall).words(f"desk/{empty.pk}/")


def test_the_list_follows_other_desks_by_fragments() -> None:
    hall = make_hall(voters=3)
    fragment = Desk(hall).answer("desk/", headers={"X-Requested-With": "live"}).content.decode()
    assert "<html" not in fragment
    assert fragment.count("data-find=") == 6


def test_a_class_of_another_meeting_has_no_desk_here() -> None:
    hall, other = make_hall(), make_hall()
    assert Desk(hall).answer(f"desk/{other.classes[0].pk}/").status_code == 404


def test_a_leader_has_no_business_at_the_desk() -> None:
    hall = make_hall()
    leader = Desk(hall, "leader")
    assert leader.answer("desk/").status_code == 403
    assert leader.answer("desk/arrive/", {"person": voter(hall).pk}).status_code == 403
    assert leader.answer("desk/undo/", {"person": voter(hall).pk}).status_code == 403
    assert counts(hall) == [0, 0]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("is_for_all", [True, False])
def test_the_desk_costs_the_same_for_one_voter_and_for_three(
    django_assert_num_queries: Any, count: int, is_for_all: bool
) -> None:
    hall = make_hall(voters=count)
    desk = Desk(hall)
    with django_assert_num_queries(14 if is_for_all else 15):
        desk.html("desk/" if is_for_all else f"desk/{hall.classes[0].pk}/")
