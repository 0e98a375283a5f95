"""Who is late, reminders, and notices on the home page."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.notices.models import Mail
from tests.doors.office.dutyreports.pages import clerk, list_page, page, secretary, visitor
from tests.factories.reports import DUE, ReportWorld, make_report_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_days_after_the_deadline(_three_days_before_the_deadline: Path) -> None:
    _three_days_before_the_deadline.write_text((DUE + timedelta(days=2)).isoformat())


def late_page(world: ReportWorld) -> str:
    return f"{list_page(world)}reminders/"


def test_one_press_reminds_all_who_are_late_and_once_a_day() -> None:
    world = make_report_world(reporters=3)
    world.accept(0)
    for place in (1, 2):
        world.secretary(place)
    office = clerk(world)
    assert "催迟交的2 / 3位" in office.words(list_page(world))
    assert "迟了 2 / 3 位" in office.words(late_page(world))
    told = office.post(late_page(world))
    assert told.startswith("催了2位，本人首页上就有通知。")
    assert "今天都催过了，2 / 2位" in told
    assert "没有配邮件服务器，只在本人首页上通知。" in told
    assert "2位今天已经催过，没有再催。" in office.post(late_page(world))


def test_the_notice_is_on_her_page_until_she_has_read_it() -> None:
    world = make_report_world()
    writer = secretary(world)
    clerk(world).post(late_page(world))
    mine = writer.words("mine/")
    assert "通知 1条没看" in mine
    assert "护理学院党委2025年度述职报告还没有交 1月8日14:30已经截止。" in mine
    with scopes_disabled():
        number = str(Account.objects.get(pk=world.secretary().account_id).notices.get().pk)
    opened = writer.post("notices/read/", notice=number, then="open")
    assert "开始写" in opened
    assert "还没有交 1月8日14:30已经截止" not in writer.words("mine/")
    assert "1月10日 14:30看过" in writer.words("notices/")
    assert "还没有看" not in clerk(world).words(late_page(world))


def test_a_mail_that_failed_is_told_to_the_clerk_in_words_and_sent_again(settings: Any) -> None:
    settings.MAIL_IS_SET_UP = True
    world = make_report_world()
    Account.objects.filter(pk=world.secretary().account_id).update(email="lin@example.edu.cn")
    office = clerk(world)
    assert "1封邮件排上了。" in office.post(late_page(world))
    with scopes_disabled():
        Mail.objects.update(state="failed", said="邮件服务器不收这个地址。请核对这个人的邮箱。")
    words = office.words(late_page(world))
    assert "1封没有寄到：" in words
    assert "邮件服务器不收这个地址。请核对这个人的邮箱。" in words
    assert office.post(f"{late_page(world)}mail/").startswith("1封邮件排上了，再寄一次。")


def test_a_return_with_a_new_deadline_is_on_her_page_and_in_the_list() -> None:
    world = make_report_world()
    report, office, writer = world.hand_in(), clerk(world), secretary(world)
    office.post(f"{page(report)}return/", reason="写实。", due_at="2026-01-13T17:00")
    assert "1月13日（周二）17:00截止，还有3天" in writer.words(page(report))
    assert "改好在1月13日 17:00以前再交" in writer.words(page(report))
    assert "退回时定的1月13日 17:00" in office.words(list_page(world))
    assert "没有迟交的" in office.words(late_page(world))


def test_a_new_deadline_that_has_passed_is_refused_at_its_field() -> None:
    world = make_report_world()
    report, office = world.hand_in(), clerk(world)
    form = {"reason": "写实。", "due_at": "2026-01-09T17:00"}
    html = office.answer(f"{page(report)}return/", form).content.decode()
    assert 'id="due_at-why">新的截止时间已经过了。' in html
    assert 'value="2026-01-09T17:00"' in html
    assert "写实。" in html


@pytest.mark.parametrize("role", ["secretary", "counter"])
def test_others_do_not_see_who_is_late(role: str) -> None:
    world = make_report_world()
    guest = secretary(world) if role == "secretary" else visitor(world, role)
    assert guest.answer(late_page(world)).status_code == 403
    assert "等经办人催" in visitor(world, "leader").words(late_page(world))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_the_late_costs_the_same_for_one_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    world = make_report_world(reporters=count)
    for place in range(count):
        world.secretary(place)
    office = clerk(world)
    office.post(late_page(world))
    with django_assert_num_queries(16):
        words = office.words(late_page(world))
    assert f"迟了 {count} / {count} 位" in words
