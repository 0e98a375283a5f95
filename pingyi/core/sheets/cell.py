"""One cell, and what can be read from it. Spreadsheet programs change what people type; here it is noticed."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from pingyi.core.text import shorten, tidy
from pingyi.core.words import Words

EXACT_DIGITS = 15
# Days counted since 1900, from 1954 to 2064: what is left of a date whose format was lost.
SERIAL_DAYS = (20_000, 60_000)
FIRST_YEAR, LAST_YEAR = 1900, 2100
YES = frozenset({Words("是"), "√", "✓", "☑", "y", "yes", "true", "1", Words("有"), Words("对")})
NO = frozenset({Words("否"), "×", "n", "no", "false", "0", Words("无"), Words("不是"), ""})
STILL = frozenset({Words("至今"), Words("现在"), Words("今"), Words("在任")})
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")
MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：]00)?")
DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


class CellError(Exception):
    """What is wrong with a cell, and the remedy. The caller adds the place."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the spreadsheet holds it.

    `kind` is openpyxl's data type: f formula, s text, n number, b yes or no, d date, e error value.
    """

    row: int
    letter: str
    value: Any
    kind: str

    @property
    def is_number(self) -> bool:
        return self.kind == "n" and self.value is not None

    @property
    def is_blank(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not tidy(self.value))


def text_of(cell: Cell) -> str:
    """The cell as text. A number loses the “.0” of the spreadsheet; a date or a lost digit is a fault."""
    check_plain(cell)
    if cell.value is None:
        return ""
    if isinstance(cell.value, bool):
        return Words("是") if cell.value else Words("否")
    if isinstance(cell.value, (int, float)):
        return _number_as_text(cell.value)
    if isinstance(cell.value, (date, datetime, time)):
        raise CellError(Words("单元格被表格软件变成了日期"), Words("把这一格的格式改成“文本”，重新输入"))
    return tidy(str(cell.value))


def check_plain(cell: Cell) -> None:
    """Raises for what no column accepts: formulas and error values."""
    if cell.kind == "f":
        raise CellError(
            Words("单元格里是公式"), Words("复制这一列，用“选择性粘贴”里的“数值”粘贴回去，再上传")
        )
    if cell.kind == "e":
        raise CellError(
            Words("单元格是错误值 {cell_value}", cell_value=cell.value), Words("改成正确的内容，或清空这一格")
        )


def _number_as_text(value: float) -> str:
    if value % 1:
        return repr(value)
    if abs(value) >= 10**EXACT_DIGITS:
        raise CellError(
            Words("数字超过15位，表格软件已经把末尾几位改成了0"),
            Words("把这一列的格式改成“文本”，从原始材料重新输入"),
        )
    return str(int(value))


def date_of(cell: Cell) -> date | None:
    """The day in the cell; a month without a day means its first day; “至今” and an empty cell mean none."""
    check_plain(cell)
    value = cell.value
    if value is None:
        return None
    if isinstance(value, datetime):
        return _checked(value.date())
    if isinstance(value, date):
        return _checked(value)
    if isinstance(value, (bool, time)):
        raise _not_a_date(str(value))
    if isinstance(value, (int, float)):
        return _date_of_number(value)
    return _date_of_text(tidy(str(value)))


def time_of(cell: Cell) -> time | None:
    """A time of day such as 14:30; None for an empty cell."""
    check_plain(cell)
    value = cell.value
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.time()
    if isinstance(value, time):
        return value
    found = CLOCK.fullmatch(tidy(str(value)))
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise CellError(
        Words("“{shorten}”不是几点几分", shorten=shorten(str(value))), Words("写成 14:30 这样的时间")
    )


def _date_of_number(value: float) -> date:
    if value % 1:
        raise CellError(
            Words("“{value}”被表格软件当成了小数，分不清1月还是10月", value=value),
            Words("写成 2024-10-01 这样的日期，或把格式改成“文本”再填"),
        )
    if SERIAL_DAYS[0] <= value <= SERIAL_DAYS[1]:
        raise CellError(
            Words("“{int}”是表格软件里日期的编号，不是日期", int=int(value)),
            Words("把这一列的格式改成“日期”，看到年月日再上传"),
        )
    return _date_of_text(str(int(value))) or _fail(str(value))


def _date_of_text(text: str) -> date | None:
    if not text or text in STILL:
        return None
    compact = text.replace(" ", "") if "年" in text else text
    for pattern in (DAY, DIGITS, MONTH):
        if found := pattern.fullmatch(compact):
            numbers = [int(part) for part in found.groups()]
            try:
                return _checked(date(numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else 1))
            except ValueError:
                raise CellError(Words("没有“{text}”这一天", text=text), Words("核对年、月、日")) from None
    return _fail(text)


def _checked(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellError(
            Words("年份 {year} 不对", year=day.year),
            Words(
                "核对日期，年份要在 {first_year} 到 {last_year} 之间",
                first_year=FIRST_YEAR,
                last_year=LAST_YEAR,
            ),
        )
    return day


def _fail(text: str) -> date:
    raise _not_a_date(text)


def _not_a_date(text: str) -> CellError:
    return CellError(
        Words("“{shorten}”不是日期", shorten=shorten(text)),
        Words("写成 2024-03-01、2024.3.1 或 2024年3月1日"),
    )


def whole_number_of(cell: Cell) -> int | None:
    """A whole number from 0 on, or None for an empty cell."""
    text = text_of(cell)
    if not text:
        return None
    if not text.isdecimal() or len(text) > 6:
        raise CellError(
            Words("“{shorten}”不是整数", shorten=shorten(text)), Words("填 1、2、3 这样的整数，或空着")
        )
    return int(text)


def yes_or_no_of(cell: Cell) -> bool | None:
    """是 or 否; None for an empty cell."""
    text = text_of(cell).lower()
    if not text:
        return None
    if text in YES:
        return True
    if text in NO:
        return False
    raise CellError(Words("“{shorten}”看不出是还是否", shorten=shorten(text)), Words("填“是”或“否”"))
