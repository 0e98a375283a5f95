import pytest
from pytest_django import DjangoAssertNumQueries

from pingyi.review.ballots.models import Slip
from tests.doors.office.ballots.pages import get, main_button, post, words
from tests.doors.office.people import browser_of
from tests.factories.ballots import Hall, cast, make_hall, open_hall, prepare_voting
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db


def test_each_role_sees_its_own_next_step() -> None:
    hall = prepare_voting(make_hall())
    steps = {
        role: main_button(get(hall, getattr(hall, role)))
        for role in ("clerk", "scrutineer", "counter", "leader")
    }
    assert steps == {"clerk": "", "scrutineer": "去开启", "counter": "", "leader": ""}
    assert "等监票人开启" in words(get(hall, hall.clerk))


def test_opening_shows_what_was_checked_and_then_opens() -> None:
    hall = prepare_voting(make_hall())
    page = get(hall, hall.scrutineer, "open/")
    assert "没有多出来的记录" in words(page)
    assert "会场还没有打开" in words(page)  # a reminder that does not stop anybody
    assert "投票开始了" in words(post(hall, hall.scrutineer, "open/"))
    assert hall.reload().state == "open"


def test_what_keeps_from_opening_is_listed_and_the_button_rests() -> None:
    hall = make_hall()
    post(hall, hall.clerk, "set-up/")
    page = get(hall, hall.scrutineer, "open/")
    assert "甲类还没有印" in words(page)
    assert "disabled" in page.content.decode()
    assert "还没有印票条" in words(post(hall, hall.scrutineer, "open/"))


def test_an_open_voting_shows_one_total_in_tens_and_no_class() -> None:
    hall = open_hall(make_hall(classes={"甲": 12, "乙": 6}))
    cast_all(hall, "甲", 9)
    assert "不到10 张" in words(get(hall, hall.leader))
    cast_all(hall, "甲", 12, start=9)
    page = words(get(hall, hall.leader, "now/"))
    assert "10 张以上" in page
    for exact in ("12张", "12 张", "9张"):
        assert exact not in page


def test_results_and_receipts_are_nowhere_before_closing() -> None:
    hall = open_hall(make_hall())
    cast_all(hall, "甲", 6)
    for role in ("clerk", "scrutineer", "counter", "leader"):
        actor = getattr(hall, role)
        assert get(hall, actor, "receipts/").status_code == 409
        assert get(hall, actor, "counts/").status_code in {403, 409}
        assert post(hall, actor, "count/").status_code in {200, 403}
    assert hall.reload().state == "open"


def test_voiding_a_slip_is_said_and_a_used_one_is_explained() -> None:
    hall = open_hall(make_hall())
    assert "这张票条作废了" in words(post(hall, hall.scrutineer, "void/", code=hall.codes["甲"][0].lower()))
    cast(hall, hall.codes["甲"][1], hall.ballot("good"))
    assert "撤不出来" in words(post(hall, hall.scrutineer, "void/", code=hall.codes["甲"][1]))
    assert Slip.objects.filter(state="void").count() == 1


def test_closing_too_early_offers_to_wait() -> None:
    hall = open_hall(make_hall(classes={"甲": 6, "乙": 6}))
    cast_all(hall, "甲", 6)
    page = post(hall, hall.scrutineer, "close/")
    assert "乙类：收到的票还不足5张" in words(page)
    assert main_button(page) == "还是现在结束"
    assert hall.reload().state == "open"


def test_others_do_not_direct() -> None:
    hall = prepare_voting(make_hall())
    for role in ("clerk", "counter", "leader"):
        for place in ("open/", "close/", "void/", "clean-up/"):
            assert post(hall, getattr(hall, role), place, code="x").status_code in {403, 409, 200}
    assert hall.reload().state == "prepared"
    secretary = make_actor(hall.institution, "secretary", organisation=make_organisation(hall.institution))
    assert get(hall, secretary).status_code == 403


@pytest.mark.parametrize("classes", [1, 3])
@pytest.mark.parametrize(("state", "queries"), [("prepared", 13), ("open", 15)])
def test_the_page_costs_the_same_queries_for_any_number_of_classes(
    classes: int, state: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sizes = {"甲乙丙"[number]: 6 for number in range(classes)}
    hall = (prepare_voting if state == "prepared" else open_hall)(make_hall(classes=sizes))
    browser = browser_of(hall.clerk)
    address = f"/office/meetings/{hall.meeting.pk}/voting/"
    browser.get(address)
    with django_assert_num_queries(queries):
        browser.get(address)


def cast_all(hall: Hall, code: str, number: int, start: int = 0) -> None:
    for slip in hall.codes[code][start:number]:
        cast(hall, slip, hall.ballot("good"))
