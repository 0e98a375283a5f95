"""The address of the hall screen: no account, no cookie, nothing but the screen."""

from typing import Any

import pytest
from django.test import Client

from pingyi.core.live import topic_of
from pingyi.doors.hall.names import size_of_name
from tests.factories.sittings import make_hall

pytestmark = pytest.mark.django_db


def test_an_unknown_key_gets_a_plain_page() -> None:
    answer = Client().get("/hall/NOSUCHKEY1/")
    assert answer.status_code == 404
    assert "没有这块屏幕" in answer.content.decode()
    assert "会场控制" in answer.content.decode()


@pytest.mark.parametrize("tail", ["", "now/"])
def test_the_screen_sets_and_reads_no_cookie(tail: str) -> None:
    hall = make_hall()
    answer = Client().get(f"/hall/{hall.open.hall_key}/{tail}")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_key_may_be_typed_in_small_letters() -> None:
    hall = make_hall()
    answer = Client().get(f"/hall/{hall.open.hall_key.lower()}/")
    assert hall.meeting.name in answer.content.decode()


def test_the_screen_cannot_be_posted_to() -> None:
    hall = make_hall()
    assert Client().post(f"/hall/{hall.open.hall_key}/").status_code == 405


def test_the_page_listens_to_its_meeting_and_its_voting_and_works_without_scripts() -> None:
    hall = make_hall()
    page = Client().get(f"/hall/{hall.open.hall_key}/").content.decode()
    places = page.split('data-topics="')[1].split('"')[0].split()
    topics = [topic_of(place.removeprefix("/live/")) for place in places]
    assert topics == [f"meeting:{hall.meeting.pk}", f"voting:{hall.meeting.pk}"]
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page


@pytest.mark.parametrize("classes", [1, 3])
def test_check_in_asks_the_database_as_often_for_three_classes_as_for_one(
    django_assert_num_queries: Any, classes: int
) -> None:
    from tests.factories.world import make_voter_class

    hall = make_hall()
    for order in range(classes - 1):
        make_voter_class(hall.meeting, f"丁{order}", 2, order=order + 3)
    with django_assert_num_queries(6):
        Client().get(f"/hall/{hall.open.hall_key}/now/")


@pytest.mark.parametrize("on_site", [1, 3])
def test_the_speaker_asks_the_database_as_often_for_three_reporters_as_for_one(
    django_assert_num_queries: Any, on_site: int
) -> None:
    from django_scopes import scope

    from pingyi.review.meetings.services import start_item
    from tests.factories.world import NOW

    hall = make_hall(on_site=on_site)
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    with django_assert_num_queries(3):
        Client().get(f"/hall/{hall.open.hall_key}/now/")


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("护理学院党委", ""),
        ("医学工程技术学院党委", "long"),
        ("第五附属医院（第五临床医学院）党委", "longest"),
    ],
)
def test_long_names_are_set_smaller(name: str, size: str) -> None:
    assert size_of_name(name) == size
