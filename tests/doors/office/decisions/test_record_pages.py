"""Papers, the way to the level above, how often bodies met, and who decides what: at the office door."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from pingyi.ledgers.decisions.models import AgendaItem, MeetingExcuse, MeetingRecord, Topic
from tests.doors.office.decisions.test_decision_pages import send, text_of
from tests.doors.office.people import browser_of
from tests.factories.decisions import (
    NOW,
    PHOTO,
    College,
    begun,
    filed_topic,
    make_college,
    placed,
    planned_meeting,
    ready_topic,
    signed_meeting,
)
from tests.factories.world import make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db


def photo(name: str = "议题单.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PHOTO)


def test_paper_of_a_topic_is_added_read_and_taken_back(college: College) -> None:
    topic = filed_topic(college)
    browser, here = browser_of(college.secretary), f"/office/topics/{topic.pk}/evidence/"
    assert "还没有选文件" in text_of(browser.post(here, {}))
    added = browser.post(here, {"file": photo(), "description": "签字"}, follow=True)
    assert "议题单.jpg" in text_of(added)
    paper = topic.evidence.get()
    file = browser.get(f"{here}{paper.pk}/")
    assert file.content == PHOTO
    removed = browser.post(f"{here}{paper.pk}/remove/", follow=True)
    assert "办事记录里留着它来过" in text_of(removed)
    assert not topic.evidence.exists()


def test_leader_reads_papers_and_adds_none_and_strangers_see_nothing(college: College) -> None:
    topic = filed_topic(college)
    here = f"/office/topics/{topic.pk}/evidence/"
    browser_of(college.secretary).post(here, {"file": photo()})
    paper = topic.evidence.get()
    leader = browser_of(make_actor(college.institution, "leader"))
    assert leader.get(f"{here}{paper.pk}/").status_code == 200
    assert leader.post(here, {"file": photo("又一份.jpg")}).status_code == 403
    assert topic.evidence.count() == 1
    other = make_institution()
    with scope(institution=other):
        stranger = browser_of(make_actor(other, "clerk"))
    answer = stranger.get(f"{here}{paper.pk}/")
    assert answer.status_code == 404
    assert "议题单" not in text_of(answer)


def test_meeting_is_filed_returned_put_right_and_confirmed(college: College) -> None:
    meeting = signed_meeting(college, "佟雪")
    own, above = browser_of(college.secretary), browser_of(college.clerk)
    here = f"decision-meetings/{meeting.pk}/"
    words = text_of(own.get(f"/office/{here}"))
    assert "缺席1人，还没有告诉结果" in words
    assert "缺席1人，2025年12月18日告诉了结果" in send(own, f"{here}informed/", informed_on="2025-12-18")
    assert "收到了" in text_of(own.post(f"/office/{here}evidence/", {"file": photo("纪要.jpg")}, follow=True))
    assert "等上级确认" in send(own, f"{here}file/")
    assert "由另一个人确认" in send(own, f"{here}confirm/")
    assert "写一句为什么退回" in send(above, f"{here}return/", reason="")
    send(above, f"{here}return/", reason="金额写错了")
    words = text_of(own.get(f"/office/{here}"))
    assert "照理由改好，再报" in words
    assert "金额写错了" in words
    assert "记下了" in send(own, f"{here}correct/", correction="金额应为38.6万元。")
    send(own, f"{here}file/")
    assert "这次会办完了" in send(above, f"{here}confirm/")
    record = MeetingRecord.objects.get(meeting=meeting)
    assert (record.state, record.correction) == ("confirmed", "金额应为38.6万元。")
    paragraphs = docx.Document(BytesIO(own.get(f"/office/{here}minutes/").content)).paragraphs
    lines = [one.text for one in paragraphs]
    assert "材料学院党委党政联席会议纪要" in lines
    assert "2025年第1号" in lines
    assert "补正：金额应为38.6万元。" in lines
    assert not [one for one in lines if "草稿" in one]


def test_minutes_without_both_signatures_are_a_draft_with_room_for_them(college: College) -> None:
    meeting = planned_meeting(college)
    placed(college, ready_topic(college), meeting)
    begun(college, meeting)
    content = browser_of(college.secretary).get(f"/office/decision-meetings/{meeting.pk}/minutes/").content
    paper = docx.Document(BytesIO(content))
    assert "还差2人签名，本稿是草稿。" in [one.text for one in paper.paragraphs]
    assert len(paper.tables[0].rows) == 3


def test_report_is_noted_without_a_vote_and_has_no_form_for_one(college: College) -> None:
    meeting = planned_meeting(college)
    topic = ready_topic(college, kind="report", major="", amount=None, title="安全检查情况")
    item = placed(college, topic, meeting)
    begun(college, meeting)
    browser = browser_of(college.secretary)
    words = text_of(browser.get(f"/office/decision-meetings/{meeting.pk}/"))
    assert "学习类、汇报类只听取，不表决" in words
    assert "同意票" not in words
    assert "写一句会上怎么说的" in send(browser, f"agenda-items/{item.pk}/note/", decision="")
    assert "听取了" in send(browser, f"agenda-items/{item.pk}/note/", decision="限期整改。")
    assert Topic.objects.get(pk=topic.pk).state == "done"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"outcome": "passed", "form": ""}, "没有表决的，只能记暂缓"),
        ({"outcome": "passed", "form": "hands", "approve": "", "against": "0", "abstain": ""}, "写票数"),
        (
            {"outcome": "passed", "form": "secret", "approve": "5", "against": "0", "abstain": "0"},
            "选监票的人",
        ),
        (
            {
                "outcome": "postponed",
                "form": "secret",
                "approve": "1",
                "against": "4",
                "abstain": "0",
                "first_teller": "1",
                "second_teller": "1",
            },
            "不和监票同一个人",
        ),
        (
            {"outcome": "rejected", "form": "hands", "approve": "5", "against": "0", "abstain": "0"},
            "结果和票数对不上",
        ),
        ({"outcome": "postponed", "form": "", "decision": ""}, "写一句会议怎么定的"),
    ],
    ids=["no vote", "no counts", "no tellers", "one teller twice", "carried as refused", "no words"],
)
def test_results_that_contradict_themselves_are_named_at_their_field(
    college: College, sent: dict[str, str], words: str
) -> None:
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    begun(college, meeting)
    answer = browser_of(college.secretary).post(
        f"/office/agenda-items/{item.pk}/close/", {"decision": "同意。", **sent}
    )
    shown = text_of(answer)
    assert words in shown
    assert 'class="err"' in shown
    assert AgendaItem.objects.get(pk=item.pk).outcome == ""


def test_every_fault_of_a_topic_stands_at_its_field(college: College) -> None:
    browser = browser_of(college.secretary)
    answer = browser.post(
        "/office/topics/new/",
        {"title": "", "subject": "other", "amount": "许多", "presenter": "", "proposed_on": "昨天"},
    )
    words = text_of(answer)
    for fault in (
        "写一句议题的名称",
        "金额写成386或5.25这样",
        "“昨天”不是日期",
        "从本单位的人里选分管负责人",
    ):
        assert fault in words
    assert not Topic.objects.exists()


def test_every_fault_of_a_plan_stands_at_its_field(college: College) -> None:
    words = send(
        browser_of(college.secretary), "decision-meetings/new/", body="joint_meeting", held_at="下午"
    )
    for fault in ("“下午”不是时间", "选主持人", "选记录人"):
        assert fault in words


def test_missed_months_are_seen_and_get_a_reason(college: College, monkeypatch: Any, tmp_path: Any) -> None:
    signed_meeting(college)
    clock = tmp_path / "later"
    clock.write_text((NOW + timedelta(days=60)).isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    browser = browser_of(college.secretary)
    unit = college.organisation.pk
    place = f"decision-meetings/times/?body=party_meeting&year=2025&cell={unit}:2025-month-12"
    words = text_of(browser.get(f"/office/{place}"))
    assert "材料学院党委，2025年12月：没办，没写原因" in words
    act = place.replace("times/?", "times/excuse/?")
    assert "写一句为什么没办" in send(browser, act, reason="")
    assert "原因记下了" in send(browser, act, reason="班子换届")
    assert MeetingExcuse.objects.get().reason == "班子换届"
    leader = browser_of(make_actor(college.institution, "leader"))
    assert leader.post(f"/office/{act}", {"reason": "改一下"}).status_code == 403
    assert MeetingExcuse.objects.get().reason == "班子换届"
    assert "今年" in text_of(browser.get("/office/decision-meetings/"))


@pytest.mark.parametrize("count", [1, 3])
def test_matrix_takes_the_same_queries_for_one_and_three_units(
    college: College, count: int, django_assert_num_queries: Any
) -> None:
    root = college.organisation.parent
    for number in range(count - 1):
        make_organisation(college.institution, f"第{number}学院党委", parent=root, unit_kind="college")
    signed_meeting(college)
    browser = browser_of(college.clerk)
    browser.get("/office/decision-meetings/times/")
    with django_assert_num_queries(11):
        browser.get("/office/decision-meetings/times/")


def test_hospital_sees_its_three_systems_and_its_bodies(college: College) -> None:
    hospital = make_college("affiliated_hospital", make_institution())
    with scope(institution=hospital.institution):
        words = text_of(browser_of(hospital.secretary).get("/office/decision-systems/"))
    for name in (
        "党委集体领导制度",
        "行政首长负责制度",
        "具体事务分工负责制度",
        "医院党委会议",
        "院长办公会议",
    ):
        assert name in words
    assert "党管干部、党管人才" in words
    assert "上级管理的干部，本单位只推荐" in words


def test_college_sees_who_decides_what(college: College) -> None:
    words = text_of(browser_of(college.secretary).get("/office/decision-systems/"))
    assert "民主集中制" in words
    assert "党委集体领导制度" not in words
    assert "大额度资金使用的起点还没有定" in words
