"""A topic at the office door, from the first form to the signed minutes."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import docx
import pytest
from django.test import Client

from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Execution, Topic
from pingyi.organisations.actor import Actor
from tests.doors.office.people import browser_of
from tests.factories.decisions import (
    NOW,
    College,
    begun,
    close,
    decided_topic,
    filed_topic,
    placed,
    planned_meeting,
    ready_topic,
)
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def send(browser: Client, path: str, **fields: object) -> str:
    """The page after a form; refusals stand on it too."""
    answer = browser.post(f"/office/{path}", {key: str(value) for key, value in fields.items()}, follow=True)
    return text_of(answer)


def test_secretary_brings_a_topic_from_the_first_form_to_signed_minutes(college: College) -> None:
    browser, people = browser_of(college.secretary), college.people
    words = send(
        browser,
        "topics/new/",
        title="购置电子显微镜",
        subject="other",
        major="project",
        amount="386",
        presenter=people["何新"].pk,
        proposed_on="2025-11-10",
    )
    topic = Topic.objects.get()
    assert "386万元" in words
    assert "归党政联席会议定。" in words
    assert "会前协调" in send(browser, f"topics/{topic.pk}/file/", filed_on="2025-12-12", characters=1640)
    for kind, person in (("coordination", "韩慕白"), ("coordination", "严知远"), ("consultation", "佟雪")):
        send(
            browser,
            f"topics/{topic.pk}/talk/",
            kind=kind,
            person=people[person].pk,
            happened_on="2025-12-13",
            answer="agrees",
        )
    send(
        browser,
        f"topics/{topic.pk}/talk/",
        kind="experts",
        who="五位专家",
        happened_on="2025-12-13",
        answer="agrees",
    )
    words = send(
        browser,
        "decision-meetings/new/",
        body="joint_meeting",
        held_at="2025-12-18T14:00",
        place="三楼",
        chair=people["韩慕白"].pk,
        recorder=people["方一鸣"].pk,
    )
    meeting = DecisionMeeting.objects.get()
    assert "把议题列入议程" in words
    send(browser, f"topics/{topic.pk}/place/", meeting=meeting.pk)
    here = f"decision-meetings/{meeting.pk}/"
    seats = {seat.person.name: seat for seat in meeting.seats.select_related("person")}
    comes = {f"plan-{seat.pk}": "comes" for seat in seats.values()}
    assert "记谁到会" in send(browser, f"{here}seats/", **comes)
    send(browser, f"{here}notify/", notified_on="2025-12-16")
    browser.post(f"/office/{here}begin/", {"attended": [seat.pk for seat in seats.values()]})
    words = text_of(browser.get(f"/office/{here}"))
    assert f"到会{len(seats)} / {len(seats)}人，至少" in words, "now they are there"
    item = AgendaItem.objects.get()
    send(browser, f"agenda-items/{item.pk}/say/", seat=seats["何新"].pk, text="论证会五位专家都同意。")
    words = send(
        browser,
        f"agenda-items/{item.pk}/close/",
        outcome="passed",
        form="hands",
        approve=2,
        against=3,
        abstain=0,
        decision="同意购置。",
    )
    assert "还不能这样记：同意2票，应到5人，至少3票（超过1/2）" in words
    send(
        browser,
        f"agenda-items/{item.pk}/close/",
        outcome="passed",
        form="hands",
        approve=4,
        against=1,
        abstain=0,
        decision="同意购置。",
    )
    send(browser, f"{here}sign/", seat=seats["韩慕白"].pk, signed_on="2025-12-18")
    words = send(browser, f"{here}sign/", seat="recorder", signed_on="2025-12-18")
    assert "传上签了名的纪要，报上去" in words
    assert "等上级确认" in send(browser, f"{here}file/")
    file = browser.get(f"/office/{here}minutes/")
    lines = "\n".join(one.text for one in docx.Document(BytesIO(file.content)).paragraphs)
    assert "应到5人，实到5人" in lines
    assert "举手表决：同意4票，不同意1票，弃权0票。" in lines
    assert "结果：通过。同意购置。" in lines
    assert "草稿" not in lines


def test_decided_topic_is_executed_and_evaluated_by_somebody_above(college: College) -> None:
    topic = decided_topic(college)
    own, above = browser_of(college.secretary), browser_of(college.clerk)
    send(
        own,
        f"topics/{topic.pk}/assign/",
        task="招标采购",
        responsible=college.people["何新"].pk,
        due_on="2026-03-31",
    )
    execution = Execution.objects.get()
    note = f"executions/{execution.pk}/note/"
    assert "还没有报办完" in send(above, note, act="evaluate", text="好。")
    assert "2025年12月18日报办完" in send(
        own, note, act="finish", text="验收了。", done_on="2025-12-18"
    ).replace('<span class="num">', "").replace("</span>", "")
    assert "记评估" not in send(own, note, act="progress", text="再报一次。")
    assert "办结了" in send(above, note, act="evaluate", text="达到了目的。")


def test_page_of_a_meeting_says_the_smallest_repair(college: College) -> None:
    meeting = planned_meeting(college)
    placed(college, ready_topic(college), meeting)
    browser = browser_of(college.secretary)
    seats = {seat.person.name: seat.pk for seat in meeting.seats.select_related("person")}
    plans = {f"plan-{number}": "comes" for number in seats.values()}
    plans |= {
        f"plan-{seats['何新']}": "unknown",
        f"plan-{seats['佟雪']}": "leave",
        f"reason-{seats['佟雪']}": "出差",
    }
    words = send(browser, f"decision-meetings/{meeting.pk}/seats/", **plans)
    assert "请何新到会" in words
    assert "分管负责人何新没有确认到会" in words
    assert f"说来{len(seats) - 2} / {len(seats)}人" in words, (
        "nobody is there yet, they only say they will come"
    )
    assert f"到会{len(seats) - 2} / " not in words


def test_before_anybody_answered_the_clerk_is_told_to_ask_not_to_move_the_item(college: College) -> None:
    meeting = planned_meeting(college)
    placed(college, ready_topic(college), meeting)
    total = meeting.seats.filter(is_voting=True).count()
    plans = {f"plan-{seat.pk}": "unknown" for seat in meeting.seats.all()}
    words = send(browser_of(college.secretary), f"decision-meetings/{meeting.pk}/seats/", **plans)
    assert "先问成员谁来" in words
    assert f"成员{total}人都还没有回话" in words
    assert "移到下次会" not in words


def test_leave_without_reason_changes_nothing(college: College) -> None:
    meeting = planned_meeting(college)
    seat = meeting.seats.select_related("person").first()
    assert seat is not None
    words = send(
        browser_of(college.secretary),
        f"decision-meetings/{meeting.pk}/seats/",
        **{f"plan-{seat.pk}": "leave"},
    )
    assert f"写明{seat.person.name}请假的事由。" in words
    assert meeting.seats.get(pk=seat.pk).plan == "comes"


def test_list_shows_what_waits_too_long(college: College, monkeypatch: Any, tmp_path: Any) -> None:
    decided_topic(college)
    clock = tmp_path / "later"
    clock.write_text((NOW + timedelta(days=3)).isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))
    words = text_of(browser_of(college.clerk).get("/office/topics/", {"show": "alarm"}))
    assert "定了没有办完" in words
    assert "购置场发射电子显微镜" in words


def test_two_topics_with_one_title_can_be_told_apart_in_the_list(college: College) -> None:
    first, second = filed_topic(college), filed_topic(college)
    assert first.title == second.title
    words = text_of(browser_of(college.clerk).get("/office/topics/"))
    for one in (first, second):
        assert f"{one.year}年第{one.number}号" in words
    assert "日报送</span>" in words


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_the_same_queries_for_one_and_three(
    college: College, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        topic = filed_topic(college)
        planned_meeting(college)
    browser = browser_of(college.clerk)
    browser.get("/office/topics/")
    with django_assert_num_queries(12):
        browser.get("/office/topics/")
    with django_assert_num_queries(13):
        browser.get("/office/decision-meetings/")
    assert topic.number == count


@pytest.mark.parametrize("count", [1, 3])
def test_meeting_takes_the_same_queries_for_one_and_three_items(
    college: College, count: int, django_assert_num_queries: Any
) -> None:
    meeting = planned_meeting(college)
    items = [placed(college, ready_topic(college), meeting) for _ in range(count)]
    begun(college, meeting)
    close(college, items[0])
    browser = browser_of(college.clerk)
    browser.get(f"/office/decision-meetings/{meeting.pk}/")
    with django_assert_num_queries(21):
        browser.get(f"/office/decision-meetings/{meeting.pk}/")


def readers(college: College) -> dict[str, Actor]:
    return {
        "leader": make_actor(college.institution, "leader"),
        "counter": make_actor(college.institution, "counter"),
        "examiner": make_actor(college.institution, "examiner"),
    }


def test_leader_reads_without_forms_and_others_read_nothing(college: College) -> None:
    topic = filed_topic(college)
    meeting = planned_meeting(college)
    people = readers(college)
    for path in (f"topics/{topic.pk}/", f"decision-meetings/{meeting.pk}/"):
        words = text_of(browser_of(people["leader"]).get(f"/office/{path}"))
        assert "规则检查" in words or "成员" in words
        assert 'method="post" action="/office/topics' not in words
        assert 'method="post" action="/office/decision' not in words
    for name in ("counter", "examiner"):
        answer = browser_of(people[name]).get(f"/office/topics/{topic.pk}/")
        assert answer.status_code == 403
        assert topic.title not in text_of(answer)
