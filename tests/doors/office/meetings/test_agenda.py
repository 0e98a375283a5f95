import re
from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.meetings.services import start_item
from tests.doors.office.meetings.pages import Desk, main_of, words_of
from tests.factories.sittings import make_hall
from tests.factories.world import NOW, make_reporter

pytestmark = pytest.mark.django_db
UNCHANGED = "opening R1 C1 R2 C2 speech ballot closing"


def test_before_the_hall_is_open_the_page_says_where_the_agenda_comes_from() -> None:
    words = Desk(make_hall(is_open=False)).words("agenda/")
    assert "议程还没有生成" in words
    assert "去会场控制" in words


def test_the_agenda_names_everybody_with_the_time_in_words() -> None:
    hall = make_hall()
    words = Desk(hall).words("agenda/")
    name = hall.reporters[0].person.name
    assert "已过0 / 8项，后面限时的还要24分钟。" in words
    assert f"2 护理学院党委 {name} 述职 8分钟" in words
    assert f"3 护理学院党委 {name} 点评 4分钟" in words


@pytest.mark.parametrize("role", ["counter", "scrutineer", "leader", "clerk"])
@pytest.mark.parametrize("page", ["agenda/", "control/"])
def test_no_link_at_the_meeting_leads_to_a_closed_door(role: str, page: str) -> None:
    hall = make_hall()
    desk = Desk(hall, role)
    html = desk.html(page)
    doors = set(re.findall(r'href="(/office/[^"#]*)', html))
    assert {door: desk.client.get(door, follow=True).status_code for door in doors} == dict.fromkeys(
        doors, 200
    )
    reads = role in {"leader", "clerk"}
    assert page == "control/" or ("材料汇编" in words_of(html)) == reads


def test_arrows_change_the_order_and_impossible_moves_are_explained() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    clerk.post("agenda/move/", item=hall.item("report", 1).pk, places="-1")
    assert hall.order() == "opening R2 C2 R1 C1 speech ballot closing"
    words = clerk.post("agenda/move/", item=hall.item("ballot").pk, places="1")
    assert words.startswith("会议结束要排在最后。")


def test_skipping_asks_for_a_reason_and_can_be_taken_back() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    words = clerk.post("agenda/skip/", item=hall.item("report").pk, reason=" ")
    assert words.startswith("写跳过的原因")
    assert hall.order() == UNCHANGED
    words = clerk.post("agenda/skip/", item=hall.item("report").pk, reason="因公出差")
    assert words.startswith("“护理学院党委”跳过了，原因已记下。")
    assert words.count("跳过：因公出差") == 2
    clerk.post("agenda/restore/", item=hall.item("report").pk)
    assert hall.order() == UNCHANGED


def test_an_item_of_ones_own_is_put_in_where_it_is_wanted() -> None:
    hall = make_hall(on_site=1)
    Desk(hall).post("agenda/insert/", title="学习文件", minutes="10分钟", before=hall.item("report").pk)
    assert hall.order() == "opening other R1 C1 speech ballot closing"
    assert hall.item("other").planned_seconds == 600


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"title": "", "minutes": "10"}, "title", "写这一项的名称"),
        ({"title": "学习", "minutes": "十"}, "minutes", "“十”不是分钟数。写整数，例如10；不限时就空着。"),
        ({"title": "学习", "minutes": "999"}, "minutes", "时间写0到240分钟，0是不限时。"),
    ],
)
def test_a_refused_item_keeps_what_was_typed_and_speaks_at_the_field(
    typed: dict[str, str], field: str, told: str
) -> None:
    hall = make_hall()
    answer = Desk(hall).answer("agenda/insert/", typed)
    page = main_of(answer)
    assert answer.status_code == 409
    assert told in page.split(f'id="{field}-error"')[1][:80]
    assert f'value="{typed["title"]}"' in page
    assert hall.order() == UNCHANGED


def test_an_item_before_what_has_begun_is_refused_above_the_form() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("opening"))
    answer = Desk(hall).answer("agenda/insert/", {"title": "学习", "before": hall.item("opening").pk})
    assert "已经开始、已经结束" in words_of(main_of(answer))


def test_a_reporter_added_to_the_plan_later_is_offered_and_put_in() -> None:
    hall = make_hall()
    hall.reporters.append(make_reporter(hall.meeting, order=9))
    clerk = Desk(hall)
    assert "改成了现场述职，议程里还没有。" in clerk.words("agenda/")
    clerk.post("agenda/reporter/", reporter=hall.reporters[2].pk)
    assert hall.order() == "opening R1 C1 R2 C2 R3 C3 speech ballot closing"
    assert "议程里还没有" not in clerk.words("agenda/")


def test_a_leader_reads_the_agenda_and_changes_nothing() -> None:
    hall = make_hall()
    leader = Desk(hall, "leader")
    assert "<button" not in leader.html("agenda/")
    for tail, data in (
        ("move/", {"item": hall.item("report").pk, "places": "1"}),
        ("skip/", {"item": hall.item("report").pk, "reason": "出差"}),
        ("restore/", {"item": hall.item("report").pk}),
        ("insert/", {"title": "学习"}),
        ("reporter/", {"reporter": hall.reporters[0].pk}),
    ):
        assert leader.answer(f"agenda/{tail}", data).status_code == 403
    assert hall.order() == UNCHANGED


@pytest.mark.parametrize("count", [1, 3])
def test_the_agenda_costs_the_same_for_one_reporter_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    desk = Desk(make_hall(on_site=count))
    with django_assert_num_queries(10):
        desk.html("agenda/")
