from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.models import CommentSentence, LeaderComment
from pingyi.review.meetings.services import end_sitting, skip_item, start_item, write_comment
from pingyi.review.rectification.models import ProblemItem
from tests.doors.office.meetings.pages import Desk, main_of, words_of
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
TALK = "五个支部全部完成换届。实习点支部两年没有解决组织生活问题；会后一周拿出清单。"


def page(hall: Hall, place: int = 0) -> str:
    return f"comments/{hall.reporters[place].pk}/"


def kept(hall: Hall) -> list[str]:
    with scope(institution=hall.institution):
        return [f"{row.part}: {row.text}" for row in CommentSentence.objects.order_by("sequence")]


def ids(hall: Hall) -> list[int]:
    with scope(institution=hall.institution):
        return list(CommentSentence.objects.order_by("sequence").values_list("pk", flat=True))


def record(hall: Hall, *sentences: Wanted, is_final: bool = False, place: int = 0) -> None:
    with scope(institution=hall.institution):
        write_comment(
            actor=hall.clerk, now=NOW, reporter=hall.reporters[place], sentences=sentences, is_final=is_final
        )


def begin(hall: Hall) -> None:
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("report"))


PRAISE = Wanted(Part.STRENGTH, "换届完成。")
GAP = Wanted(Part.PROBLEM, "组织生活不正常。", ("weak_link",))


def test_pasted_text_is_cut_into_sentences_that_wait_for_a_home() -> None:
    hall = make_hall()
    words = Desk(hall).post(page(hall), new_text=TALK, new_part="unsorted", version="0", then="save")
    assert words.startswith("存好了，3句，其中问题0个。")
    assert "还有3句待归类" in words
    assert kept(hall) == [
        "unsorted: 五个支部全部完成换届。",
        "unsorted: 实习点支部两年没有解决组织生活问题；",
        "unsorted: 会后一周拿出清单。",
    ]


def test_homes_and_tags_are_chosen_and_the_comment_finished_in_one_go() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    clerk.post(page(hall), new_text=TALK, version="0", then="save")
    first, second, third = ids(hall)
    words = clerk.post(
        page(hall),
        **{"id-1": first, "text-1": "五个支部全部完成换届。", "part-1": "strength"},
        **{
            "id-2": second,
            "text-2": "组织生活没有解决；",
            "part-2": "problem",
            "tags-2": ["key_problem", "key_area"],
        },
        **{"id-3": third, "text-3": "会后一周拿出清单。", "part-3": "requirement"},
        version="1",
        then="finish",
    )
    assert words.startswith("护理学院党委的点评定稿了，1个问题列在问题清单上。")
    with scope(institution=hall.institution):
        problem = ProblemItem.objects.get()
        assert LeaderComment.objects.get().is_finished
    assert (problem.text, problem.tags) == ("组织生活没有解决。", ["key_problem", "key_area"])
    assert ids(hall) == [first, second, third]


def test_a_refused_comment_keeps_every_word_that_was_typed() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    answer = clerk.answer(
        page(hall),
        {
            "text-1": "写在行里的话。",
            "part-1": "problem",
            "tags-1": ["weak_link"],
            "new_text": "又来一段。还有。",
            "new_part": "unsorted",
            "version": "0",
            "then": "finish",
        },
    )
    shown = main_of(answer)
    assert answer.status_code == 409
    assert "还有2句没有归类，没有定稿。" in shown
    assert "写在行里的话。</textarea>" in shown
    assert "又来一段。还有。</textarea>" in shown
    assert 'name="tags-1" value="weak_link" checked' in shown
    assert kept(hall) == []


def test_two_clerks_see_each_others_words_before_one_saves_over_them() -> None:
    hall = make_hall()
    one, other = Desk(hall), Desk(hall, "clerk")
    one.post(page(hall), new_text="甲写的。", version="0", then="save")
    answer = other.answer(page(hall), {"new_text": "乙写的。", "version": "0", "then": "save"})
    shown = main_of(answer)
    assert "别人改过这份点评，没有保存" in shown
    assert "甲写的。" in shown
    assert "乙写的。</textarea>" in shown
    assert 'name="version" value="1"' in shown
    assert kept(hall) == ["unsorted: 甲写的。"]


def test_a_dropped_or_emptied_sentence_goes_with_its_problem() -> None:
    hall = make_hall()
    record(hall, PRAISE, GAP, Wanted(Part.REQUIREMENT, "抓紧。"))
    good, gap, ask = ids(hall)
    Desk(hall).post(
        page(hall),
        **{"id-1": good, "text-1": PRAISE.text, "part-1": "strength"},
        **{"id-2": gap, "text-2": GAP.text, "part-2": "problem", "drop-2": "on"},
        **{"id-3": ask, "text-3": " ", "part-3": "requirement"},
        version="1",
        then="save",
    )
    assert kept(hall) == ["strength: 换届完成。"]
    with scope(institution=hall.institution):
        assert ProblemItem.objects.count() == 0


def test_a_problem_that_was_answered_is_locked_on_the_page() -> None:
    hall = make_hall()
    record(hall, GAP)
    with scope(institution=hall.institution):
        ProblemItem.objects.update(state="claimed", answered_by=hall.clerk.account_id, answered_at=NOW)
    shown = Desk(hall).html(page(hall))
    assert "readonly" in shown
    assert "问题1号，单位已经认领或说明，不能再改" in shown


def test_a_finished_comment_is_read_and_can_be_taken_back() -> None:
    hall = make_hall()
    record(hall, PRAISE, GAP, is_final=True)
    clerk = Desk(hall)
    words = clerk.words(page(hall))
    assert "肯定 换届完成。 问题 组织生活不正常。 问题1号 薄弱环节" in words
    assert "<textarea" not in clerk.html(page(hall))
    assert clerk.post(f"{page(hall)}reopen/").startswith("撤回了定稿，可以改了。")
    assert "<textarea" in clerk.html(page(hall))


def test_the_list_names_the_next_comment_to_write() -> None:
    hall = make_hall()
    clerk = Desk(hall)
    assert "等第一位述职" in clerk.words("comments/")
    begin(hall)
    words = clerk.words("comments/")
    assert "写护理学院党委的点评 述了职，还没有点评。" in words
    assert "述了职1位，点评定稿0 / 1份" in words
    record(hall, PRAISE, Wanted(Part.UNSORTED, "没有家。"))
    assert "还有1句没有归类。都定稿了，会议才能结束。" in clerk.words("comments/")
    record(hall, PRAISE, GAP, is_final=True)
    words = clerk.words("comments/")
    assert "点评都定稿了，定1句问题的去向" in words
    assert "有去向的句子 1 / 2 ，1句问题没有去向。" in words
    clerk.post("comments/homes/rest/")
    assert "述了职的，点评都定稿了" in clerk.words("comments/")
    assert "正在述职 1句 1句 0句 定稿" in words


def test_the_list_shows_who_was_absent_and_teaches_when_nobody_reports() -> None:
    hall = make_hall()
    with scope(institution=hall.institution):
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("report"), reason="出差")
    assert "没有现场述职 0句 0句 0句 不用点评" in Desk(hall).words("comments/")
    assert "本场没有现场述职" in Desk(make_hall(on_site=0)).words("comments/")
    assert "会场还没有打开" in Desk(make_hall(is_open=False)).words("comments/")


def test_a_written_reporter_has_no_comment_to_write() -> None:
    hall = make_hall()
    answer = Desk(hall).answer(f"comments/{hall.written[0].pk}/", {"new_text": "好。", "version": "0"})
    assert "这一位是书面述职，不在现场逐一点评。" in words_of(main_of(answer))
    assert kept(hall) == []


def test_a_leader_reads_and_does_not_write() -> None:
    hall = make_hall()
    record(hall, PRAISE)
    leader = Desk(hall, "leader")
    assert "换届完成。" in leader.words(page(hall))
    assert "<form" not in leader.html(page(hall))
    assert leader.answer(page(hall), {"new_text": "好。"}).status_code == 403
    assert leader.answer(f"{page(hall)}reopen/", {}).status_code == 403
    assert leader.answer("comments/").status_code == 200


@pytest.mark.parametrize("role", ["scrutineer", "counter"])
def test_counting_staff_do_not_read_comments(role: str) -> None:
    hall = make_hall()
    record(hall, PRAISE)
    desk = Desk(hall, role)
    assert desk.answer("comments/").status_code == 403
    assert desk.answer(page(hall)).status_code == 403


def test_a_secretary_reads_the_own_finished_comment_after_the_meeting_only() -> None:
    hall = make_hall(on_site=1)
    secretary = Desk(
        hall, actor=make_actor(hall.institution, "secretary", organisation=hall.reporters[0].organisation)
    )
    begin(hall)
    record(hall, PRAISE, is_final=True)
    assert secretary.answer(page(hall)).status_code == 403
    assert secretary.answer("comments/").status_code == 403
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"))
        end_sitting(actor=hall.clerk, now=NOW, sitting=hall.open)
    words = secretary.words(page(hall))
    assert "肯定 换届完成。" in words
    assert "<form" not in secretary.html(page(hall))
    with scope(institution=hall.institution):
        LeaderComment.objects.update(is_finished=False)
    assert "换届完成" not in secretary.words(page(hall))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_reporter_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    hall = make_hall(on_site=count)
    for place in range(count):
        record(hall, PRAISE, GAP, place=place)
    desk = Desk(hall)
    with django_assert_num_queries(10):
        desk.html("comments/")


@pytest.mark.parametrize("count", [1, 3])
def test_a_comment_costs_the_same_for_one_sentence_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    hall = make_hall(on_site=1)
    record(hall, *[Wanted(Part.PROBLEM, f"第{number}个问题。") for number in range(count)])
    desk = Desk(hall)
    with django_assert_num_queries(11):
        desk.html(page(hall))
