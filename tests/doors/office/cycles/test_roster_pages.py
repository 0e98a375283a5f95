from typing import Any

import pytest
from django_scopes import scopes_disabled

from pingyi.core.models import Event
from pingyi.review.cycles.models import Reporter
from tests.doors.office.cycles.conftest import Desk
from tests.factories.world import make_meeting, make_organisation, make_person, make_reporter, make_secretary


def test_the_head_counts_on_site_and_written(desk: Desk) -> None:
    text = desk.read("reporters/")
    assert (
        '现场 <b class="strong num">1</b> + 书面 <b class="strong num">1</b> = <b class="strong num">2</b>位'
        in text
    )
    assert "14:30" in text
    assert "至14:42" in text


def test_the_whole_table_is_saved_at_once(desk: Desk) -> None:
    first, second = desk.world.on_site, desk.world.written
    page = desk.send(
        "reporters/",
        **{
            f"mode-{first.pk}": "on_site",
            f"order-{first.pk}": "2",
            f"voted-{first.pk}": "on",
            f"mode-{second.pk}": "on_site",
            f"order-{second.pk}": "1",
            f"reason-{second.pk}": "部务会点名",
        },
    )
    assert "名册存好了，2位有变动" in page
    with scopes_disabled():
        rows = Reporter.objects.filter(cycle=desk.world.cycle).order_by("order")
        assert [(row.pk, row.mode, row.is_voted_on) for row in rows] == [
            (second.pk, "on_site", False),
            (first.pk, "on_site", True),
        ]
    assert "名册没有变动" in desk.send(
        "reporters/", **{f"mode-{first.pk}": "on_site", f"voted-{first.pk}": "on"}
    )


def test_a_speaking_number_typed_twice_is_told_at_the_row_and_kept(desk: Desk) -> None:
    first, second = desk.world.on_site, desk.world.written
    fields = {f"mode-{one.pk}": "on_site" for one in (first, second)} | {
        f"order-{one.pk}": "5" for one in (first, second)
    }
    fields[f"reason-{second.pk}"] = "部务会点名"
    page = desk.send("reporters/", **fields)
    assert "第5位填了2次" in page
    assert page.count('value="5"') == 2


def test_a_speaking_number_that_is_none_is_told_and_not_dropped(desk: Desk) -> None:
    first = desk.world.on_site
    page = desk.send("reporters/", **{f"mode-{first.pk}": "on_site", f"order-{first.pk}": "-3"})
    assert "“-3”不是0到999999的整数" in page
    assert 'value="-3"' in page


def test_moving_somebody_on_site_against_the_proposal_asks_why_as_the_page_of_turns_does(desk: Desk) -> None:
    second = desk.world.written
    fields = {f"mode-{second.pk}": "on_site", f"voted-{second.pk}": "on"}
    page = desk.send("reporters/", **fields)
    assert "和建议不同，请写一句理由" in page
    assert f'id="reason-why-{second.pk}"' in page
    second.refresh_from_db()
    assert second.mode == "written"
    page = desk.send("reporters/", **fields, **{f"reason-{second.pk}": " 部务会 点名 "})
    assert "名册存好了，1位有变动" in page
    assert 'value="部务会 点名"' in page
    assert 'value="部务会 点名"' in desk.read("reporters/turns/")
    with scopes_disabled():
        event = Event.objects.get(verb="roster.saved")
    assert event.payload.body["otherwise"] == [
        {"organisation": second.organisation_id, "mode": "on_site", "reason": "部务会 点名"}
    ]


def test_back_to_what_was_proposed_needs_no_reason_and_a_better_reason_is_kept(desk: Desk) -> None:
    second = desk.world.written
    on_site = {f"mode-{second.pk}": "on_site", f"voted-{second.pk}": "on"}
    desk.send("reporters/", **on_site, **{f"reason-{second.pk}": "部务会点名"})
    page = desk.send("reporters/", **on_site, **{f"reason-{second.pk}": "党委会点名"})
    assert 'value="党委会点名"' in page
    assert "的理由太长" in desk.send("reporters/", **on_site, **{f"reason-{second.pk}": "长" * 201})
    page = desk.send("reporters/", **{f"mode-{second.pk}": "written", f"voted-{second.pk}": "on"})
    assert "名册存好了，1位有变动" in page
    second.refresh_from_db()
    assert second.mode == "written"


def test_an_empty_roster_offers_to_propose_and_names_vacancies(desk: Desk) -> None:
    with scopes_disabled():
        Reporter.objects.all().delete()
    make_organisation(
        desk.world.institution, "体育部直属党支部", parent=desk.world.convenor, kind="direct_branch"
    )
    assert "提出名册，3个单位" in desk.read("reporters/")
    page = desk.send("reporters/propose/")
    assert "2位列进了名册，先都算书面。1个单位没有在任的书记" in page
    assert "体育部直属党支部" in page


def test_with_several_meetings_a_proposal_asks_which(desk: Desk) -> None:
    second = make_meeting(desk.world.cycle, name="第二场", sequence=2)
    make_secretary(make_organisation(desk.world.institution, "护理学院党委", parent=desk.world.convenor))
    assert "请选名册列在哪一场" in desk.send("reporters/propose/")
    assert "1位列进了名册" in desk.send("reporters/propose/", meeting=second.pk)
    reporter = desk.world.written
    desk.send("reporters/", **{f"mode-{reporter.pk}": "written", f"meeting-{reporter.pk}": second.pk})
    reporter.refresh_from_db()
    assert reporter.meeting_id == second.pk


def test_up_and_down_change_the_order(desk: Desk) -> None:
    other = make_reporter(desk.world.meeting, mode="on_site", order=3)
    desk.send(f"reporters/{other.pk}/move/", step="-1")
    with scopes_disabled():
        assert list(Reporter.objects.order_by("order").values_list("pk", flat=True)[:2]) == [
            other.pk,
            desk.world.on_site.pk,
        ]
    assert "先改成“现场”" in desk.send(f"reporters/{desk.world.written.pk}/move/", step="1")


def test_an_organisation_is_added_with_whoever_is_in_post(desk: Desk) -> None:
    nursing = make_organisation(desk.world.institution, "护理学院党委", parent=desk.world.convenor)
    person = make_secretary(nursing, "顾言蹊")
    form = desk.read(f"reporters/add/?organisation={nursing.pk}")
    assert 'value="顾言蹊（护理学院党委）"' in form
    fields = {
        "organisation": nursing.pk,
        "meeting": desk.world.meeting.pk,
        "person": "顾言蹊",
        "title_text": "党委书记",
    }
    assert "护理学院党委列进了名册" in desk.send("reporters/add/", **fields)
    with scopes_disabled():
        assert Reporter.objects.get(organisation=nursing).person == person
    assert "没有再加" in desk.send("reporters/add/", **fields)
    assert "请选是哪个党组织" in desk.send("reporters/add/", **{**fields, "organisation": "0"})


def test_another_person_reports_or_nobody(desk: Desk) -> None:
    reporter = desk.world.written
    make_person(desk.world.institution, "孔北辰", staff_number="3001")
    page = desk.send(f"reporters/{reporter.pk}/", person="3001", title_text="党委副书记", is_acting="on")
    assert "述职人存好了" in page
    assert "孔北辰　党委副书记（主持工作）" in page
    page = desk.send(f"reporters/{reporter.pk}/", person="", title_text="党委副书记")
    assert "还没有写是谁" in page
    assert "从名册撤下了" in desk.send(f"reporters/{reporter.pk}/remove/")
    assert "没有这一位" in desk.send(f"reporters/{reporter.pk}/remove/")


def test_the_form_of_one_reporter_is_for_clerks(desk: Desk) -> None:
    from tests.doors.office.people import browser_of
    from tests.factories.world import make_actor

    leader = browser_of(make_actor(desk.world.institution, "leader"))
    for path in (f"reporters/{desk.world.written.pk}/", "reporters/add/"):
        assert "经办人" in leader.get(f"{desk.address}/{path}").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_roster_costs_the_same_for_one_reporter_and_for_three(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    with scopes_disabled():
        Reporter.objects.all().delete()
    for order in range(count):
        make_reporter(desk.world.meeting, order=order + 1)
    with django_assert_num_queries(27):
        text = desk.read("reporters/")
    assert text.count('value="on_site"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_plan_costs_the_same_for_one_meeting_and_for_three(
    desk: Desk, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(1, count):
        make_meeting(desk.world.cycle, name=f"第{number + 1}场", sequence=number + 1, chair=desk.world.chair)
    with django_assert_num_queries(15):
        text = desk.read("plan/")
    assert f"{count}场会议" in text
