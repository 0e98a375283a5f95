import json
from typing import Any

import pytest
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.doors.cli.main import main
from pingyi.review.cycles.models import Reporter
from pingyi.review.lots.models import Lot
from pingyi.review.meetings.models import Sitting
from tests.doors.office.cycles.conftest import Desk
from tests.doors.office.people import browser_of
from tests.factories.plans import make_ready_plan
from tests.factories.world import NOW, make_actor, make_reporter

WITNESSES = {"label-1": "纪委 沈明", "digits-1": "4", "label-2": "工会 尚远", "digits-2": "4"}


@pytest.fixture
def desk(db: None) -> Desk:
    world = make_ready_plan()
    for order in (3, 4):
        make_reporter(world.meeting, order=order)
    return Desk(world, browser_of(world.clerk))


def lots(desk: Desk) -> str:
    return f"reporters/lots/{desk.world.meeting.pk}/"


def lot() -> Lot:
    with scopes_disabled():
        return Lot.objects.order_by("-round")[0]


def draw(desk: Desk, **more: str) -> str:
    numbers = {"number-0": "4711", "number-1": "0028", "witnesses": "沈明、尚远"}
    return desk.send(f"{lots(desk)}draw/", **{"commitment": lot().commitment, **numbers, **more})


def test_the_whole_draw_at_the_page_and_on_the_command_line(desk: Desk, tmp_path: Any, capsys: Any) -> None:
    assert "公布抽签的名单和办法，3位" in desk.read(lots(desk))
    page = desk.send(f"{lots(desk)}announce/", **WITNESSES)
    assert "当众读出指纹" in page
    page = draw(desk, **{"number-1": "28"})
    assert "公布的是4位，这里有2位" in page
    assert 'value="4711"' in page
    page = draw(desk)
    assert "次序抽出来了，确认后成为发言先后" in page
    assert "刚刚重算，一致" in page
    page = desk.send(f"{lots(desk)}confirm/", commitment=lot().commitment)
    assert "现场先后照抽签结果排好了" in page
    record = desk.browser.get(f"{desk.address}/{lots(desk)}1/record.json")
    kept = json.loads(record.content)
    with scopes_disabled():
        order = Reporter.objects.filter(mode="on_site").order_by("order")
        names = [f"{one.organisation.name}　{one.person.name}" for one in order]
    assert names == [kept["announcement"]["names"][place - 1] for place in kept["result"]]
    file = tmp_path / "record.json"
    file.write_bytes(record.content)
    assert main(["draw", str(file)]) == 0
    assert f"第1位  {names[0]}" in capsys.readouterr().out


def test_a_second_draw_says_why_and_both_are_on_paper(desk: Desk) -> None:
    desk.send(f"{lots(desk)}announce/", **WITNESSES)
    draw(desk)
    page = desk.send(f"{lots(desk)}announce/", **WITNESSES)
    assert "再抽一次要写理由" in page
    assert 'value="工会 尚远"' in page
    page = desk.send(f"{lots(desk)}announce/", **WITNESSES, reason="录错一位数")
    assert "公布了第2次抽签" in page
    assert "以前的抽签" in page
    first = desk.read(f"{lots(desk)}1/")
    assert "4711" in first
    assert "第2次" in first
    assert "理由：录错一位数" in first
    assert "还没有抽" in desk.read(f"{lots(desk)}2/")


def test_sources_that_one_person_could_choose_are_told_where_they_are_typed(desk: Desk) -> None:
    page = desk.send(f"{lots(desk)}announce/", **{"label-1": "纪委 沈明", "digits-1": "9"})
    assert 'id="sources-why">只有一个人报数' in page
    with scopes_disabled():
        assert not Lot.objects.exists()


def test_a_scrutineer_enters_the_numbers_and_a_leader_only_looks(desk: Desk) -> None:
    desk.send(f"{lots(desk)}announce/", **WITNESSES)
    for role, may_draw in (("scrutineer", True), ("leader", False)):
        browser = browser_of(make_actor(desk.world.institution, role))
        text = browser.get(f"{desk.address}/{lots(desk)}").content.decode()
        assert ('name="number-0"' in text) is may_draw
        assert "announce/" not in text


def test_a_page_from_before_a_second_announcement_draws_nothing(desk: Desk) -> None:
    desk.send(f"{lots(desk)}announce/", **WITNESSES)
    older = lot().commitment
    desk.send(f"{lots(desk)}announce/", **WITNESSES, reason="换了监督人")
    assert "请看过新的名单再录" in draw(desk, commitment=older)


def test_the_hall_shows_the_list_and_then_the_order_without_a_cookie(desk: Desk) -> None:
    desk.send(f"{lots(desk)}announce/", **WITNESSES)
    address = f"/hall/lot/{lot().hall_key}/"
    before = Client().get(address)
    assert "编号不是先后" in before.content.decode()
    assert "Set-Cookie" not in before.headers
    draw(desk)
    after = Client().get(f"{address}now/").content.decode()
    assert "现场述职的先后" in after
    assert "等经办人确认" in after
    desk.send(f"{lots(desk)}confirm/", commitment=lot().commitment)
    assert "等经办人确认" not in Client().get(address).content.decode()
    assert Client().get("/hall/lot/NOSUCHKEY1/").status_code == 404


def test_a_dropped_order_from_an_older_page_is_refused_with_what_changed(desk: Desk) -> None:
    with scopes_disabled():
        seen = list(Reporter.objects.filter(mode="on_site").order_by("order").values_list("pk", flat=True))
    text = ",".join(map(str, seen))
    meeting = desk.world.meeting.pk
    assert f'name="seen" value="{text}"' in desk.read("reporters/")
    turned = ",".join(map(str, seen[::-1]))
    assert "先后存好了" in desk.send("reporters/order/", meeting=meeting, order=turned, seen=text)
    assert "您这一步没有保存" in desk.send("reporters/order/", meeting=meeting, order=text, seen=text)
    answer = desk.browser.post(
        f"{desk.address}/reporters/{seen[0]}/move/", {"step": "-1", "seen": turned}, follow=True
    )
    assert "autofocus" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_draw_and_for_three(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        desk.send(f"{lots(desk)}announce/", **WITNESSES, reason=f"第{number}次")
        draw(desk)
    with django_assert_num_queries(11):
        text = desk.read(lots(desk))
    assert text.count("次</a>　") == count - 1


def test_the_page_of_a_meeting_that_was_held_does_not_offer_another_draw(desk: Desk) -> None:
    desk.send(f"{lots(desk)}announce/", **WITNESSES)
    draw(desk)
    world = desk.world
    with scopes_disabled():
        Sitting.objects.create(
            institution=world.institution, meeting=world.meeting, state="ended", hall_key="HELD", ended_at=NOW
        )
    page = desk.read(lots(desk))
    assert "会议已经开过，先后不再抽签" in page
    for gone in ("再抽一次</h2>", "报数，抽签</h2>", "照此排先后"):
        assert gone not in page
    answer = desk.send(f"{lots(desk)}announce/", **WITNESSES, reason="会后再抽")
    assert "已经开过或正在述职，发言先后不能再抽，没有改动" in answer
    assert lot().round == 1
