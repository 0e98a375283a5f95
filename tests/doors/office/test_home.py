from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services import freeze_cycle
from tests.doors.office.people import browser_of
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.world import (
    NOW,
    make_actor,
    make_institution,
    make_meeting,
    make_organisation,
    make_person,
    make_reporter,
    make_secretary,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_eighth_of_january(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Eight days before the meeting, two hours after the reports were due."""
    clock = tmp_path / "clock"
    clock.write_text((NOW - timedelta(days=8) + timedelta(hours=2)).isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


def frozen(world: PlanWorld) -> PlanWorld:
    with scope(institution=world.institution):
        freeze_cycle(actor=world.clerk, now=NOW - timedelta(days=20), cycle=Cycle.objects.get())
    return world


def overview(world: PlanWorld, *roles: str) -> str:
    actor = make_actor(world.institution, *roles) if roles else world.clerk
    return browser_of(actor).get(f"/office/cycles/{world.cycle.pk}/").content.decode()


def test_a_new_installation_starts_with_what_is_really_there() -> None:
    institution = make_institution()
    client = browser_of(make_actor(institution, "clerk"))
    text = client.get("/office/").content.decode()
    assert "导入单位和书记，用一张Excel" in text
    assert "现有0个单位，0位在任书记" in text
    assert text.count("等第1步") == 2
    convenor = make_organisation(institution, "中共示例大学委员会")
    make_secretary(make_organisation(institution, parent=convenor))
    text = client.get("/office/").content.decode()
    assert "现有2个单位，1位在任书记" in text
    assert "还没有人当：书记、领导、监票人、计票人" in text
    assert "等第1步" not in text


def test_before_the_first_cycle_others_than_clerks_are_told_to_wait() -> None:
    text = browser_of(make_actor(make_institution(), "leader")).get("/office/").content.decode()
    assert "还没有任何一轮评议" in text
    assert "从这里开始" not in text


@pytest.mark.parametrize("role", ["clerk", "leader"])
def test_clerks_and_leaders_start_at_the_newest_cycle(role: str) -> None:
    world = make_ready_plan()
    with scopes_disabled():
        Cycle.objects.create(
            institution=world.institution, convenor=world.convenor, year=2024, name="2024年度述职评议"
        )
    sent = browser_of(make_actor(world.institution, role)).get("/office/")
    assert sent.headers["Location"] == f"/office/cycles/{world.cycle.pk}/"


def test_a_secretary_starts_at_her_own_page() -> None:
    world = make_ready_plan()
    actor = make_actor(world.institution, "secretary", organisation=world.on_site.organisation)
    client = browser_of(actor)
    assert client.get("/office/").headers["Location"] == "/office/mine/"
    assert client.get(f"/office/cycles/{world.cycle.pk}/").status_code == 403


def test_a_plan_that_is_ready_asks_to_be_frozen() -> None:
    text = overview(make_ready_plan())
    assert "方案齐了，核对后封存" in text
    assert "方案还在改，没有封存" in text
    assert "还有8天" in text
    assert "现场述职1 / 2位" in text


def test_the_first_gap_of_a_plan_is_the_next_step_with_its_remedy() -> None:
    world = make_ready_plan()
    with scopes_disabled():
        world.class_b.listings.all().delete()
    text = overview(world)
    assert "B类没有投票人" in text
    assert "列名单，或撤掉这一类" in text


def test_a_frozen_plan_asks_for_the_reports_and_says_who_is_late() -> None:
    world = frozen(make_ready_plan())
    text = overview(world)
    assert "收述职报告，还差2份" in text
    assert "已交0 / 2份" in text
    assert "逾期0项，一周内到期2项" in text
    assert text.count("今天到期") == 2
    assert world.on_site.organisation.name in text


def test_who_cannot_take_the_next_step_learns_whose_it_is() -> None:
    text = overview(frozen(make_ready_plan()), "leader")
    assert "等经办人或各单位书记：收述职报告" in text
    assert "看还没交的" not in text


def test_counting_people_see_the_line_but_not_who_is_late() -> None:
    text = overview(frozen(make_ready_plan()), "counter")
    assert "述职和逐一点评" in text
    assert "谁迟了，谁快到期" not in text
    assert "刚刚" not in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_costs_the_same_for_one_reporter_more_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    world = make_ready_plan()
    for order in range(count):
        make_reporter(world.meeting, order=10 + order, mode="written")
        make_person(world.institution)
    frozen(world)
    client = browser_of(world.clerk)
    with django_assert_num_queries(30):
        page = client.get(f"/office/cycles/{world.cycle.pk}/")
    assert f"一周内到期{count + 2}项" in page.content.decode()


def test_a_cycle_of_another_institution_does_not_exist_here() -> None:
    world = make_ready_plan()
    page = browser_of(make_actor(make_institution(), "clerk")).get(f"/office/cycles/{world.cycle.pk}/")
    assert page.status_code == 404
    assert world.cycle.name not in page.content.decode()


def test_with_two_meetings_the_first_that_is_not_counted_is_in_view() -> None:
    world = make_ready_plan()
    make_meeting(world.cycle, sequence=2, name="第二场", held_at=NOW + timedelta(days=1))
    assert "2025年度述职评议会1月16日（周五） 14:30" in overview(world)


def test_an_english_overview_keeps_names_and_verbs_apart() -> None:
    world = frozen(make_ready_plan())
    browser = browser_of(world.clerk)
    browser.post("/office/account/language/", {"language": "en", "next": "/office/account/"})
    page = browser.get(f"/office/cycles/{world.cycle.pk}/").content.decode()
    assert " froze the plan" in page
    with scopes_disabled():
        name = world.cycle.meetings.get().name
    assert f"{name}, " in page
