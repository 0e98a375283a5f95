"""What somebody who tried decisions met at the office door, and what the page says now."""

import pytest

from pingyi.ledgers.decisions.models import AgendaItem, DecisionMeeting, Topic
from pingyi.ledgers.decisions.services import note_recusal
from tests.doors.office.decisions.test_decision_pages import send, text_of
from tests.doors.office.people import browser_of
from tests.factories.decisions import (
    NOW,
    College,
    begun,
    placed,
    planned_meeting,
    ready_topic,
)
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db


def sitting(college: College) -> AgendaItem:
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    begun(college, meeting)
    return item


@pytest.mark.parametrize("typed", ["-3", "1.5", "三", "99999"])
def test_vote_count_that_is_none_is_refused_at_its_field_and_never_recorded_as_nought(
    college: College, typed: str
) -> None:
    item = sitting(college)
    words = send(
        browser_of(college.secretary),
        f"agenda-items/{item.pk}/close/",
        outcome="passed",
        form="hands",
        approve="5",
        against="0",
        abstain=typed,
        decision="同意。",
    )
    assert f'id="close-{item.pk}-abstain-why">“{typed}”不是0到9999的整数。' in words
    assert f'value="{typed}"' in words, "what was typed stands there still"
    assert 'min="0"' in words
    assert AgendaItem.objects.get(pk=item.pk).outcome == ""


def test_negative_yes_is_not_spoken_of_as_no_votes(college: College) -> None:
    item = sitting(college)
    sent = {"outcome": "passed", "form": "hands", "approve": "-1", "against": "3", "abstain": "3"}
    words = send(browser_of(college.secretary), f"agenda-items/{item.pk}/close/", decision="同意。", **sent)
    assert "“-1”不是0到9999的整数" in words
    assert "同意0票" not in words


def test_empty_words_do_not_hide_empty_votes(college: College) -> None:
    item = sitting(college)
    words = send(
        browser_of(college.secretary),
        f"agenda-items/{item.pk}/close/",
        outcome="passed",
        form="hands",
        decision="",
    )
    assert words.count("写票数，没有就写0。") == 3
    assert "写一句会议怎么定的" in words
    assert f'novalidate action="/office/agenda-items/{item.pk}/close/"' in words


def test_empty_day_does_not_hide_an_empty_topic(college: College) -> None:
    browser = browser_of(college.secretary)
    words = send(browser, "topics/new/", title="", subject="other", presenter="", proposed_on="")
    assert "写一句议题的名称" in words
    assert "写明是哪一天" in words
    assert "novalidate" in words
    topic = ready_topic(college)
    words = send(browser, f"topics/{topic.pk}/urgent/", urgent_on="", urgent_note="")
    assert "写明是哪一天" in words
    assert "写明谁同意的、先怎么处置的" in words


def test_nobody_ticked_is_said_at_the_boxes(college: College) -> None:
    meeting = planned_meeting(college)
    placed(college, ready_topic(college), meeting)
    words = send(browser_of(college.secretary), f"decision-meetings/{meeting.pk}/begin/")
    assert "勾出到会的人。" in words
    assert " checked" not in words, "nobody was ticked, and nobody is"


def test_empty_agenda_is_told_what_to_do_and_offers_no_boxes(college: College) -> None:
    meeting = planned_meeting(college)
    browser = browser_of(college.secretary)
    words = send(
        browser,
        f"decision-meetings/{meeting.pk}/begin/",
        attended=meeting.seats.values_list("pk", flat=True)[0],
    )
    assert "先在议题页把议题列入这次会" in words
    assert 'name="attended"' not in words
    assert "议程空着，记不了到会，也不算开过" in words


def test_item_that_nobody_can_decide_is_not_moved_to_the_next_meeting(college: College) -> None:
    meeting = planned_meeting(college)
    items = [placed(college, ready_topic(college), meeting)]
    seats = {one.person.name: one for one in meeting.seats.select_related("person")}
    for name in ("方一鸣", "何新", "佟雪"):
        note_recusal(actor=college.secretary, now=NOW, item=items[0], seat=seats[name], reason="亲属")
    browser = browser_of(college.secretary)
    place = f"/office/decision-meetings/{meeting.pk}/"
    words = text_of(browser.get(place))
    assert "第1项请示上级党组织" in words
    assert "移到下次会也一样。从议程撤下第1项，请示上级党组织。" in words
    assert "把第1项移到下次会" not in words
    assert "这样议程上的事都能定" not in words
    placed(college, ready_topic(college, title="更换空调"), meeting)
    words = text_of(browser.get(place))
    assert "其余的照这样都能定" in words


def test_recusals_stand_apart(college: College) -> None:
    meeting = planned_meeting(college)
    item = placed(college, ready_topic(college), meeting)
    seats = {one.person.name: one for one in meeting.seats.select_related("person")}
    for name in ("方一鸣", "何新"):
        note_recusal(actor=college.secretary, now=NOW, item=item, seat=seats[name], reason="亲属")
    words = text_of(browser_of(college.secretary).get(f"/office/decision-meetings/{meeting.pk}/"))
    assert "回避：方一鸣（亲属）、何新（亲属）" in words


def test_meeting_without_voting_members_asks_for_members(college: College) -> None:
    meeting = planned_meeting(college)
    placed(college, ready_topic(college), meeting)
    meeting.seats.filter(is_voting=True).delete()
    words = text_of(browser_of(college.secretary).get(f"/office/decision-meetings/{meeting.pk}/"))
    assert "先加成员" in words
    assert "名单上还没有能表决的成员" in words
    assert "要回避的人太多" not in words


def test_meeting_is_put_elsewhere_and_taken_off_at_its_page(college: College) -> None:
    meeting = planned_meeting(college)
    topic = ready_topic(college)
    placed(college, topic, meeting)
    browser = browser_of(college.secretary)
    here = f"decision-meetings/{meeting.pk}/"
    words = send(browser, f"{here}change/", held_at="2099-01-01T09:00", place="五楼")
    assert "写的是2099年1月1日" in words
    assert "最晚安排到一年以后的今天，2026年12月18日" in words
    words = send(browser, f"{here}change/", held_at="2026-01-08T09:30", place="五楼")
    assert "2026年1月8日 09:30" in words
    assert "记哪天通知的" in words, "who was told of the old time is told again"
    reader = browser_of(make_actor(college.institution, "leader"))
    assert "取消这次会" not in text_of(reader.get(f"/office/{here}"))
    assert reader.post(f"/office/{here}call-off/").status_code == 403
    assert DecisionMeeting.objects.get().called_off_at is None
    words = send(browser, f"{here}call-off/")
    assert "这次会取消了" in words
    assert 'name="attended"' not in words
    assert "在议题页列入这次会" not in words
    assert Topic.objects.get(pk=topic.pk).state == "coordinated"
    assert "已经取消" in send(browser, f"{here}call-off/")
    assert "取消了" in text_of(browser.get("/office/decision-meetings/"))


def test_old_meeting_without_items_is_not_asked_for_signatures(college: College) -> None:
    meeting = planned_meeting(college)
    DecisionMeeting.objects.filter(pk=meeting.pk).update(begun_at=NOW)
    words = text_of(browser_of(college.secretary).get(f"/office/decision-meetings/{meeting.pk}/"))
    assert "这次会没有议题，不算开过" in words
    assert "请两个人签纪要" not in words
    assert "记签名" not in words
    assert "每一项都有结果" not in words


def test_while_the_box_is_out_the_next_step_leads_to_the_vote(college: College) -> None:
    item = sitting(college)
    AgendaItem.objects.filter(pk=item.pk).update(at_box=True)
    words = text_of(browser_of(college.secretary).get(f"/office/decision-meetings/{item.meeting_id}/"))
    assert "正在用票箱表决" in words
    assert f'class="btn main-act" href="/office/decision-meetings/items/{item.pk}/vote/"' in words
