from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.services import return_report
from tests.doors.office.dutyreports.pages import begin_page, clerk, list_page, page, secretary, visitor
from tests.factories.reports import DUE, ReportWorld, make_report_world
from tests.factories.world import NOW, make_cycle

pytestmark = pytest.mark.django_db


def give_back(world: ReportWorld, report: DutyReport, due_at: datetime) -> None:
    with scope(institution=world.institution):
        return_report(
            actor=world.clerk,
            now=DUE - timedelta(days=4),
            report=report,
            reason="第三节太短。",
            due_at=due_at,
        )


def test_the_head_counts_over_all_reporters() -> None:
    world = make_report_world(reporters=3)
    world.hand_in(0)
    world.accept(1)
    words = clerk(world).words(list_page(world))
    assert "已交 2 / 3 份，通过 1 / 3 份。1月8日 14:30截止" in words
    assert "全部 3 等着审 1 没交 1 迟了没交 0 通过 1" in words


def test_the_first_to_look_at_is_who_handed_in_first() -> None:
    world = make_report_world(reporters=3)
    world.hand_in(0, now=DUE)
    first = world.hand_in(1)
    office = clerk(world)
    assert "审信息工程学院党委的报告，2份等着审 已通过0 / 3份。" in office.words(list_page(world))
    assert f'<a class="btn main-act" href="/office/{page(first)}"' in office.html(list_page(world))


def test_each_line_says_length_answers_and_time() -> None:
    world = make_report_world(reporters=3, problems=2)
    world.hand_in(0)
    world.hand_in(1, now=NOW)
    words = clerk(world).words(list_page(world))
    assert "现场 交了，等着审 66 2 / 2 1月7日 14:30" in words
    assert "书面 交了，等着审 66 2 / 2 1月16日 14:30 迟了8天" in words
    assert "书面 还没有写 还没有 0 / 2 还没有交" in words


def test_one_list_at_a_time() -> None:
    world = make_report_world(reporters=2)
    world.hand_in(0)
    office = clerk(world)
    missing = office.words(f"{list_page(world)}?only=missing")
    assert "信息工程学院党委 党委书记" in missing
    assert "护理学院党委 党委书记" not in missing
    assert "护理学院党委 党委书记" in office.words(f"{list_page(world)}?only=waiting")
    assert "这一栏现在没有报告。" in office.words(f"{list_page(world)}?only=accepted")
    assert "护理学院党委 党委书记" in office.words(f"{list_page(world)}?only=nonsense")


def test_when_all_that_came_is_read_the_page_waits_for_the_others() -> None:
    world = make_report_world(reporters=2)
    world.accept(0)
    words = clerk(world).words(list_page(world))
    assert "等各单位交报告，还差1份，1月8日（周四）14:30截止，还有3天" in words


def test_the_next_step_counts_to_the_new_deadline_that_a_return_gave() -> None:
    world = make_report_world(reporters=2)
    world.accept(0)
    give_back(world, world.hand_in(1), DUE + timedelta(days=2))
    words = clerk(world).words(list_page(world))
    assert "等各单位交报告，还差1份，1月10日（周六）14:30截止，还有5天" in words


def test_with_several_deadlines_the_next_step_names_the_nearest() -> None:
    world = make_report_world(reporters=3)
    world.accept(0)
    give_back(world, world.hand_in(1), DUE - timedelta(days=1))
    words = clerk(world).words(list_page(world))
    assert "还差2份，最近的一份1月7日（周三）14:30截止，还有2天" in words


def test_when_all_passed_the_page_leads_on() -> None:
    world = make_report_world()
    world.accept()
    office = clerk(world)
    assert "述职报告都通过了，1 / 1份" in office.words(list_page(world))
    assert f'<a class="btn main-act" href="/office/cycles/{world.cycle.pk}/"' in office.html(list_page(world))


def test_before_freezing_the_list_says_what_opens_it() -> None:
    world = make_report_world(state="draft", fingerprint="", frozen_at=None, frozen_by_id=None)
    assert "先封存方案，书记才能写报告" in clerk(world).words(list_page(world))


def test_without_reporters_the_page_teaches() -> None:
    world = make_report_world()
    empty = make_cycle(world.institution, year=2023)
    assert "还没有述职人员" in clerk(world).words(f"cycles/{empty.pk}/reports/")


def test_a_leader_sees_how_far_it_is_without_being_asked_to_act() -> None:
    world = make_report_world()
    world.hand_in()
    leader = visitor(world, "leader")
    assert "1份等经办人审" in leader.words(list_page(world))
    assert "main-act" not in leader.html(list_page(world))


@pytest.mark.parametrize("role", ["scrutineer", "counter", "secretary"])
def test_others_do_not_see_the_list(role: str) -> None:
    world = make_report_world()
    person = secretary(world) if role == "secretary" else visitor(world, role)
    answer = person.answer(list_page(world))
    assert answer.status_code == 403
    assert "经办人和领导看" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_report_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    world = make_report_world(reporters=count)
    for place in range(count):
        world.hand_in(place)
    office = clerk(world)
    with django_assert_num_queries(12):
        office.html(list_page(world))


def test_the_overview_leads_from_who_is_late_to_the_report(_three_days_before_the_deadline: Path) -> None:  # noqa: PT019
    _three_days_before_the_deadline.write_text((DUE + timedelta(days=2)).isoformat())
    world = make_report_world(reporters=2)
    report, office = world.begin(0), clerk(world)
    overview = office.html(f"cycles/{world.cycle.pk}/")
    assert overview.count(f'href="/office/{begin_page(world, 0)}"') == 1
    assert office.answer(begin_page(world, 0))["Location"] == f"/office/{page(report)}"
    assert f"等{world.reporters[1].person.name}开始写" in office.words(begin_page(world, 1))
