from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer
from pingyi.review.meetings.models import CommentSentence
from pingyi.review.rectification.models import ProblemItem, Task
from tests.doors.office.rectification.pages import Desk
from tests.factories.rectification import (
    Office,
    closed,
    contested,
    end_meeting,
    make_office,
    planned,
    proposed,
    submitted,
)
from tests.factories.world import NOW, make_actor, make_cycle, make_meeting, make_person, make_reporter

pytestmark = pytest.mark.django_db


def list_of(office: Office) -> str:
    return f"cycles/{office.cycle.pk}/problems/"


def page_of(office: Office, place: int = 0) -> str:
    return f"problems/{office.problems()[place].pk}/"


def state(office: Office) -> str:
    return str(office.problems()[0].state)


def test_the_list_names_organisations_counts_and_the_next_step() -> None:
    office = make_office(["组织生活不正常。", "换届逾期四个月。"])
    closed(office, 1)
    words = Desk(office).words(list_of(office))
    assert "认领 1 / 2 ，已销号 1 / 2" in words
    assert "等认领，还有1 / 2个 散会后8个工作日内，由各单位书记认领" in words
    assert "护理学院党委" in words
    assert "组织生活不正常。 2025-001 点评" in words
    assert "1月28日前认领" in words


def test_the_list_can_be_narrowed_and_says_when_nothing_fits() -> None:
    office = make_office(["一问题。", "二问题。"])
    submitted(office)
    clerk = Desk(office)
    words = clerk.words(f"{list_of(office)}?show=check")
    assert "一问题。" in words
    assert "二问题。" not in words
    assert "复核1个问题的整改任务" in words
    assert "没有这样的问题" in clerk.words(f"{list_of(office)}?tag=weak_link")


def test_an_empty_list_teaches() -> None:
    office = make_office()
    with scope(institution=office.institution):
        CommentSentence.objects.all().delete()
        ProblemItem.objects.all().delete()
    words = Desk(office).words(list_of(office))
    assert "还没有问题 点评时归到“问题”的每一句，会变成这里的一行" in words


def test_a_clerk_puts_a_problem_of_an_inspection_on_the_list_and_takes_it_back() -> None:
    office = make_office()
    clerk = Desk(office)
    organisation = office.hall.reporters[1].organisation
    words = clerk.post(
        f"{list_of(office)}add/",
        organisation=organisation.pk,
        text="党费收缴不及时。",
        source="inspection",
        source_note="12月抽查",
        tags=["key_area"],
    )
    assert words.startswith("列进问题清单了，等单位认领。")
    row = office.problems()[1]
    assert (row.organisation, row.source, row.source_note, row.tags) == (
        organisation,
        "inspection",
        "12月抽查",
        ["key_area"],
    )
    assert clerk.post(f"{page_of(office, 1)}reword/", text="党费迟缴。", tags=[]).startswith("改好了。")
    assert office.problems()[1].text == "党费迟缴。"
    assert clerk.post(f"{page_of(office, 1)}retract/").startswith("2号问题撤下了。")
    assert len(office.problems()) == 1


def test_a_problem_without_words_is_refused_and_the_rest_kept() -> None:
    office = make_office()
    page = Desk(office).refused(
        f"{list_of(office)}add/",
        organisation=office.organisation.pk,
        text="",
        source="self_found",
        source_note="自查报告",
        tags=["weak_link"],
    )
    assert "问题没有写内容" in page
    assert 'value="自查报告"' in page
    assert 'value="weak_link" checked' in page


def test_a_secretary_claims_and_plans_the_first_task() -> None:
    office = make_office()
    secretary = Desk(office, actor=office.secretary)
    assert "认领这个问题，1月28日前" in secretary.words(page_of(office))
    words = secretary.post(f"{page_of(office)}claim/")
    assert words.startswith("认领了。接着列任务：措施、责任人、期限。")
    assert "列任务，1月28日前" in words
    secretary.post(f"{page_of(office)}claim/")
    words = secretary.post(
        f"{page_of(office)}tasks/",
        measures="1. 补选支部书记。\n2. 每月支委会。",
        responsible=office.person.name,
        due_on="2026-06-30",
        department="党委办公室",
        cause="支部书记空缺。",
    )
    assert words.startswith("任务列上了，报组织部门批准。")
    assert "补选支部书记。 每月支委会。" in words
    assert "等组织部门批准计划" in words
    assert state(office) == "in_progress"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"measures": " "}, "还没有写措施"),
        ({"responsible": "查无此人"}, "的人员里没有“查无此人”"),
        ({"responsible": ""}, "还没有写责任领导"),
        ({"due_on": ""}, "还没有填期限"),
        ({"due_on": "明年"}, "“明年”不是日期"),
        ({"due_on": "2026-01-01"}, "已经过了"),
    ],
)
def test_a_refused_task_says_why_at_its_field_and_keeps_the_input(fields: dict[str, str], words: str) -> None:
    office = make_office()
    secretary = Desk(office, actor=office.secretary)
    secretary.post(f"{page_of(office)}claim/")
    sent = {
        "measures": "补选。",
        "responsible": office.person.name,
        "due_on": "2026-06-30",
        "department": "党委办公室",
        "cause": "支部书记空缺。",
        **fields,
    }
    page = secretary.refused(f"{page_of(office)}tasks/", **sent)
    assert words in page
    assert "aria-invalid" in page
    for value in (sent["measures"].strip(), sent["responsible"]):
        assert value in page
    with scope(institution=office.institution):
        assert Task.objects.count() == 0


def test_the_period_of_the_cycle_is_offered_as_deadline() -> None:
    office = make_office(settings={"rectification_months": 6})
    secretary = Desk(office, actor=office.secretary)
    secretary.post(f"{page_of(office)}claim/")
    page = secretary.html(page_of(office))
    assert 'value="2026-07-16"' in page
    assert "整改期限6个月，最晚2026年7月16日。" in page


def test_two_people_of_one_name_are_told_apart_by_staff_number() -> None:
    office = make_office()
    for number in ("1001", "1002"):
        make_person(office.institution, "林一", organisation=office.organisation, staff_number=number)
    secretary = Desk(office, actor=office.secretary)
    secretary.post(f"{page_of(office)}claim/")
    sent = {
        "measures": "补选。",
        "due_on": "2026-06-30",
        "department": "党委办公室",
        "cause": "支部书记空缺。",
    }
    page = secretary.refused(f"{page_of(office)}tasks/", responsible="林一", **sent)
    assert "叫“林一”的有2人" in page
    secretary.post(f"{page_of(office)}tasks/", responsible="林一（1002）", **sent)
    with scope(institution=office.institution):
        assert Task.objects.get().responsible.staff_number == "1002"


def test_a_contest_waits_for_the_ruling_and_may_be_taken_back() -> None:
    office = make_office()
    secretary = Desk(office, actor=office.secretary)
    page = secretary.refused(f"{page_of(office)}contest/", reason=" ")
    assert "写明为什么不是本单位的问题" in page
    words = secretary.post(f"{page_of(office)}contest/", reason="归附属医院管。")
    assert words.startswith("说明交给组织部门了，等他们定。")
    assert "归附属医院管。" in words
    assert "等组织部门定" in words
    secretary.post(f"{page_of(office)}claim/")
    assert state(office) == "claimed"


@pytest.mark.parametrize(("decision", "then"), [("stands", "claimed"), ("withdrawn", "withdrawn")])
def test_a_clerk_or_leader_decides_with_a_reason(decision: str, then: str) -> None:
    office = make_office()
    contested(office)
    clerk, leader = Desk(office), Desk(office, "leader")
    assert "定1个单位的说明" in clerk.words(list_of(office))
    assert "定这个问题算不算护理学院党委的" in leader.words(page_of(office))
    assert "选采纳还是不采纳" in clerk.refused(f"{page_of(office)}rule/", reason="看过了。")
    page = clerk.refused(f"{page_of(office)}rule/", decision=decision, reason="")
    assert "写明这样定的理由" in page
    leader.post(f"{page_of(office)}rule/", decision=decision, reason="看过材料。")
    assert state(office) == then
    assert "看过材料。" in Desk(office, actor=office.secretary).words(page_of(office))


def test_the_page_says_where_the_problem_came_from_and_what_happened() -> None:
    office = make_office()
    planned(office)
    words = Desk(office, "leader").words(page_of(office))
    assert "从哪里来 组织生活不正常。" in words
    assert "2025年度述职评议会，点评第1句" in words
    assert "认领 2026年1月16日 14:30" in words
    assert "第1项：列了任务 补选支部书记；每月第二周开支委会。责任领导" in words


def test_answers_of_later_reports_are_shown_once_they_are_handed_in() -> None:
    office = make_office()
    meeting = make_meeting(make_cycle(office.institution, office.cycle.convenor, year=2026))
    reporter = make_reporter(meeting, office.organisation, person=office.person)
    with scope(institution=office.institution):
        report = DutyReport.objects.create(institution=office.institution, reporter=reporter)
        ProblemAnswer.objects.create(
            institution=office.institution,
            report=report,
            problem=office.problems()[0],
            text="去年的问题已经整改。",
        )
        clerk = Desk(office)
        assert "去年的问题已经整改。" not in clerk.words(page_of(office))
        DutyReport.objects.update(
            state="submitted",
            rounds=1,
            first_submitted_at=NOW,
            submitted_at=NOW,
            submitted_by=office.secretary.account_id,
        )
    assert "2026年度述职报告里的回答 去年的问题已经整改。" in clerk.words(page_of(office))


def test_before_the_comment_is_final_and_the_meeting_over_the_secretary_is_told_nothing() -> None:
    office = make_office(is_told=False)
    secretary = Desk(office, actor=office.secretary)
    assert secretary.answer(page_of(office)).status_code == 404
    assert "组织生活不正常" not in secretary.words(list_of(office))
    assert "组织生活不正常" in Desk(office).words(list_of(office))
    end_meeting(office.hall)
    assert secretary.answer(page_of(office)).status_code == 404
    assert secretary.answer(f"{page_of(office)}claim/", {}).status_code == 404
    assert "组织生活不正常" not in secretary.words("mine/")


def test_a_problem_struck_off_by_hand() -> None:
    office = make_office()
    task = proposed(office)
    closed(office, 0, measures=["别的。"])
    Desk(office, actor=office.secretary).post(f"tasks/{task.pk}/withdraw/")
    clerk = Desk(office)
    assert "任务都销号了，给问题销号" in clerk.words(page_of(office))
    assert clerk.post(f"{page_of(office)}close/").startswith("问题销号了。")
    assert "已经销号，1月20日" in clerk.words(page_of(office))


@pytest.mark.parametrize(
    ("role", "status"),
    [("clerk", 200), ("leader", 200), ("scrutineer", 403), ("counter", 403)],
)
def test_who_reads_the_lists_and_the_page(role: str, status: int) -> None:
    office = make_office()
    desk = Desk(office, role)
    for path in (list_of(office), f"cycles/{office.cycle.pk}/tasks/", page_of(office)):
        assert desk.answer(path).status_code == status


def test_a_secretary_of_another_organisation_sees_and_does_nothing() -> None:
    office = make_office()
    other = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    desk = Desk(office, actor=other)
    assert desk.answer(page_of(office)).status_code == 403
    assert desk.answer(f"{page_of(office)}claim/", {}).status_code == 403
    assert "组织生活不正常" not in desk.words(list_of(office))
    assert state(office) == "raised"


def test_a_leader_reads_without_forms_of_the_organisation() -> None:
    office = make_office()
    planned(office)
    page = Desk(office, "leader").html(page_of(office))
    assert "列上这项任务" not in page
    assert Desk(office, "leader").answer(f"{page_of(office)}tasks/", {"measures": "别的。"}).status_code in {
        403,
        409,
    }
    with scope(institution=office.institution):
        assert Task.objects.count() == 1


def test_problems_left_open_stand_in_the_next_years_list() -> None:
    office = make_office()
    cycle = make_cycle(office.institution, office.cycle.convenor, year=2026, name="2026年度述职评议")
    words = Desk(office).words(f"cycles/{cycle.pk}/problems/")
    assert "往年没有销号的1个，也在这里。" in words
    assert "2025年度遗留" in words


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_problem_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office([f"第{number}个问题。" for number in range(count)])
    for place in range(count):
        planned(office, place)
    desk = Desk(office)
    with django_assert_num_queries(15):
        desk.html(list_of(office))


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_task_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    office = make_office()
    for number in range(count):
        planned(office, measures=[f"第{number}条。"])
    desk = Desk(office)
    with django_assert_num_queries(21):
        desk.html(page_of(office))
