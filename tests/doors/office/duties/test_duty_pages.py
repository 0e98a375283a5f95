"""Responsibility lists at the office door: from the empty year to an entry that was confirmed."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django_scopes import scope

from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.services import ActivityContent, record_activity
from pingyi.organisations.actor import Actor
from pingyi.review.duties.models import DutyMeasure
from tests.documents.render.reading import read_excel, read_word
from tests.doors.office.meetings.pages import main_of, words_of
from tests.doors.office.people import browser_of
from tests.factories.duties import (
    DUE,
    INTEGRITY,
    LATER,
    PROJECT,
    Year,
    begun,
    duty_of,
    issued,
    make_year,
    project_of,
    reported,
    rows_of,
    year_of,
)
from tests.factories.rectification import make_office, planned
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db
COMMITTEE = "orglife.committee.done"


@pytest.fixture(autouse=True)
def _the_day_after(monkeypatch: Any, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text(LATER.isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


class Person:
    """Somebody at the office door."""

    def __init__(self, actor: Actor) -> None:
        self.client: Client = browser_of(actor)

    def reads(self, path: str, status: int = 200) -> str:
        answer = self.client.get(f"/office/{path}")
        assert answer.status_code == status, words_of(main_of(answer))
        return words_of(main_of(answer))

    def sends(self, path: str, **fields: Any) -> str:
        """Posts and reads the page that comes."""
        return words_of(main_of(self.client.post(f"/office/{path}", fields, follow=True)))


def whole_rows(**fields: str) -> dict[str, str]:
    return {
        "text-1": INTEGRITY,
        "part-1": "duty",
        "strand-1": "integrity",
        "due-1": DUE.isoformat(),
        "responsible-1": "张明",
        "text-2": PROJECT,
        "part-2": "project",
        "strand-2": "party_building",
        "due-2": DUE.isoformat(),
        "responsible-2": "张明",
        "text-3": "",
        **fields,
    }


def board(year: Year) -> str:
    return f"cycles/{year.cycle.pk}/duties/"


def test_an_empty_year_teaches_and_begins_with_one_button() -> None:
    year = make_year(units=2)
    clerk = Person(year.clerk)
    empty = clerk.reads(board(year))
    assert "今年的责任清单还没有列" in empty
    assert "给2位书记各列一张清单" in empty
    assert "还是样本，照本单位的改" in empty
    laid = clerk.sends(f"{board(year)}begin/")
    assert "印发 0 / 2 张" in laid
    assert "草稿，8条没写齐" in laid


def test_the_template_is_the_institutions_own() -> None:
    year = make_year()
    clerk = Person(year.clerk)
    page = f"{board(year)}template/secretary/"
    assert "没有一条是全国规定" in clerk.reads(page)
    faulty = clerk.sends(page, **whole_rows(**{"strand-2": "integrity", "due-1": "明年"}))
    assert "“明年”不是日期" in faulty
    assert "年度项目分党建" in clerk.sends(page, **whole_rows(**{"strand-2": "integrity"}))
    assert "模板存好了，2条" in clerk.sends(page, **whole_rows())
    assert "本年度写的" in clerk.reads(board(year))
    clerk.reads(f"{board(year)}template/nobody/", status=404)


def test_a_list_is_written_issued_and_read_by_its_secretary() -> None:
    year = make_year()
    duty_list = begun(year)
    clerk, secretary = Person(year.clerk), Person(year.secretary)
    page = f"duties/{duty_list.pk}/"
    secretary.reads(page, status=403)
    assert "清单印发以后在这里" in secretary.reads("mine/duties/")
    told = clerk.sends(f"{page}edit/", version=1, **whole_rows(**{"responsible-2": "没有这个人"}))
    assert "没有找到“没有这个人”" in told
    assert PROJECT in told
    assert "写齐了，可以印发" in clerk.sends(f"{page}edit/", version=1, **whole_rows())
    assert "印发了，单位看得到" in clerk.sends(f"{page}issue/")
    assert f"廉洁 {INTEGRITY}" in secretary.reads("mine/duties/")
    own = secretary.reads(page)
    assert "办结 0 / 2" in own
    assert "思想政治 没有列项目。" in own
    assert "改清单" not in own


def test_what_was_overtaken_by_a_colleague_is_not_saved_and_stays_on_the_page() -> None:
    year = make_year()
    duty_list = begun(year)
    page = f"duties/{duty_list.pk}/edit/"
    Person(year.other_clerk).sends(page, version=1, **whole_rows())
    told = Person(year.clerk).sends(page, version=1, **whole_rows(**{"text-1": "我写的这一条"}))
    assert "别人改过这张清单" in told
    assert "我写的这一条" in told


def test_changing_a_list_in_force_asks_why_and_shows_it_at_the_entry() -> None:
    year = make_year()
    duty_list = issued(year)
    clerk = Person(year.clerk)
    rows = whole_rows(**{f"item-{n}": str(one.pk) for n, one in enumerate(year.items(), start=1)})
    changed = {**rows, "due-1": "2026-12-15", "version": "2"}
    assert "写明为什么改" in clerk.sends(f"duties/{duty_list.pk}/edit/", **changed)
    clerk.sends(f"duties/{duty_list.pk}/edit/", reason="检查推迟了。", **changed)
    story = Person(year.secretary).reads(f"duties/items/{duty_of(year).pk}/")
    assert "原来的期限是2026-11-30。检查推迟了。" in story
    gone = {**changed, "version": "3", "text-2": "", "reason": "学校统一建。"}
    assert f"撤下的 {PROJECT} 学校统一建。" in clerk.sends(f"duties/{duty_list.pk}/edit/", **gone)


def test_a_duty_is_reported_on_the_phone_and_confirmed_by_the_clerk() -> None:
    year = make_year()
    issued(year)
    secretary, clerk = Person(year.secretary), Person(year.clerk)
    page = f"duties/items/{duty_of(year).pk}/"
    assert "写明做了什么" in secretary.sends(f"{page}report/", report=" ")
    assert "在今天以后" in secretary.sends(f"{page}report/", report="报告了3件。", done_on="2026-12-01")
    assert "进展记下了" in secretary.sends(f"{page}progress/", progress="报告了1件。")
    assert "等组织部门核对" in secretary.sends(f"{page}report/", report="报告了3件。", done_on="2026-01-18")
    assert "核对1条报了办结的" in clerk.reads(board(year))
    assert "2026年1月18日做成" in clerk.reads(page)
    assert "退回的理由： 还差一件。" in clerk.sends(f"{page}return/", reason="还差一件。")
    reported(year)
    assert "核对过，办结了" in clerk.sends(f"{page}confirm/")
    assert "办结 1 / 2" in clerk.reads(f"duties/{duty_of(year).duty_list_id}/")


def test_a_project_walks_and_a_stage_is_taken_back() -> None:
    year = make_year()
    issued(year)
    secretary = Person(year.secretary)
    page = f"duties/items/{project_of(year).pk}/"
    assert "现在轮到谋划" in secretary.reads(page)
    assert "一步也不能跳" in secretary.sends(f"{page}stage/", stage="3", stage_text="排好了日程。")
    walked = secretary.sends(f"{page}stage/", stage="1", stage_text="调研了四个支部。")
    assert "现在轮到规划" in walked
    assert "1 / 4" in walked
    assert "撤回谋划 报早了。" in Person(year.clerk).sends(f"{page}stage-back/", back_reason="报早了。")


def test_tasks_hang_on_an_entry_and_are_counted_of_all() -> None:
    office = make_office()
    year = year_of(office)
    issued(year)
    task = planned(office)
    page = f"duties/items/{duty_of(year).pk}/"
    told = Person(year.secretary).sends(f"{page}tasks/", tasks=[task.pk])
    assert "销号 0 / 1 ，没有销号 1 / 1 ，逾期 0 / 1" in told
    assert "先办完挂着的整改任务，销号0 / 1" in told
    assert "整改任务销号 0 / 1" in Person(year.clerk).reads(f"duties/{duty_of(year).duty_list_id}/")


def test_tasks_that_could_hang_on_an_entry_are_not_called_hanging_and_choosing_none_says_so() -> None:
    office = make_office()
    year = year_of(office)
    issued(year)
    planned(office)
    page = f"duties/items/{duty_of(year).pk}/"
    secretary = Person(year.secretary)
    assert "可以挂的整改任务 挂着 0 / 1" in secretary.reads(page)
    assert "挂着的整改任务" in Person(make_actor(year.institution, "leader")).reads(page)
    assert "一项任务也没有选，这一条不挂任务。" in secretary.sends(f"{page}tasks/")
    assert "一个数也没有选，这一条不列台账里的数。" in secretary.sends(f"{page}numbers/")


def test_two_numbers_of_one_ledger_are_told_apart_by_what_they_count(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("2026-07-06T10:00:00+08:00")
    year = make_year()
    issued(year)
    meeting_of_a_branch(year)
    content = ActivityContent(kind=Kind.SECRETARIES, happened_on=date(2026, 1, 12), topic="布置工作")
    with scope(institution=year.institution):
        record = record_activity(
            actor=year.secretary, now=LATER, organisation=year.organisation, content=content
        )
        file_record(actor=year.secretary, now=LATER, record=record)
    told = Person(year.secretary).reads(f"duties/items/{duty_of(year).pk}/")
    source = r"组织生活台账：[^ ]+ "
    assert re.search(f"支部书记例会，按季 {source}1 / 2", told)
    assert re.search(f"支部书记例会 {source}1次", told), "a mere count does not stand bare under done and due"


def test_numbers_of_the_ledgers_stand_beside_the_entry_that_they_tell_of(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("2026-07-06T10:00:00+08:00")
    year = make_year()
    issued(year)
    page = f"duties/items/{duty_of(year).pk}/"
    secretary, leader = Person(year.secretary), Person(make_actor(year.institution, "leader"))
    meeting_of_a_branch(year)
    assert "组织生活台账：支委会" in secretary.reads(page)
    assert "台账里的数" not in leader.reads(page)
    told = secretary.sends(f"{page}numbers/", measures=[COMMITTEE])
    assert "选好了，共1个数" in told
    assert "支委会，按月 组织生活台账：支委会，2026-01-01到2026-07-06 1 / 6" in leader.reads(page)
    assert "不是这个单位台账里的" in secretary.sends(f"{page}numbers/", measures=["orglife.nothing.done"])


def test_a_ledger_that_nobody_kept_is_no_nought_beside_an_entry() -> None:
    year = make_year()
    issued(year)
    page = f"duties/items/{duty_of(year).pk}/"
    secretary = Person(year.secretary)
    make_organisation(year.institution, "第一党支部", parent=year.organisation, kind="branch")
    told = secretary.reads(page)
    assert "这一年的台账还没有记，没有数可看" in told
    assert "支委会" not in told
    assert "不是这个单位台账里的" in secretary.sends(f"{page}numbers/", measures=[COMMITTEE])
    with scope(institution=year.institution):
        # Carried over from a year in which the ledger was kept.
        DutyMeasure.objects.create(institution=year.institution, item=duty_of(year), measure=COMMITTEE)
    assert "支委会，按月 没有台账" in secretary.reads(page)
    assert "支委会，按月 没有台账" in Person(make_actor(year.institution, "leader")).reads(page)


def meeting_of_a_branch(year: Year) -> None:
    """One committee meeting in January, in the ledger of the only branch."""
    branch = make_organisation(year.institution, "第一党支部", parent=year.organisation, kind="branch")
    writer = make_actor(year.institution, "secretary", organisation=branch)
    content = ActivityContent(kind=Kind.COMMITTEE, happened_on=date(2026, 1, 12), topic="研究发展党员")
    with scope(institution=year.institution):
        record = record_activity(actor=writer, now=LATER, organisation=branch, content=content)
        file_record(actor=writer, now=LATER, record=record)


def test_a_draft_is_discarded_and_a_list_in_force_is_not() -> None:
    year = make_year()
    clerk = Person(year.clerk)
    assert "草稿撤掉了" in clerk.sends(f"duties/{begun(year).pk}/discard/")
    duty_list = issued(year)
    assert "不能撤掉" in clerk.sends(f"duties/{duty_list.pk}/discard/")
    assert "书记没有变" in clerk.sends(f"duties/{duty_list.pk}/hand-over/")


@pytest.mark.parametrize("path", ["", "edit/", "file/docx/", "file/xlsx/"])
def test_a_secretary_of_another_unit_sees_nothing_of_a_list(path: str) -> None:
    year = make_year()
    duty_list = issued(year)
    stranger = Person(make_actor(year.institution, "secretary", organisation=year.convenor))
    stranger.reads(f"duties/{duty_list.pk}/{path}", status=403)
    stranger.reads(f"duties/items/{duty_of(year).pk}/", status=403)
    stranger.reads(board(year), status=403)


def test_a_list_is_a_word_file_in_official_layout_and_a_workbook() -> None:
    year = make_year()
    duty_list = issued(year)
    reported(year)
    client = Person(year.clerk).client
    word = read_word(client.get(f"/office/duties/{duty_list.pk}/file/docx/").content)
    text = "".join(one.text for one in word.paragraphs)
    assert "护理学院党委第一责任人2026年度责任清单" in text
    assert "第一责任人：张明" in text
    assert "办结：0 / 2（截至2026年1月19日）" in text
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert {INTEGRITY, PROJECT, "谋划", "实施", "报了办结，等核对，2026年1月19日做成"} <= set(cells)
    one = read_excel(client.get(f"/office/duties/{duty_list.pk}/file/xlsx/").content)
    everything = read_excel(client.get(f"/office/{board(year)}file/").content)
    for book in (one, everything):
        assert book.sheetnames == ["责任事项", "年度项目"]
        assert INTEGRITY in [cell.value for row in book["责任事项"].iter_rows() for cell in row]
    assert client.get(f"/office/duties/{duty_list.pk}/file/pdf/").status_code == 404


@pytest.mark.parametrize("units", [1, 3])
def test_the_list_of_lists_asks_as_often_for_one_as_for_three(
    units: int, django_assert_num_queries: Any
) -> None:
    year = make_year(units)
    issued(year)
    client = Person(year.clerk).client
    client.get(f"/office/{board(year)}")
    with django_assert_num_queries(17):
        client.get(f"/office/{board(year)}")


@pytest.mark.parametrize("entries", [1, 3])
def test_own_lists_ask_as_often_for_one_entry_as_for_three(
    entries: int, django_assert_num_queries: Any
) -> None:
    year = make_year()
    issued(year, rows=[replace(rows_of(year)[0], text=f"第{n}件事") for n in range(entries)])
    client = Person(year.secretary).client
    client.get("/office/mine/duties/")
    with django_assert_num_queries(10):
        client.get("/office/mine/duties/")
