"""What a cell says, and what a spreadsheet program did to it."""
# ruff: noqa: DTZ001 (a spreadsheet knows no time zone)

from datetime import date, datetime, time
from typing import Any

import pytest

from pingyi.core.sheets.cell import Cell, CellError, date_of, text_of, whole_number_of, yes_or_no_of
from pingyi.core.text import tidy


def cell(value: Any, kind: str = "") -> Cell:
    kinds = {str: "s", int: "n", float: "n", bool: "b", datetime: "d", date: "d"}
    return Cell(2, "A", value, kind or kinds.get(type(value), "n"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" 护理学院 党委\u3000", "护理学院 党委"),
        ("００１２ＡＢ", "0012AB"),
        ("林\u200b晓\ufeff", "林晓"),
        ("第五附属医院（第五临床医学院）", "第五附属医院（第五临床医学院）"),
        ("上\n下", "上 下"),
        ("\x07铃", "铃"),
    ],
)
def test_text_is_read_without_what_nobody_sees(typed: str, read: str) -> None:
    assert tidy(typed) == text_of(cell(typed)) == read


@pytest.mark.parametrize(
    ("value", "read"), [(12, "12"), (20230001.0, "20230001"), (1.5, "1.5"), (None, ""), (True, "是")]
)
def test_numbers_become_the_text_that_people_see(value: Any, read: str) -> None:
    assert text_of(cell(value)) == read


@pytest.mark.parametrize(
    ("value", "kind", "message"),
    [
        ("=VLOOKUP(A1,B:C,2)", "f", "公式"),
        ("#N/A", "e", "错误值 #N/A"),
        (datetime(2024, 3, 5), "d", "变成了日期"),
        (123456789012345678, "n", "超过15位"),
    ],
)
def test_what_a_spreadsheet_spoilt_is_told(value: Any, kind: str, message: str) -> None:
    with pytest.raises(CellError, match=message):
        text_of(cell(value, kind))


def test_text_that_begins_like_a_formula_is_text() -> None:
    assert text_of(cell("=1+1", "s")) == "=1+1"


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-01",
        "2024/3/1",
        "2024.3.1",
        "2024年3月1日",
        "２０２４年３月１日",
        "2024 年 3 月 1 日",
        "20240301",
        20240301,
        datetime(2024, 3, 1),
        date(2024, 3, 1),
        "2024-03-01 00:00:00",
        "2024.3",
        "2024年3月",
        "2024-03",
    ],
)
def test_dates_are_read_as_people_write_them(value: Any) -> None:
    assert date_of(cell(value)) == date(2024, 3, 1)


@pytest.mark.parametrize("value", [None, "", " ", "至今", "现在"])
def test_no_date_is_no_date(value: Any) -> None:
    assert date_of(cell(value)) is None


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2024-02-30", "没有“2024-02-30”这一天"),
        ("2024.13", "没有“2024.13”这一天"),
        ("24.3.1", "不是日期"),
        ("去年三月", "不是日期"),
        ("1024-03-01", "年份 1024"),
        (2024.1, "分不清1月还是10月"),
        (2024, "不是日期"),
        (45352, "日期的编号"),
        (True, "不是日期"),
        (time(9, 30), "不是日期"),
        (datetime(1899, 12, 31), "年份 1899"),
    ],
)
def test_a_wrong_date_is_told_with_what_stands_there(value: Any, message: str) -> None:
    with pytest.raises(CellError, match=message):
        date_of(cell(value))


def test_a_formula_is_no_date() -> None:
    with pytest.raises(CellError, match="公式"):
        date_of(cell("=TODAY()", "f"))


@pytest.mark.parametrize(("value", "read"), [("3", 3), (3.0, 3), ("０３", 3), (None, None), ("", None)])
def test_whole_numbers(value: Any, read: int | None) -> None:
    assert whole_number_of(cell(value)) == read


@pytest.mark.parametrize("value", ["三", "-1", 1.5, "1234567"])
def test_other_numbers_are_told(value: Any) -> None:
    with pytest.raises(CellError, match="不是整数"):
        whole_number_of(cell(value))


@pytest.mark.parametrize(
    ("value", "read"),
    [("是", True), ("√", True), (True, True), (1, True), ("否", False), ("N", False), (None, None)],
)
def test_yes_and_no(value: Any, read: bool | None) -> None:
    assert yes_or_no_of(cell(value)) is read


def test_neither_yes_nor_no_is_told() -> None:
    with pytest.raises(CellError, match="看不出是还是否"):
        yes_or_no_of(cell("大概"))
