import hashlib
import html
import json
from datetime import UTC, datetime

import pytest
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.review.cycles.models import Cycle, ReviewMeeting
from tests.doors.office.cycles.conftest import Desk
from tests.doors.office.people import browser_of
from tests.factories.plans import make_ready_plan
from tests.factories.world import make_actor, make_institution, make_organisation, make_person

PAGES = ["plan/", "reporters/", "classes/", "settings/", "freeze/"]
MEETING = {"name": "第二场", "held_at": "2026-01-17T09:30", "ballot_mode": "paper", "place": "一号报告厅"}


def test_a_new_cycle_leads_to_its_plan(desk: Desk) -> None:
    sent = {"convenor": desk.world.convenor.pk, "year": "2024年度", "name": ""}
    page = desk.browser.post("/office/cycles/new/", sent, follow=True)
    assert page.redirect_chain[-1][0].endswith("/plan/")
    assert "2024年度党组织书记抓基层党建工作述职评议建好了" in page.content.decode()
    again = desk.browser.post("/office/cycles/new/", sent)
    assert "没有再建" in again.content.decode()
    assert 'value="2024年度"' in again.content.decode()


def test_without_organisations_the_page_teaches_to_import_them(db: None) -> None:
    browser = browser_of(make_actor(make_institution(), "clerk"))
    assert "先把党组织、书记和班子成员导入" in browser.get("/office/cycles/new/").content.decode()
    assert "请选由哪个党组织来评议" in browser.post("/office/cycles/new/", {"year": "2025"}).content.decode()


def test_dates_that_contradict_each_other_are_told_at_their_fields_and_kept(desk: Desk) -> None:
    page = desk.send(
        "plan/dates/", before_from="2026-01-10", before_to="2026-01-05", during_from="2026-13-01"
    )
    assert "“2026-13-01”不是日期" in page
    page = desk.send("plan/dates/", before_from="2026-01-10", before_to="2026-01-05")
    assert "述前结束（2026年1月5日）早于述前开始" in page
    assert 'value="2026-01-05"' in page
    page = desk.send("plan/dates/", before_from="2025-12-01", reports_due_at="2026-01-08T17:00")
    assert "三个阶段的日期存好了" in page
    with scopes_disabled():
        cycle: Cycle = Cycle.objects.get(pk=desk.world.cycle.pk)
    assert cycle.reports_due_at == datetime(2026, 1, 8, 9, 0, tzinfo=UTC)


def test_chair_and_commentator_are_found_by_number_or_name_and_may_be_one_person(desk: Desk) -> None:
    make_person(desk.world.institution, "陈立言", staff_number="1002")
    page = desk.send(
        "plan/meetings/", **MEETING, chair="1002", chair_title="校长", commentator="周明远（1001）"
    )
    assert "加上了“第二场”" in page
    with scopes_disabled():
        meeting = ReviewMeeting.objects.get(name="第二场", chair__name="陈立言", commentator__name="周明远")
    page = desk.send(f"plan/meetings/{meeting.pk}/", **MEETING, chair="1001", commentator="1001")
    assert "，与主持人是同一人" in page
    assert "“第二场”撤掉了" in desk.send(f"plan/meetings/{meeting.pk}/remove/")


def test_an_unknown_chair_is_told_at_the_field_and_nothing_is_lost(desk: Desk) -> None:
    page = desk.send("plan/meetings/", **MEETING, chair="无此人", commentator="也无此人")
    assert "没有找到“无此人”" in page
    assert "没有找到“也无此人”" in page
    assert 'value="一号报告厅"' in page
    assert "填开会的时间" in desk.send("plan/meetings/", **{**MEETING, "held_at": ""})
    page = desk.send(f"plan/meetings/{desk.world.meeting.pk}/", **{**MEETING, "name": " "})
    assert "会议名称还空着" in page
    assert "名册上还有2位" in desk.send(f"plan/meetings/{desk.world.meeting.pk}/remove/")


def test_name_and_year_can_be_corrected(desk: Desk) -> None:
    assert "名称和年度存好了" in desk.send("plan/name/", name="评议", year="2025")
    assert "年度不对" in desk.send("plan/name/", name="评议", year="25")


@pytest.mark.parametrize("page", PAGES)
def test_each_page_of_a_whole_plan_points_to_freezing(desk: Desk, page: str) -> None:
    text = desk.read(page)
    assert "核对下面的方案" in text if page == "freeze/" else "方案齐了，核对后封存" in text


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_plan_teaches_on_every_page(desk: Desk, page: str) -> None:
    with scopes_disabled():
        cycle = Cycle.objects.create(
            institution=desk.world.institution,
            convenor=desk.world.convenor,
            year=2024,
            name="2024年度述职评议",
        )
    text = desk.browser.get(f"/office/cycles/{cycle.pk}/{page}").content.decode()
    assert 'aria-label="下一步"' in text
    if page in {"reporters/", "classes/"}:
        assert "先安排会议" in text


@pytest.mark.parametrize(
    ("role", "may_read"),
    [
        ("leader", PAGES),
        ("scrutineer", ["classes/", "settings/"]),
        ("counter", ["classes/", "settings/"]),
        ("secretary", []),
    ],
)
def test_others_read_only_what_they_need_and_find_no_form(desk: Desk, role: str, may_read: list[str]) -> None:
    organisation = make_organisation(desk.world.institution)
    browser = browser_of(make_actor(desk.world.institution, role, organisation=organisation))
    for page in PAGES:
        answer = browser.get(f"{desk.address}/{page}")
        assert answer.status_code == (200 if page in may_read else 403)
        assert f'action="{desk.address}/' not in answer.content.decode()
        assert "main-act" not in answer.content.decode() or page not in may_read


def test_the_plan_of_another_institution_is_not_there(desk: Desk) -> None:
    stranger = browser_of(make_ready_plan().clerk)
    for page in PAGES:
        assert stranger.get(f"{desk.address}/{page}").status_code == 404
    foreign_meeting = make_ready_plan().meeting
    page = desk.send(f"plan/meetings/{foreign_meeting.pk}/", **MEETING)
    assert "没有这场会议" in page


def test_nobody_reads_a_plan_without_signing_in(desk: Desk) -> None:
    for page in PAGES:
        assert Client().get(f"{desk.address}/{page}")["Location"].startswith("/office/sign-in/")


def test_settings_are_saved_and_show_who_set_them(desk: Desk) -> None:
    page = desk.send("settings/", min_non_good_share="20%", has_unknown_option="yes", threshold="5")
    assert "改了2条：票上有没有“不了解”、“较好”及以下至少占" in page
    assert "默认：15%" in page
    assert desk.world.clerk.display_name in page
    assert "规则没有变动" in desk.send("settings/", threshold="5")


def test_wrong_settings_keep_what_was_typed(desk: Desk) -> None:
    page = desk.send("settings/", threshold="很多", publish_range="校内")
    assert "“很多”不是整数" in page
    assert 'value="很多"' in page
    assert 'value="校内"' in page
    assert "必须正好100%" in desk.send("settings/", composite_ballot="50%")


def test_freezing_shows_the_fingerprint_and_anybody_can_recompute_it(desk: Desk) -> None:
    assert "未" in desk.read("freeze/")
    page = desk.send("freeze/")
    document = desk.browser.get(f"{desk.address}/freeze/plan.json")
    fingerprint = hashlib.sha256(document.content).hexdigest()
    assert f"方案封存了，指纹 {fingerprint[:4]} {fingerprint[4:8]}" in page
    assert fingerprint in page
    assert json.loads(document.content)["year"] == 2025
    assert "没有改动" in desk.send("freeze/")
    text = desk.read("plan/")
    assert "这里只看" in text
    assert f'action="{desk.address}/' not in text


def test_a_plan_with_gaps_is_not_frozen_and_leads_to_them(desk: Desk) -> None:
    desk.send("classes/weights/", meeting=desk.world.meeting.pk, **{f"weight-{desk.world.class_a.pk}": ""})
    page = desk.send("freeze/")
    assert "方案还差1处，没有封存" in page
    assert f'href="{desk.address}/classes/"' in page


def test_opening_a_frozen_plan_again_needs_a_reason(desk: Desk) -> None:
    desk.send("freeze/")
    assert "写明为什么要解封" in desk.send("unfreeze/", reason=" ")
    assert "方案解封了" in desk.send("unfreeze/", reason="漏了一个人")
    assert "没有封存，可以直接改" in desk.send("unfreeze/", reason="再来")


def test_a_name_changed_after_freezing_shows_in_the_fingerprint(desk: Desk) -> None:
    desk.send("freeze/")
    assert "与封存时一样" in desk.read("freeze/")
    with scopes_disabled():
        desk.world.chair.name = "周明"
        desk.world.chair.save()
    assert "与封存时不一样" in desk.read("freeze/")


def test_what_people_typed_is_never_markup(desk: Desk) -> None:
    evil = '<script>alert("x")</script>'
    page = desk.send("plan/name/", name=evil, year="2025")
    assert evil not in page
    assert html.escape(evil) in page
