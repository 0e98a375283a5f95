"""Whoever opens a page of the meeting reads what to do next, whatever her role."""

import pytest
from django_scopes import scopes_disabled

from pingyi.review.meetings.models import Sitting
from tests.doors.office.meetings.pages import Desk
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def ended(hall: Hall) -> Hall:
    with scopes_disabled():
        Sitting.objects.update(state="ended", ended_at=NOW)
    return hall


@pytest.mark.parametrize(
    ("role", "tail", "words"),
    [
        (
            "clerk",
            "agenda/",
            "下一步 核对先后，缺席的跳过，到点开会 开会在会场控制里按，一次一项。 去会场控制",
        ),
        ("leader", "agenda/", "先后由经办人改，开会也由经办人按。"),
        ("counter", "desk/", "下一步 到一位，找到名字，按一下"),
        ("clerk", "speech/", "下一步 把讲话全文贴进来，拆成几条"),
        ("leader", "comments/", "下一步 等经办人记完点评"),
    ],
)
def test_before_and_during_the_meeting_each_page_says_what_comes(role: str, tail: str, words: str) -> None:
    assert words in Desk(make_hall(), role).words(tail)


@pytest.mark.parametrize(
    ("role", "tail", "words"),
    [
        ("clerk", "agenda/", "下一步 会议结束了，议程只看"),
        ("counter", "desk/", "下一步 会议结束了，签到人数定格"),
    ],
)
def test_after_the_meeting_the_pages_say_that_they_are_for_reading(role: str, tail: str, words: str) -> None:
    assert words in Desk(ended(make_hall()), role).words(tail)


def test_after_the_meeting_only_those_who_may_read_problems_are_sent_there() -> None:
    hall = ended(make_hall())
    address = f'href="/office/cycles/{hall.cycle.pk}/problems/"'
    assert address in Desk(hall).html("control/")
    assert address not in Desk(hall, "scrutineer").html("control/")


def test_a_speech_that_is_cut_for_a_look_says_that_it_is_not_saved() -> None:
    words = Desk(make_hall()).post("speech/", act="split", text="一是抓支部。二是抓队伍。", version="")
    assert "下一步 看每一条对谁提，再保存 还没有保存。" in words
