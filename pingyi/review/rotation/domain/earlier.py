"""Years before the system in which an organisation reported on site, as people type them, and the sheet for them."""

import re
import unicodedata
from dataclasses import dataclass, field

from pingyi.core.sheets.columns import Column, SheetForm
from pingyi.core.sheets.fault import Fault, FaultList
from pingyi.core.sheets.finding import EXPLANATIONS
from pingyi.core.sheets.heading import same_title
from pingyi.core.sheets.opening import Book
from pingyi.core.sheets.table import Row, read_table
from pingyi.core.words import Words

NONE_WORDS = frozenset({Words("无"), Words("没有"), Words("从未"), "0", Words("一次也没有")})
OLDEST = 1990
SEPARATORS = re.compile(r"[、，,;；/\s]+")

EARLIER_FORM = SheetForm(
    name=Words("以往现场述职"),
    purpose=Words("用系统以前，各单位在哪几个年度现场述过职"),
    columns=(
        Column(
            "organisation",
            Words("单位"),
            Words("二级党组织的全称"),
            Words("护理学院党委"),
            is_required=True,
            width=36,
        ),
        Column(
            "years",
            Words("现场述职的年度"),
            Words("几个年度用顿号隔开；一次也没有写“无”；不知道就空着"),
            "2019、2023",
            width=28,
            other_titles=(Words("最近一次现场述职年度"), Words("现场述职年度"), Words("年度")),
        ),
    ),
    other_names=("Sheet1", Words("工作表1")),
)


class BadYearsError(ValueError):
    """What was typed cannot be years; `remedy` says what can."""

    def __init__(self, typed: str, before: int) -> None:
        super().__init__(Words("“{typed}”不能作年度", typed=typed[:20]))
        self.remedy = Words(
            "写{before}或更早的四位年份，几个年度用顿号隔开；一次也没有写“无”", before=before - 1
        )


def read_years(text: str, before: int) -> list[int] | None:
    """The years in order; an empty list for “none”, None where nothing is known. All lie before the year reviewed."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    if plain in NONE_WORDS:
        return []
    years = []
    for part in SEPARATORS.split(plain):
        digits = part.removesuffix(Words("年度")).removesuffix(Words("年"))
        if not digits:
            continue
        if not (digits.isascii() and digits.isdigit() and OLDEST <= int(digits[:5]) < before):
            raise BadYearsError(part, before)
        years.append(int(digits))
    return sorted(set(years))


@dataclass(frozen=True)
class EarlierLine:
    """One filled line of the sheet; `row` reports what is wrong with it."""

    row: Row
    organisation: str
    years: list[int] | None


@dataclass
class EarlierLines:
    """What a workbook says, and everything that is wrong with it."""

    lines: list[EarlierLine] = field(default_factory=list)
    faults: FaultList = field(default_factory=FaultList)


def read_earlier(book: Book, before: int) -> EarlierLines:
    """The lines of the sheet 以往现场述职, whatever its name if it is the only filled one."""
    read = EarlierLines()
    filled = [
        one
        for one in book.sheets
        if not one.is_hidden
        and same_title(one.name) not in (same_title(EXPLANATIONS), "说明")
        and next(one.rows(), None) is not None
    ]
    named = [one for one in filled if same_title(one.name) == same_title(EARLIER_FORM.name)]
    sheet = next(iter([*named, *filled]), None)
    if sheet is None:
        read.faults.add(Fault("", Words("没有找到填了内容的工作表"), Words("下载模板填写后再上传")))
        return read
    table = read_table(sheet, EARLIER_FORM, read.faults)
    if not {"organisation", "years"} <= table.columns:
        return read
    for row in table.rows:
        try:
            years = read_years(row.text("years", 200), before)
        except BadYearsError as fault:
            row.fault("years", str(fault), fault.remedy)
            continue
        if years is not None:
            read.lines.append(EarlierLine(row, row.text("organisation", 120), years))
    if not read.lines and not read.faults:
        read.faults.add(
            Fault(EARLIER_FORM.name, Words("表里没有一行写了年度"), Words("一次也没有现场述过的写“无”"))
        )
    return read
