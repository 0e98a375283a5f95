from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from pingyi.doors.office.drawing import charts
from pingyi.doors.office.drawing.axis import Mark, draw_axis
from tests.factories.world import NOW


def rendered(source: str, **words: object) -> str:
    return Template(source).render(Context(words))


def test_a_stack_reads_every_count_aloud_and_hides_no_grade() -> None:
    html = charts.draw_stack([7, 1, 0, 1, 2], label="甲类：")
    assert 'aria-label="甲类：好 7，较好 1，一般 0，差 1，不了解 2，共 11 票"' in html
    assert html.count("<rect") == 4
    assert "url(#p-poor)" in html


def test_a_number_that_does_not_fit_its_segment_is_left_out() -> None:
    html = charts.draw_stack([197, 3, 0, 0, 0])
    assert ">197</text>" in html
    assert ">3</text>" not in html


def test_an_empty_stack_is_empty() -> None:
    assert "共 0 票" in charts.draw_stack([0, 0, 0, 0, 0])


@pytest.mark.parametrize(
    ("name", "word"),
    [("good", "好"), ("较好", "较好"), ("average", "一般"), ("poor", "差"), ("unknown", "不了解")],
)
def test_a_grade_is_told_by_its_word(name: str, word: str) -> None:
    assert charts.draw_grade(name).endswith(f"{word}</span>")


def test_a_grade_that_is_not_decided_says_so() -> None:
    assert charts.draw_grade(None) == '<span class="grade pend">待定</span>'


def test_labels_are_escaped() -> None:
    assert "<b>" not in charts.draw_stack([1], label="<b>")


@pytest.mark.parametrize(("part", "whole", "width"), [(1, 4, "25.00"), (0, 0, "0.00"), (5, 4, "100.00")])
def test_a_meter_stays_between_empty_and_full(part: int, whole: int, width: str) -> None:
    assert f'width="{width}%"' in charts.draw_meter(part, whole)


def test_dates_are_said_as_people_say_them() -> None:
    evening = datetime(2026, 1, 16, 17, 0, tzinfo=UTC)
    source = "{{ d|day }}|{{ d|weekday }}|{{ d|full_day }}|{{ d|time_of_day }}|{{ d|moment }}"
    assert rendered(source, d=evening) == "1月17日|1月17日（周六）|2026年1月17日|01:00|1月17日 01:00"
    assert rendered("{{ d|weekday }}", d=date(2026, 1, 16)) == "1月16日（周五）"
    assert rendered(source, d=None) == "||||"


def test_the_time_line_says_all_its_days_and_today() -> None:
    marks = [Mark(date(2026, 1, 16), "评议会", is_big=True), Mark(date(2025, 11, 10), "方案封存")]
    html = draw_axis(marks, date(2026, 1, 8))
    assert 'aria-label="时间轴：方案封存11月10日，评议会1月16日，今天1月8日"' in html
    assert ">今天 1月8日</text>" in html


def test_labels_that_would_cover_each_other_leave_the_bigger_one() -> None:
    marks = [
        Mark(date(2025, 11, 10), "述前开始"),
        Mark(date(2026, 1, 15), "交报告截止"),
        Mark(date(2026, 1, 16), "评议会", is_big=True),
    ]
    html = draw_axis(marks, date(2026, 1, 8))
    assert ">评议会 1月16日</text>" in html
    assert ">交报告截止" not in html
    assert html.count("<circle") == 3


def test_one_day_alone_makes_no_line() -> None:
    assert draw_axis([Mark(NOW.date(), "评议会")], NOW.date()) == ""
