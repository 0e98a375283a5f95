from typing import Any

import pytest
from django_scopes import scope

from pingyi.review.meetings.domain.comment_edit import Part, Wanted
from pingyi.review.meetings.models import CommentSentence, Sitting
from pingyi.review.meetings.services import skip_item, start_item, write_comment
from pingyi.review.rectification.models import ProblemItem
from tests.doors.office.meetings.pages import Desk, main_of, words_of
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db
PRAISE = Wanted(Part.STRENGTH, "换届按期完成。")
GAP = Wanted(Part.PROBLEM, "谈话记录不全。")
OTHER = Wanted(Part.PROBLEM, "书记轮训没有全覆盖。")


def heard(*sentences: Wanted, on_site: int = 1) -> Hall:
    """Everybody was heard and commented, the ballot began: only the end is missing."""
    hall = make_hall(on_site=on_site)
    with scope(institution=hall.institution):
        start_item(actor=hall.clerk, now=NOW, item=hall.item("opening"))
        for place, reporter in enumerate(hall.reporters):
            start_item(actor=hall.clerk, now=NOW, item=hall.item("report", place))
            start_item(actor=hall.clerk, now=NOW, item=hall.item("comment", place))
            write_comment(actor=hall.clerk, now=NOW, reporter=reporter, sentences=sentences, is_final=True)
        start_item(actor=hall.clerk, now=NOW, item=hall.item("ballot"))
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("closing"), reason="略")
        skip_item(actor=hall.clerk, now=NOW, item=hall.item("speech"), reason="略")
    return hall


def numbers(hall: Hall) -> list[int]:
    with scope(institution=hall.institution):
        return list(
            CommentSentence.objects.filter(part="problem")
            .order_by("comment__reporter__order", "sequence")
            .values_list("pk", flat=True)
        )


def test_who_ends_the_meeting_too_early_is_led_to_the_problems_without_a_home() -> None:
    hall = heard(PRAISE, GAP, OTHER)
    clerk = Desk(hall)
    assert "定2句问题的去向，再结束会议" in clerk.words("control/")
    assert "有去向的句子 1 / 3" in clerk.words("control/")
    answer: Any = clerk.client.post(clerk.at("end/"), {}, follow=True)
    words = words_of(main_of(answer))
    assert answer.redirect_chain[0][0] == clerk.at("comments/homes/")
    assert "护理学院党委第2句“谈话记录不全”、护理学院党委第3句“书记轮训没有全覆盖”" in words
    assert "点评3句，有去向 1 / 3 。问题2句：任务草案0，不列任务0。" in words
    first, second = numbers(hall)
    clerk.post(f"comments/homes/{first}/", home="task", task_draft="三月底前补齐谈话记录。")
    words = clerk.post(f"comments/homes/{second}/", home="none", no_task_reason="一月份已经全部轮训。")
    assert "点评3句，有去向 3 / 3 。问题2句：任务草案1，不列任务1。" in words
    assert "任务草案 三月底前补齐谈话记录。" in words
    assert "不列任务 因为：一月份已经全部轮训。" in words
    assert "会议结束了。" in clerk.post("end/")
    with scope(institution=hall.institution):
        assert Sitting.objects.get().state == "ended"
        assert [row.text for row in ProblemItem.objects.all()] == [GAP.text]


def test_no_task_without_a_reason_is_refused_where_it_was_typed() -> None:
    hall = heard(GAP)
    (only,) = numbers(hall)
    clerk = Desk(hall)
    answer = clerk.answer(f"comments/homes/{only}/", {"home": "none", "no_task_reason": " "})
    assert answer.status_code == 409
    assert "写明为什么不列任务，例如" in main_of(answer)
    long = "长" * 501
    answer = clerk.answer(f"comments/homes/{only}/", {"home": "task", "task_draft": long})
    assert f"{long}</textarea>" in main_of(answer)
    assert "写了501字，最多500字，没有保存。" in main_of(answer)


def test_the_rest_is_settled_with_one_button() -> None:
    hall = heard(GAP, OTHER)
    words = Desk(hall).post("comments/homes/rest/")
    assert words.startswith("都列为任务草案了。")
    assert "每句问题都有去向了" in words


def test_leaders_read_what_became_of_the_problems_and_others_do_not() -> None:
    hall = heard(GAP)
    leader = Desk(hall, "leader")
    page = leader.html("comments/homes/")
    assert "谈话记录不全。" in page
    assert "<form" not in page
    assert leader.answer("comments/homes/rest/", {}).status_code == 403
    refused = Desk(hall, "counter").answer("comments/homes/")
    assert "问题的去向由经办人定，领导可以看。" in words_of(refused.content.decode())
    assert numbers(hall)
    with scope(institution=hall.institution):
        assert CommentSentence.objects.get().task_draft == ""


def test_the_page_teaches_while_nothing_was_said_and_names_what_is_not_sorted() -> None:
    assert "还没有点评" in Desk(make_hall()).words("comments/homes/")
    hall = make_hall()
    with scope(institution=hall.institution):
        loose = Wanted(Part.UNSORTED, "还要看。")
        write_comment(actor=hall.clerk, now=NOW, reporter=hall.reporters[0], sentences=[loose])
    words = Desk(hall).words("comments/homes/")
    assert "还有1句没有归类 先归到肯定、问题或要求。" in words
    assert "还要看。 待归类 去归类" in words


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_comment_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    desk = Desk(heard(GAP, OTHER, on_site=count))
    with django_assert_num_queries(9):
        desk.html("comments/homes/")
