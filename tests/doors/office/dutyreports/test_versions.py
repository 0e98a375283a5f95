from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.models import Event
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.services import return_report
from tests.doors.office.dutyreports.pages import Visitor, clerk, kept, page, secretary
from tests.factories.reports import IN_TIME, ReportWorld, make_report_world

pytestmark = pytest.mark.django_db


def save(writer: Visitor, report: DutyReport, text: str) -> None:
    world = writer.world
    version = str(world.now(report).version)
    writer.post(page(report), **{"text-1": text, "version": version})


def returned_once(world: ReportWorld) -> DutyReport:
    report = world.hand_in()
    with scope(institution=world.institution):
        return_report(actor=world.clerk, now=IN_TIME, report=report, reason="写实一点。")
    return report


def test_every_version_says_who_when_and_why() -> None:
    world = make_report_world()
    report = returned_once(world)
    save(secretary(world), report, "退回以后改的。")
    words = secretary(world).words(f"{page(report)}versions/")
    assert "一共3版" in words
    assert "第3版 写的时候存的 组织科 林 1月5日 14:30" in words
    assert "第2版 退回来的，第1稿" in words
    assert "第1版 交上去的，第1稿" in words


def test_readers_see_what_was_handed_in_and_not_how_it_came_about() -> None:
    world = make_report_world()
    report = returned_once(world)
    save(secretary(world), report, "退回以后改的。")
    reader = clerk(world)
    assert "一共2版" in reader.words(f"{page(report)}versions/")
    answer = reader.answer(f"{page(report)}versions/compare/?old=3")
    assert "没有留下这一版" in answer.content.decode()


def test_the_difference_is_marked_in_words_and_not_by_colour_alone() -> None:
    world = make_report_world()
    report = returned_once(world)
    save(secretary(world), report, "第1节写了这些事。\n又加一段。")
    shown = secretary(world).html(f"{page(report)}versions/compare/?old=1")
    assert "改了1段，新加1段，删去0段" in shown
    assert "第1节写了这些<ins>事</ins>。" in shown
    assert '<span class="what">新加</span><ins>又加一段。</ins>' in shown
    assert "两边一样" in clerk(world).words(f"{page(report)}versions/compare/?old=1&new=2")


def test_an_older_version_comes_back_and_what_stood_there_stays_as_a_version() -> None:
    world = make_report_world()
    report = returned_once(world)
    writer = secretary(world)
    save(writer, report, "改坏了。")
    restore = f"{page(report)}versions/1/restore/"
    assert "没有恢复" in writer.post(restore, version="1")
    words = writer.post(restore, version=str(world.now(report).version))
    assert words.startswith("报告恢复成第1版了")
    assert "第1节写了这些。" in kept(world, report)
    assert "恢复出来的，第1版" in writer.words(f"{page(report)}versions/")
    assert "改坏了。" in writer.html(f"{page(report)}versions/compare/?old=3&new=now")
    assert Event.objects.filter(verb="report.restored").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_version_and_for_three(
    number: int, django_assert_num_queries: Any
) -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    for place in range(number):
        save(writer, report, f"第{place}稿")
    writer.words(f"{page(report)}versions/")
    with django_assert_num_queries(9):
        writer.words(f"{page(report)}versions/")
