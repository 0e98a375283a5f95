"""The pages on which the clerk sets outlines and names examiners."""

from typing import Any

import pytest

from tests.doors.office.dutyreports.pages import (
    Visitor,
    begin_page,
    clerk,
    list_page,
    page,
    secretary,
    visitor,
)
from tests.doors.office.meetings.pages import main_of, words_of
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import make_actor, make_organisation, make_secretary

pytestmark = pytest.mark.django_db


def outlines(world: ReportWorld) -> str:
    return f"{list_page(world)}outlines/"


def row(number: int, heading: str, **fields: str) -> dict[str, str]:
    given = {"part": "duties", "guidance": "", "max": "", "code": "", "place": str(number), **fields}
    return {f"heading-{number}": heading, **{f"{name}-{number}": text for name, text in given.items()}}


def test_the_clerk_writes_an_outline_and_the_secretary_begins_with_it() -> None:
    world = make_report_world()
    sent = row(1, "后面一节", place="2", max="300") | row(2, "前面一节", place="1", guidance="写短。")
    sent |= row(3, "问题和原因", part="problems") | row(4, "")
    assert clerk(world).post(f"{outlines(world)}college/", **sent).startswith("学院的提纲存好了。")
    words = secretary(world).words(begin_page(world))
    assert "前面一节 写短。 后面一节 最多300字 问题和原因 篇幅少了会提醒" in words
    assert "字数：一个汉字、字母、数字、标点各算一字，空格和换行不算。" in words


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() -> None:
    world = make_report_world()
    sent = row(1, "党建", part="problems", max="三百") | row(2, "党建")
    html = main_of(clerk(world).answer(f"{outlines(world)}college/", sent))
    assert 'id="max-1-why">写1到50,000之间的整数，不限就空着。' in html
    assert 'value="三百"' in html


def test_a_sample_says_where_it_was_seen_and_is_taken_with_one_press() -> None:
    world = make_report_world()
    office = clerk(world)
    assert "五个到位 正在用" in office.words(f"{outlines(world)}college/")
    told = office.post(f"{outlines(world)}college/sample/", sample="seven_strengths")
    assert told.startswith("学院的提纲存好了。")
    assert "用的是“七个有力”。常见：" in office.words(outlines(world))


def test_what_happens_to_reports_that_were_begun_is_said_beforehand() -> None:
    world = make_report_world()
    world.begin()
    words = clerk(world).words(f"{outlines(world)}college/")
    assert "已经开始写的1份：写好的一个字也不丢，保留原来的节和小标题" in words
    sent = row(1, "问题", part="problems")
    assert "正在写的1份报告末尾加上了新的节" in clerk(world).post(f"{outlines(world)}college/", **sent)


@pytest.mark.parametrize("role", ["secretary", "counter", "examiner"])
def test_only_clerk_and_leader_see_outlines(role: str) -> None:
    world = make_report_world()
    guest = secretary(world) if role == "secretary" else visitor(world, role)
    assert "经办人定，领导看" in guest.answer(outlines(world)).content.decode()
    assert "这里只能看" in visitor(world, "leader").words(f"{outlines(world)}college/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_outlines_cost_the_same_for_one_report_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    world = make_report_world(reporters=count)
    for place in range(count):
        world.begin(place)
    office = clerk(world)
    with django_assert_num_queries(10):
        words = office.words(outlines(world))
    assert f"{count}份已经开始写" in words


def levels_world() -> ReportWorld:
    return make_report_world(settings={"report_levels": "本单位、组织部门"})


def test_an_examiner_is_named_finds_her_report_and_passes_it_on() -> None:
    world = levels_world()
    report, office = world.hand_in(), clerk(world)
    actor = make_actor(world.institution, "examiner")
    form = {
        "level": "本单位",
        "account": str(actor.account_id),
        "organisation": str(world.reporters[0].organisation_id),
    }
    named = office.post(f"{list_page(world)}examiners/", **form)
    assert "本单位 有人审的单位 1 / 1 个" in named
    assert "1份在前几级审，还没到经办人" in office.words(list_page(world))
    examiner = Visitor(world, actor)
    assert "审护理学院党委的报告，1份等您审" in examiner.words("examine/")
    assert "审这份报告，第1 / 2级" in examiner.words(page(report))
    told = examiner.post(f"{page(report)}accept/", version=str(report.version), level="0")
    assert told.startswith("护理学院党委的报告这一级通过了，到下一级。")
    assert "没有等您审的" in told
    assert "审护理学院党委的报告，1份等着审" in office.words(list_page(world))
    assert "通过 第1稿，本单位" in office.words(page(report))


def test_an_examiner_reads_only_what_she_is_named_for() -> None:
    world = levels_world()
    stranger = visitor(world, "examiner")
    report = world.hand_in()
    assert stranger.answer(page(report)).status_code == 403
    assert stranger.words("examine/").startswith("等我审的报告")


def test_naming_the_secretary_for_her_own_organisation_is_refused_at_the_field() -> None:
    world = levels_world()
    own = world.secretary()
    form = {
        "level": "本单位",
        "account": str(own.account_id),
        "organisation": str(world.reporters[0].organisation_id),
    }
    answer = clerk(world).answer(f"{list_page(world)}examiners/", form)
    assert "不能审自己单位的报告。请指定别人。" in words_of(main_of(answer))


def test_with_one_level_nobody_needs_to_be_named() -> None:
    world = make_report_world()
    assert "由经办人审，不用指定" in clerk(world).words(f"{list_page(world)}examiners/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_examiners_cost_the_same_for_one_reporter_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    world = make_report_world(reporters=count, settings={"report_levels": "本单位、联系部门、组织部门"})
    make_secretary(make_organisation(world.institution))
    office = clerk(world)
    with django_assert_num_queries(11):
        words = office.words(f"{list_page(world)}examiners/")
    assert f"有人审的单位 0 / {count} 个" in words
