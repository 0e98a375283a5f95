from datetime import timedelta
from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.services import end_sitting, start_item
from tests.doors.office.meetings.pages import Desk
from tests.factories.sittings import make_hall
from tests.factories.world import NOW, make_meeting

pytestmark = pytest.mark.django_db


def test_before_the_plan_is_frozen_the_console_points_to_freezing() -> None:
    hall = make_hall(is_open=False)
    with scope(institution=hall.institution):
        type(hall.cycle).objects.update(state="draft", frozen_at=None, frozen_by=None, fingerprint="")
    page = Desk(hall).html("control/")
    assert "先封存方案，再打开会场" in page
    assert f'href="/office/cycles/{hall.cycle.pk}/freeze/"' in page
    assert "会场还没有打开" in page


def test_one_click_opens_the_hall_and_a_second_one_does_no_harm() -> None:
    hall = make_hall(is_open=False)
    clerk = Desk(hall)
    assert "打开会场，开始签到" in clerk.words("control/")
    clerk.post("open/")
    words = clerk.post("open/")
    with scope(institution=hall.institution):
        hall.sitting = Sitting.objects.get()
    assert f"/hall/{hall.open.hall_key}/" in words
    assert "下一步 主持人开场，说明程序 签到还可以继续。会场屏幕从签到换成会议名称。 开始开会" in words
    assert "0 / 6人到了" in words


def test_the_main_button_calls_the_next_reporter_and_names_its_effect() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    clerk.post("start/", item=hall.item("opening").pk)
    name = hall.reporters[0].person.name
    page = clerk.html("control/")
    assert f"请下一位：护理学院党委　{name}" in page
    assert "现在这一项到此结束。会场屏幕换成这一位，计时从头开始。" in page
    assert f'name="item" value="{hall.item("report").pk}"' in page
    clerk.post("start/", item=hall.item("report").pk)
    assert hall.order() == "opening+ R1* C1 R2 C2 speech ballot closing"
    words = clerk.words("control/")
    assert f"现场述职 护理学院党委 党委书记 {name} 记这一位的点评" in words
    assert "点评：护理学院党委" in words
    assert "开始点评" in words


def test_a_double_click_on_the_main_button_starts_once() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    for _ in range(2):
        clerk.post("start/", item=hall.item("report").pk)
    assert hall.order() == "opening R1* C1 R2 C2 speech ballot closing"


def test_a_refused_start_is_told_on_the_console_and_changes_nothing() -> None:
    hall = make_hall()
    words = Desk(hall).post("start/", item=hall.item("ballot").pk)
    assert words.startswith("还有人没有述职，测评要在最后一位述职之后。")
    assert hall.order() == "opening R1 C1 R2 C2 speech ballot closing"


def test_an_item_of_another_meeting_is_not_started_here() -> None:
    hall, other = make_hall(), make_hall()
    answer = Desk(hall).answer("start/", {"item": other.item("report").pk})
    assert answer.status_code == 404
    assert "议程里没有这一项" in answer.content.decode()
    assert Desk(hall).answer("start/", {"item": "x"}).status_code == 404


def test_the_running_item_can_be_ended_without_the_next() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    clerk.post("start/", item=hall.item("report").pk)
    words = clerk.post("stop/", item=hall.item("report").pk)
    assert "现在没有进行的 1 / 2位述了职，0 / 1份点评定了稿。" in words
    assert hall.order() == "opening R1+ C1 R2 C2 speech ballot closing"


def test_a_meeting_that_is_not_done_does_not_end_and_says_what_is_left() -> None:
    hall = make_hall()
    words = Desk(hall).post("end/")
    assert words.startswith("会议没有结束。还有2位没有述职：护理学院党委、后勤保障部党总支。")


def test_when_all_is_done_the_main_button_ends_the_meeting_which_may_be_taken_back() -> None:
    hall = make_hall(on_site=0)
    clerk = Desk(hall)
    for kind in ("opening", "speech", "ballot", "closing"):
        clerk.post("start/", item=hall.item(kind).pk)
    assert "议程走完了，结束会议" in clerk.words("control/")
    words = clerk.post("end/")
    assert words.startswith("会议结束了。")
    assert "会议结束了，请各单位认领问题" in words
    assert clerk.post("reopen/").startswith("会议恢复了，议程和签到可以接着办。")


def test_the_network_of_the_hall_is_kept_or_refused_with_the_reason() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    clerk.post("network/", network_name="Pingyi-Hall", network_password="hall-2026")
    page = clerk.html("control/")
    assert 'value="Pingyi-Hall"' in page
    assert 'value="hall-2026"' in page
    assert clerk.post("network/", network_name="Hall", network_password="1").startswith("密码不对。")


def test_attendance_stands_beside_with_its_denominators() -> None:
    hall = make_hall(voters=3)
    words = Desk(hall).words("control/")
    assert "签到 0 / 6人 甲类 校党委委员 0 / 3 乙类 党员教师代表 0 / 3" in words


@pytest.mark.parametrize("role", ["leader", "scrutineer", "counter"])
def test_others_who_work_there_see_the_console_without_buttons(role: str) -> None:
    hall = make_hall()
    page = Desk(hall, role).html("control/")
    assert "下一步" in page
    assert "<button" not in page


@pytest.mark.parametrize("role", ["leader", "scrutineer", "counter"])
@pytest.mark.parametrize("tail", ["open/", "start/", "stop/", "end/", "reopen/", "network/"])
def test_others_cannot_press_the_buttons_either(role: str, tail: str) -> None:
    hall = make_hall()
    answer = Desk(hall, role).answer(tail, {"item": hall.item("report").pk})
    assert answer.status_code == 403
    assert hall.order() == "opening R1 C1 R2 C2 speech ballot closing"


def test_a_secretary_does_not_see_the_console() -> None:
    from tests.factories.world import make_actor

    hall = make_hall()
    secretary = make_actor(hall.institution, "secretary", organisation=hall.reporters[0].organisation)
    assert Desk(hall, actor=secretary).answer("control/").status_code == 403


def test_the_console_follows_the_meeting_by_fragments() -> None:
    hall = make_hall()
    fragment = Desk(hall).answer("control/now/").content.decode()
    assert "<html" not in fragment
    assert "开始开会" in fragment
    assert 'name="csrfmiddlewaretoken"' in fragment


def test_the_countdown_starts_from_the_time_of_the_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    clock = tmp_path / "clock"
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    clock.write_text((NOW + timedelta(seconds=433)).isoformat())
    hall = make_hall()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    page = Desk(hall).html("control/")
    assert 'data-stage="soon"' in page
    assert "最后一分钟" in page
    assert ">0:47<" in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_console_costs_the_same_for_one_reporter_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    hall = make_hall(on_site=count)
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))
    desk = Desk(hall)
    with django_assert_num_queries(16):
        desk.html("control/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_meetings_costs_the_same_for_one_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    hall = make_hall(on_site=0)
    for number in range(count - 1):
        make_meeting(hall.cycle, sequence=20_000 + number)
    client = Desk(hall).client
    with django_assert_num_queries(7):
        page = client.get("/office/meetings/").content.decode()
    assert f"一共{count}场" in page


def test_the_list_of_meetings_says_how_each_stands_and_teaches_when_empty() -> None:
    hall = make_hall(on_site=0)
    desk = Desk(hall)
    assert "签到中" in desk.client.get("/office/meetings/").content.decode()
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"))
        assert "进行中" in desk.client.get("/office/meetings/").content.decode()
        end_sitting(actor=hall.clerk, now=NOW, sitting=hall.open)
    assert "已结束" in desk.client.get("/office/meetings/").content.decode()
    from tests.factories.world import make_actor, make_institution

    fresh = Desk(hall, actor=make_actor(make_institution(), "clerk"))
    assert "还没有会议" in fresh.client.get("/office/meetings/").content.decode()
