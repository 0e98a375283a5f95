"""The workbook of an own indicator set."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from pingyi.core.sheets.opening import open_book
from pingyi.core.sheets.writing import write_book, write_template
from pingyi.review.daily.domain.indicators import Rule
from pingyi.review.daily.domain.sheet import NAME, IndicatorLines, indicator_form, read_indicators
from tests.factories.workbooks import make_workbook

TITLES = {"orglife.committee.done": "支委会，按月", "decisions.overdue": "到期没有办完的"}
HEAD = ("指标", "内容", "台账分", "台账里的数", "怎样算", "次数或扣分", "自评分")


def read(*rows: Sequence[Any], sheet: str = NAME) -> IndicatorLines:
    return read_indicators(open_book(make_workbook({sheet: [HEAD, *rows]})), TITLES)


def told(lines: IndicatorLines) -> list[tuple[str, str]]:
    return [(one.place, str(one.message)) for one in lines.faults.in_order([])]


def test_rows_become_indicators_in_their_order() -> None:
    lines = read(
        ("制度执行", "支委会按月开", 12.5, "支委会，按月", "", "", ""),
        ("办事", "", 10, "到期没有办完的", "每出现一次扣分", 1.5, 5),
        ("成效", "有成效", "", "", "", "", "10"),
        sheet="Sheet1",
    )
    assert told(lines) == []
    first, second, third = lines.rows
    assert (first.computed, first.measure, first.rule) == (
        Fraction("12.5"),
        "orglife.committee.done",
        Rule.SHARE,
    )
    assert (second.rule, second.amount, second.claimed) == (Rule.DEDUCT, Fraction("1.5"), 5)
    assert (third.computed, third.claimed) == (0, 10)


def test_what_is_wrong_is_told_at_its_cell() -> None:
    lines = read(
        ("制度执行", "支委会", 10, "没有这个数", "猜的", "", ""),
        ("成效", "", "很多", "", "", "", ""),
    )
    assert told(lines) == [
        (f"{NAME} 第2行 D列（台账里的数）", "台账里没有“没有这个数”"),
        (f"{NAME} 第2行 E列（怎样算）", "没有“猜的”这种算法"),
        (f"{NAME} 第3行 C列（台账分）", "“很多”不是数。写一个不带符号的数，例如0.6或60%"),
    ]


def test_what_makes_no_set_is_told_as_well() -> None:
    assert told(read(("成效", "没有分", "", "", "", "", ""))) == [
        (f"{NAME} 第2行 C列（台账分）", "没有分值。台账分、自评分至少写一个")
    ]
    assert told(read()) == [(NAME, "一条指标也没有。至少写一条")]


def test_a_book_without_a_filled_sheet_is_told() -> None:
    lines = read_indicators(open_book(make_workbook({"空": []})), TITLES)
    assert told(lines) == [("", "没有找到填了内容的工作表")]


def test_the_template_is_read_back() -> None:
    form = indicator_form(TITLES)
    filled: Mapping[str, Any] = {"heading": "制度", "computed": 10, "measure": "支委会，按月"}
    lines = read_indicators(open_book(write_book((form,), {form.name: [filled]})), TITLES)
    assert [row.measure for row in lines.rows] == ["orglife.committee.done"]
    assert told(read_indicators(open_book(write_template((indicator_form({}),))), TITLES)) == [
        (NAME, "一条指标也没有。至少写一条")
    ]
