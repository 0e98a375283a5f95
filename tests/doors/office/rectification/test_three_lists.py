"""The three lists on the screen and as files; plans approved from the list."""

import io
from typing import Any

import pytest
from django_scopes import scope
from docx import Document as WordDocument
from openpyxl import load_workbook

from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.services import raise_problem
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import Office, closed, make_office, planned, proposed
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def lists_of(office: Office) -> str:
    return f"cycles/{office.cycle.pk}/lists/"


def other_problem(office: Office) -> ProblemItem:
    with scope(institution=office.institution):
        return raise_problem(
            actor=office.clerk,
            now=NOW,
            cycle=office.cycle,
            organisation=office.hall.reporters[1].organisation,
            text="换届逾期。",
            source=ProblemItem.Source.INSPECTION,
        )


def test_each_list_shows_its_own_and_a_secretary_only_hers() -> None:
    office = make_office()
    closed(office)
    other_problem(office)
    clerk = Desk(office)
    words = clerk.words(lists_of(office))
    assert "问题 2 个" in words
    assert "支部书记空缺，没有人牵头。" in words
    assert "换届逾期。" in words
    assert "党委办公室 2026年1月16日 2026年6月30日 计划已批准" in clerk.words(
        f"{lists_of(office)}?list=responsibility"
    )
    assert "支部党员大会记录 组织科 林 2026年1月17日" in clerk.words(f"{lists_of(office)}?list=tasks")
    own = Desk(office, actor=office.secretary).words(lists_of(office))
    assert "换届逾期。" not in own
    assert "问题 1 个" in own
    chosen = clerk.words(f"{lists_of(office)}?organisation={office.hall.reporters[1].organisation_id}")
    assert "换届逾期。" in chosen
    assert "组织生活不正常。" not in chosen


def test_the_lists_are_handed_out_as_word_and_excel() -> None:
    office = make_office()
    planned(office)
    desk = Desk(office)
    word = WordDocument(io.BytesIO(desk.answer(f"{lists_of(office)}responsibility.docx").content))
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells][3:5] == ["责任领导", "责任部门"]
    assert table.rows[1].cells[4].text == "党委办公室"
    book = load_workbook(io.BytesIO(desk.answer(f"{lists_of(office)}lists.xlsx").content))
    assert book.sheetnames == ["问题清单", "责任清单", "任务清单"]
    assert desk.answer(f"{lists_of(office)}secret.docx").status_code == 404
    assert Desk(office, "counter").answer(f"{lists_of(office)}lists.xlsx").status_code == 403
    own = f"{lists_of(office)}lists.xlsx?organisation={office.hall.reporters[1].organisation_id}"
    rows = load_workbook(io.BytesIO(Desk(office, actor=office.secretary).answer(own).content))["问题清单"]
    assert all("组织生活" not in str(cell.value) for row in rows for cell in row)


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_cost_the_same_for_one_task_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office()
    for number in range(count):
        planned(office, measures=[f"第{number}项。"])
    desk = Desk(office)
    with django_assert_num_queries(15):
        desk.html(f"{lists_of(office)}?list=tasks")


def test_plans_are_approved_from_the_list_and_returned_on_their_page() -> None:
    office = make_office()
    first, second = proposed(office), proposed(office, measures=["另一项。"])
    clerk = Desk(office)
    tasks = f"cycles/{office.cycle.pk}/tasks/"
    assert "批准2份整改计划" in clerk.words(tasks)
    assert f'name="tasks" value="{first.pk}"' in clerk.html(f"{tasks}?show=proposed")
    assert "还没有选计划" in clerk.refused(f"cycles/{office.cycle.pk}/plans/approve/")
    words = clerk.post(f"cycles/{office.cycle.pk}/plans/approve/", tasks=[first.pk])
    assert words.startswith("批准了1份计划，单位照着办。")
    assert "写明计划要改什么" in clerk.refused(f"tasks/{second.pk}/plan/return/", reason="")
    assert "等护理学院党委改计划" in clerk.post(f"tasks/{second.pk}/plan/return/", reason="措施太空。")
    secretary = Desk(office, actor=office.secretary)
    assert "计划退回的理由： 措施太空。" in secretary.words(f"tasks/{second.pk}/")
    secretary.post(
        f"tasks/{second.pk}/change/",
        measures="写实的措施。",
        responsible=office.person.name,
        department="党委办公室",
        due_days="20",
        version="1",
    )
    assert "等组织部门批准计划" in secretary.words(f"tasks/{second.pk}/")
    assert clerk.post(f"tasks/{second.pk}/plan/approve/").startswith("计划批准了")
    with scope(institution=office.institution):
        assert Task.objects.get(pk=second.pk).plan_state == "approved"
