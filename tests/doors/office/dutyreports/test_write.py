from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.models import Event
from pingyi.review.dutyreports.services import return_report
from pingyi.review.rectification.models import ProblemItem
from tests.doors.office.dutyreports.pages import clerk, filled, kept, page, secretary
from tests.doors.office.meetings.pages import main_of, words_of
from tests.factories.reports import DUE, ReportWorld, closed_fields, make_report_world
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def send_back(world: ReportWorld, report: Any, reason: str = "第三节写到人和事。") -> None:
    with scope(institution=world.institution):
        return_report(actor=world.clerk, now=DUE, report=report, reason=reason)


def test_the_top_of_the_page_says_until_when_and_what_is_lacking() -> None:
    world = make_report_world()
    words = secretary(world).words(page(world.begin()))
    assert "写好交上去，1月8日（周四）14:30截止，还有3天" in words
    assert "还有1个问题没有回答，7节空着" in words
    assert "一、往年没销号的问题" in words
    assert "二、党组织领导和运行机制" in words


def test_without_open_problems_the_sections_come_first() -> None:
    world = make_report_world(problems=0)
    words = secretary(world).words(page(world.begin()))
    assert "一、党组织领导和运行机制" in words
    assert "往年的问题都销号了，不用答" in words


def test_what_is_saved_stands_there_again() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    problem = world.problems[0].pk
    words = writer.post(
        page(report),
        **{"text-1": "第一段。\r\n\r\n第二段。", f"answer-{problem}": "换届了。", "version": "1"},
    )
    assert words.startswith("存好了，还没有交。")
    assert kept(world, report) == ["换届了。", "第一段。\n\n第二段。"]
    shown = writer.html(page(report))
    assert "第一段。\n\n第二段。</textarea>" in shown
    assert 'name="version" value="2"' in shown
    assert '<span data-count-of="text-1">8</span>字' in shown


def test_a_complete_report_is_handed_in_with_one_press() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    words = writer.post(page(report), **filled(world, report))
    assert words.startswith("交上了，第1稿。")
    assert "交上了，等组织部门审 第1稿，1月5日 14:30交，按时。" in words
    assert "<textarea" not in writer.html(page(report))
    assert world.now(report).state == "submitted"


def test_pressing_twice_hands_in_once() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    form = filled(world, report)
    writer.post(page(report), **form)
    assert writer.post(page(report), **form).startswith("交上了，第1稿。")
    assert Event.objects.filter(verb="report.submitted").count() == 1


def test_what_is_missing_is_said_at_its_field_and_what_was_written_is_kept() -> None:
    world = make_report_world()
    report, problem = world.begin(), world.problems[0].pk
    form = filled(world, report, **{"text-6": " ", f"answer-{problem}": ""})
    answer = secretary(world).answer(page(report), form)
    shown = main_of(answer)
    assert answer.status_code == 409
    assert "还差2处，没有交。" in shown
    assert f'<a href="#answer-{problem}">2024年度第1个问题还没有回答。' in shown
    assert '<a href="#text-6">“存在的问题和原因”这一节还空着。' in shown
    assert 'id="text-6-why"' in shown
    assert 'name="version" value="2"' in shown
    assert "第5节。" in kept(world, report)
    assert world.now(report).state == "draft"


def test_a_report_over_its_length_names_the_excess() -> None:
    world = make_report_world(settings={"report_max_chars": 30})
    report = world.begin()
    words = words_of(main_of(secretary(world).answer(page(report), filled(world, report))))
    assert "全文多了3字，删减到限定的字数以内。" in words
    assert "33 / 30 " in words


def test_two_who_write_at_once_see_each_others_words() -> None:
    world = make_report_world()
    report, one, other = world.begin(), secretary(world), secretary(world)
    one.post(page(report), **{"text-1": "甲写的。", "version": "1"})
    answer = other.answer(page(report), {"text-1": "乙写的。", "text-2": "乙又写的。", "version": "1"})
    shown = main_of(answer)
    assert answer.status_code == 409
    assert "报告在别处改过，没有保存" in shown
    assert "乙写的。</textarea>" in shown
    assert "乙又写的。</textarea>" in shown
    assert "甲写的。" in shown
    assert shown.count("现在存着的是这样") == 2
    assert kept(world, report) == ["甲写的。"]
    words = other.post(page(report), **{"text-1": "甲写的，乙写的。", "version": "2"})
    assert words.startswith("存好了")


def test_a_form_without_its_version_writes_over_nothing() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    for version in ({}, {"version": "x"}, {"version": "9" * 30}):
        answer = writer.answer(page(report), {"text-1": "没有版本", **version})
        assert "没有保存" in main_of(answer)
    assert kept(world, report) == []


def test_after_a_refusal_that_kept_nothing_a_later_change_is_still_noticed() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    shown = main_of(writer.answer(page(report), {"text-1": "写", "heading-1": " ", "version": "1"}))
    assert "第1节的小标题要写" in shown
    assert 'name="version" value="1"' in shown


def test_a_returned_report_shows_the_reason_on_top_and_goes_in_again() -> None:
    world = make_report_world()
    report = world.hand_in()
    send_back(world, report, "一、写到人和事。\n二、补数字。")
    writer = secretary(world)
    words = writer.words(page(report))
    assert "按退回的理由改好，再交一次" in words
    assert "退回的理由 组织科 林，1月8日 14:30 一、写到人和事。 二、补数字。" in words
    assert "退回修改" in words
    words = writer.post(page(report), **filled(world, report))
    assert words.startswith("交上了，第2稿。")
    assert "第1稿按时" in words
    assert "上一稿退回的理由" in words


def test_what_was_typed_is_shown_when_the_report_is_already_in() -> None:
    world = make_report_world()
    report = world.hand_in()
    form = {"text-1": "迟到的改动。", f"answer-{world.problems[0].pk}": "也没有存。", "version": "1"}
    answer = secretary(world).answer(page(report), form)
    words = words_of(main_of(answer))
    assert answer.status_code == 409
    assert "报告已经交上去了，正在审，没有改动。" in words
    assert "您写的这些没有存下" in words
    assert "迟到的改动。" in words
    assert "也没有存。" in words


def test_an_answer_to_a_problem_that_is_gone_can_be_copied() -> None:
    world = make_report_world()
    report = world.begin()
    late = world.leave_open()
    form = {f"answer-{late.pk}": "写了一半。", "text-1": "写了。", "version": "1"}
    with scopes_disabled():
        late.delete()
    words = words_of(main_of(secretary(world).answer(page(report), form)))
    assert "刚刚从清单上撤下了，没有保存" in words
    assert "清单上撤下的问题 写了一半。" in words
    assert kept(world, report) == []


def test_an_answered_problem_that_was_closed_meanwhile_says_so() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    writer.post(page(report), **{f"answer-{world.problems[0].pk}": "改好了。", "version": "1"})
    with scopes_disabled():
        ProblemItem.objects.filter(pk=world.problems[0].pk).update(**closed_fields(world))
    assert "2024年度第1个，已经销号" in writer.words(page(report))


def test_a_heading_is_reworded() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    writer.post(page(report), **{"heading-1": "政治功能", "version": "1"})
    assert "二、政治功能" in writer.words(page(report))


def test_the_secretary_sees_the_report_as_it_will_be_printed() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    writer.post(page(report), **{"text-1": "第一段。\r\n第二段。", "version": "1"})
    shown = writer.html(f"{page(report)}?read=1")
    assert "<p>第一段。</p><p>第二段。</p>" in shown
    assert "接着写" in shown
    assert "<form" not in shown


def test_what_people_write_is_never_taken_for_markup() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    writer.post(page(report), **{"text-1": "<script>alert(1)</script></textarea>", "version": "1"})
    for path in (page(report), f"{page(report)}?read=1"):
        assert "<script>alert" not in writer.html(path)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "明天14:30截止"),
        (0, "今天14:30截止"),
        (2, "1月8日 14:30截止，已经迟了2天"),
    ],
)
def test_the_deadline_comes_nearer(
    days: int,
    words: str,
    _three_days_before_the_deadline: Path,  # noqa: PT019
) -> None:
    from datetime import timedelta

    _three_days_before_the_deadline.write_text((DUE + timedelta(days=days)).isoformat())
    world = make_report_world()
    assert words in secretary(world).words(page(world.begin()))


def test_without_a_deadline_nothing_is_late() -> None:
    world = make_report_world(reports_due_at=None)
    assert "写好交上去，没有定截止时间" in secretary(world).words(page(world.begin()))
    report = world.hand_in(now=NOW)
    assert "迟了" not in clerk(world).words(page(report))


def test_a_passed_report_tells_what_comes_then() -> None:
    world = make_report_world(reporters=2)
    on_site, written = world.accept(0), world.accept(1)
    assert "准备现场述职，1月16日（周五）14:30开会，每人8分钟" in secretary(world).words(page(on_site))
    assert "书面述职，不用上台" in secretary(world, 1).words(page(written))


def test_secretaries_of_others_neither_read_nor_write() -> None:
    world = make_report_world(reporters=2)
    report, other = world.begin(), secretary(world, 1)
    assert "本单位书记、指定的审核人、经办人和领导可以看" in other.answer(page(report)).content.decode()
    assert other.answer(page(report), {"text-1": "外人", "version": "1"}).status_code == 403
    assert kept(world, report) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_costs_the_same_for_one_problem_and_for_three(
    django_assert_num_queries: Any, count: int
) -> None:
    world = make_report_world(problems=count)
    report, writer = world.begin(), secretary(world)
    with django_assert_num_queries(19):
        writer.html(page(report))
