import pytest
from django_scopes import scopes_disabled

from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.models import DutyReport
from tests.doors.office.dutyreports.pages import begin_page, clerk, page, secretary, visitor
from tests.factories.reports import make_report_world

pytestmark = pytest.mark.django_db


def test_the_page_says_what_will_be_asked_and_until_when() -> None:
    world = make_report_world(problems=2)
    words = secretary(world).words(begin_page(world))
    assert "开始写述职报告，1月8日（周四）14:30截止，还有3天" in words
    assert "党组织领导和运行机制" in words
    assert "2个，逐条回答" in words
    assert "2024年度第2个 支部生活不经常2" in words


def test_the_button_begins_the_report_once_however_often_it_is_pressed() -> None:
    world = make_report_world()
    writer = secretary(world)
    first, again = writer.answer(begin_page(world), {}), writer.answer(begin_page(world), {})
    assert first["Location"] == again["Location"]
    with scopes_disabled():
        report = DutyReport.objects.get()
    assert first["Location"] == f"/office/{page(report)}"


def test_a_begun_report_is_where_the_page_leads() -> None:
    world = make_report_world()
    report = world.begin()
    for person in (secretary(world), clerk(world)):
        assert person.answer(begin_page(world))["Location"] == f"/office/{page(report)}"


def test_the_own_page_leads_here_and_then_to_the_report() -> None:
    world = make_report_world()
    writer = secretary(world)
    assert f'href="/office/{begin_page(world)}"' in writer.html("mine/")
    report = world.begin()
    assert f'href="/office/{page(report)}"' in writer.html("mine/")


def test_before_the_plan_is_frozen_there_is_no_button() -> None:
    world = make_report_world(state="draft", fingerprint="", frozen_at=None, frozen_by_id=None)
    writer = secretary(world)
    assert "等经办人封存方案" in writer.words(begin_page(world))
    assert "<form" not in writer.html(begin_page(world))
    refused = writer.answer(begin_page(world), {})
    assert "方案没有封存" in refused.content.decode()
    with scopes_disabled():
        assert not DutyReport.objects.exists()
        assert Cycle.objects.get(pk=world.cycle.pk).state == "draft"


@pytest.mark.parametrize("role", ["clerk", "leader"])
def test_who_may_read_waits_for_the_secretary(role: str) -> None:
    world = make_report_world()
    reader = visitor(world, role)
    assert f"等{world.reporters[0].person.name}开始写" in reader.words(begin_page(world))
    assert "<form" not in reader.html(begin_page(world))
    assert reader.answer(begin_page(world), {}).status_code == 403
    with scopes_disabled():
        assert not DutyReport.objects.exists()


def test_others_are_sent_away() -> None:
    world = make_report_world(reporters=2)
    for person in (visitor(world, "counter"), visitor(world, "scrutineer"), secretary(world, 1)):
        assert "这一页是述职书记本人用的" in person.answer(begin_page(world)).content.decode()
    assert "名册上没有这一位" in clerk(world).answer("reporters/999999/report/").content.decode()
    assert "名册上没有这一位" in clerk(make_report_world()).answer(begin_page(world)).content.decode()
