from typing import Any

import pytest

from pingyi.core.models import Event
from tests.doors.office.dutyreports.pages import clerk, page, visitor
from tests.doors.office.meetings.pages import main_of, words_of
from tests.factories.reports import make_report_world

pytestmark = pytest.mark.django_db


def test_the_clerk_reads_the_report_beside_its_checks() -> None:
    world = make_report_world()
    words = clerk(world).words(page(world.hand_in()))
    assert "第1稿，1月7日 14:30交，按时" in words
    assert "审这份报告 检查有1项要看。" in words
    assert "往年没销号的问题逐条回答 1 / 1" in words
    assert "各节都写了 7 / 7" in words
    assert "61 / 4,000" in words
    assert "问题和原因的篇幅 8 / 61字，照现在的篇幅差13字。只提醒，不拦 13.1% / 33.3%" in words
    assert "2024年度第1个问题 支部生活不经常1 现在：等认领，还没有列整改任务。 已经改好。" in words


def test_a_report_that_nothing_is_lacking_in_offers_to_pass_it_first() -> None:
    world = make_report_world(settings={"report_min_problem_share": "0"})
    shown = clerk(world).html(page(world.hand_in()))
    assert "几项检查都过了。" in shown
    assert '<button class="btn main-act">' in shown.split("report-accept")[0]
    assert shown.count("main-act") == 1
    assert "仍然通过" not in shown


def test_passing_leads_to_the_list_and_is_harmless_twice() -> None:
    world = make_report_world()
    report, office = world.hand_in(), clerk(world)
    for _ in range(2):
        assert office.post(f"{page(report)}accept/").startswith("护理学院党委的报告通过了。")
    assert Event.objects.filter(verb="report.accepted").count() == 1
    assert "这一份审过了，看别的报告" in office.words(page(report))


def test_returning_needs_a_reason_and_keeps_what_was_typed() -> None:
    world = make_report_world()
    report, office = world.hand_in(), clerk(world)
    answer = office.answer(f"{page(report)}return/", {"reason": "  "})
    shown = main_of(answer)
    assert answer.status_code == 409
    assert 'id="reason-why">写明退回的理由' in shown
    long = "长" * 2_001
    assert f"{long}</textarea>" in main_of(office.answer(f"{page(report)}return/", {"reason": long}))
    assert world.now(report).state == "submitted"


def test_a_returned_report_waits_for_the_secretary() -> None:
    world = make_report_world()
    report, office = world.hand_in(), clerk(world)
    for _ in range(2):
        words = office.post(f"{page(report)}return/", reason="第三节写到人和事。", version=report.version)
        assert words.startswith("护理学院党委的报告退回了，书记在自己的页面上看得到理由。")
    assert Event.objects.filter(verb="report.returned").count() == 1
    words = office.words(page(report))
    assert "退回了，等书记改好再交" in words
    assert "第三节写到人和事。" in words
    assert "<form" not in office.html(page(report))


def test_an_accepted_report_can_still_be_returned() -> None:
    world = make_report_world()
    report, office = world.accept(), clerk(world)
    assert "发现问题，还可以退回" in office.words(page(report))
    office.post(f"{page(report)}return/", reason="数字不对。")
    assert world.now(report).state == "returned"


def test_a_problem_that_became_open_after_the_handing_in_stands_out_and_stops_the_passing() -> None:
    world = make_report_world()
    report, office = world.hand_in(), clerk(world)
    world.leave_open(text="新冒出来的问题")
    assert "2024年度第2个问题，没有回答 新冒出来的问题" in office.words(page(report))
    words = words_of(main_of(office.answer(f"{page(report)}accept/", {})))
    assert "交上以后又有1个没销号的问题，报告里没有回答，没有通过。" in words
    assert world.now(report).state == "submitted"


def test_a_clerk_with_an_old_page_does_not_pass_a_draft_that_nobody_read() -> None:
    world = make_report_world()
    report, one, other = world.hand_in(), clerk(world), clerk(world)
    one.post(f"{page(report)}return/", reason="改。", version=report.version)
    world.hand_in(texts={1: "新的一稿。"})
    words = words_of(main_of(other.answer(f"{page(report)}accept/", {"version": report.version})))
    assert "书记又交了新的一稿，没有办" in words
    assert "新的一稿。" in words
    assert world.now(report).state == "submitted"


def test_a_draft_is_read_as_a_draft() -> None:
    world = make_report_world()
    report, office = world.begin(), clerk(world)
    words = office.words(page(report))
    assert "等书记写好交上来，1月8日（周四）14:30截止，还有3天 现在看到的是草稿，还会变。" in words
    assert "还没有写。" in words
    assert "<form" not in office.html(page(report))
    assert "还没有交" in words_of(main_of(office.answer(f"{page(report)}return/", {"reason": "改"})))


def test_a_late_report_is_marked() -> None:
    from datetime import timedelta

    from tests.factories.reports import DUE

    world = make_report_world()
    report = world.hand_in(now=DUE + timedelta(days=2))
    assert "第1稿，1月10日 14:30交，迟了2天" in clerk(world).words(page(report))


def test_a_leader_reads_and_decides_nothing() -> None:
    world = make_report_world()
    report, leader = world.hand_in(), visitor(world, "leader")
    assert "等经办人审" in leader.words(page(report))
    assert "<form" not in leader.html(page(report))
    for verb, data in (("return", {"reason": "改"}), ("accept", {})):
        assert leader.answer(f"{page(report)}{verb}/", data).status_code == 403
    assert world.now(report).state == "submitted"


@pytest.mark.parametrize("role", ["scrutineer", "counter"])
def test_counting_staff_read_no_reports(role: str) -> None:
    world = make_report_world()
    report, person = world.hand_in(), visitor(world, role)
    assert "可以看" in person.answer(page(report)).content.decode()
    for tail, data in (("", None), ("return/", {"reason": "改"}), ("accept/", {})):
        assert person.answer(f"{page(report)}{tail}", data).status_code == 403
    assert world.now(report).state == "submitted"


def test_a_report_of_another_institution_is_not_there() -> None:
    world, other = make_report_world(), make_report_world()
    report = other.hand_in()
    answer = clerk(world).answer(page(report))
    assert answer.status_code == 404
    assert "没有这份述职报告" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_reading_costs_the_same_for_one_problem_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    world = make_report_world(problems=count)
    report, office = world.hand_in(), clerk(world)
    with django_assert_num_queries(34):
        office.html(page(report))
