from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.meetings.models import Speech
from pingyi.review.meetings.services import Spoken, save_speech
from pingyi.review.rectification.models import FollowUp, Requirement
from tests.doors.office.meetings.pages import Desk, main_of, words_of
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW
from tests.review.meetings import speeches

pytestmark = pytest.mark.django_db
TEXT = speeches.text_of(speeches.BY_LEVEL_LEAD, speeches.BY_LEVEL, speeches.BY_LEVEL_REST)


def kept(hall: Hall) -> list[tuple[int, str, str]]:
    with scope(institution=hall.institution):
        return list(Requirement.objects.order_by("number").values_list("number", "level", "text"))


def record(hall: Hall, *requirements: Spoken) -> None:
    with scope(institution=hall.institution):
        save_speech(actor=hall.clerk, now=NOW, sitting=hall.open, text="讲几点。", requirements=requirements)


def test_cutting_shows_a_preview_with_levels_and_saves_nothing() -> None:
    hall = make_hall()
    answer = Desk(hall).answer("speech/", {"text": TEXT, "version": "0", "act": "split"})
    shown = main_of(answer)
    assert answer.status_code == 200
    assert "3条要求" in shown
    assert "这是拆开的样子，核对以后保存" in shown
    for level in ("hospital", "college", "branch", "none"):
        assert shown.count(f'<option value="{level}" selected>') == 1
    for words in (*speeches.BY_LEVEL, speeches.BY_LEVEL_REST):
        assert f"{words}</textarea>".replace("'", "&#x27;") in shown
    assert speeches.BY_LEVEL_LEAD[:20] in shown
    assert kept(hall) == []
    with scope(institution=hall.institution):
        assert Speech.objects.count() == 0


def test_the_preview_is_saved_as_requirements_for_the_levels() -> None:
    hall = make_hall(on_site=2, written=1)
    words = Desk(hall).post(
        "speech/",
        text=TEXT,
        version="0",
        act="save",
        **{"text-1": speeches.BY_LEVEL[0], "level-1": "hospital"},
        **{"text-2": speeches.BY_LEVEL[1], "level-2": "college"},
        **{"text-3": speeches.BY_LEVEL_REST, "level-3": "none"},
        **{"text-4": " ", "level-4": "all"},
    )
    assert words.startswith("存好了，2条要求，发给单位3份。")
    assert kept(hall) == [(1, "hospital", speeches.BY_LEVEL[0]), (2, "college", speeches.BY_LEVEL[1])]
    with scope(institution=hall.institution):
        assert Speech.objects.get().text.split() == TEXT.split()


def test_a_speech_without_numbers_says_so() -> None:
    answer = Desk(make_hall()).answer("speech/", {"text": "抓好整改。", "version": "0", "act": "split"})
    assert "没有找到一是、二是或一要、二要。" in words_of(main_of(answer))


def test_a_refused_speech_keeps_what_was_typed() -> None:
    hall = make_hall()
    answer = Desk(hall).answer(
        "speech/",
        {"text": "讲话。", "text-1": "一是抓学院。", "level-1": "city", "version": "0", "act": "save"},
    )
    shown = main_of(answer)
    assert "第1条没有选对谁提。" in shown
    assert "一是抓学院。</textarea>" in shown
    assert kept(hall) == []


def test_two_clerks_see_each_others_words_before_one_saves_over_them() -> None:
    hall = make_hall()
    record(hall, Spoken(1, "all", "甲写的。"))
    answer = Desk(hall).answer(
        "speech/", {"text": "讲话。", "text-1": "乙写的。", "level-1": "all", "version": "0", "act": "save"}
    )
    shown = main_of(answer)
    assert "别人改过讲话要求，没有保存" in shown
    assert "甲写的。" in shown
    assert "乙写的。</textarea>" in shown
    assert 'name="version" value="1"' in shown
    assert kept(hall) == [(1, "all", "甲写的。")]


def test_answers_are_counted_out_of_those_who_were_asked() -> None:
    hall = make_hall(on_site=2, written=0)
    record(hall, Spoken(1, "college", "一是抓学院。"))
    with scope(institution=hall.institution):
        FollowUp.objects.filter(pk=FollowUp.objects.all()[0].pk).update(
            state="answered", answer="已部署。", answered_at=NOW, answered_by=hall.clerk.account_id
        )
    assert "答复1 / 2个单位" in Desk(hall).words("speech/")


def test_before_the_hall_is_open_the_page_teaches() -> None:
    hall = make_hall(is_open=False)
    clerk = Desk(hall)
    assert "打开会场以后在这里记讲话。" in clerk.words("speech/")
    assert clerk.answer("speech/", {"text": "讲话。", "act": "save"}).status_code == 404


def test_a_leader_reads_and_does_not_write_and_others_do_not_read() -> None:
    hall = make_hall()
    leader = Desk(hall, "leader")
    assert "还没有讲话要求" in leader.words("speech/")
    record(hall, Spoken(1, "all", "一是抓整改。"))
    assert "全体 一是抓整改。" in leader.words("speech/")
    assert "<form" not in leader.html("speech/")
    assert leader.answer("speech/", {"text": "讲话。", "act": "save"}).status_code == 403
    assert Desk(hall, "counter").answer("speech/").status_code == 403
    assert kept(hall) == [(1, "all", "一是抓整改。")]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_requirement_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    hall = make_hall()
    record(hall, *[Spoken(number, "all", f"第{number}条。") for number in range(1, count + 1)])
    desk = Desk(hall)
    with django_assert_num_queries(10):
        desk.html("speech/")
