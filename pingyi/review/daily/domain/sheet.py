"""The workbook in which an institution writes its own indicators, and what a filled one says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from pingyi.core.sheets.columns import Column, Format, SheetForm
from pingyi.core.sheets.fault import Fault, FaultList
from pingyi.core.sheets.finding import EXPLANATIONS
from pingyi.core.sheets.heading import same_title
from pingyi.core.sheets.opening import Book
from pingyi.core.sheets.table import Row, read_table
from pingyi.core.text import tidy
from pingyi.core.words import Clause, Words
from pingyi.review.cycles.domain.kinds import BadValueError, Points
from pingyi.review.daily.domain.indicators import LONGEST, MOST, Indicator, Rule, faults_of_rows, settled
from pingyi.review.daily.phrases import ROW_FAULTS, RULES

POINTS = Points()
NAME = Words("考核指标")


def indicator_form(titles: Mapping[str, str]) -> SheetForm:
    """The sheet: `titles` are the names of the numbers that ledgers state, by code."""
    return SheetForm(
        name=NAME,
        purpose=Words("一套考核指标，一行一条；分值由本单位定"),
        columns=(
            Column(
                "heading", Words("指标"), Words("例如五个到位的一项"), Words("政治把关作用到位"), width=24
            ),
            Column("text", Words("内容"), Words("这一条看什么"), Words("支委会按月开"), width=30),
            Column(
                "computed", Words("台账分"), Words("由台账算的分，没有就空着"), "10", format=Format.NUMBER
            ),
            Column(
                "measure",
                Words("台账里的数"),
                Words("有台账分才选"),
                next(iter(titles.values()), ""),
                choices=tuple(titles.values()),
                width=26,
            ),
            Column(
                "rule",
                Words("怎样算"),
                Words("空着就是“办了的占应办的”"),
                RULES[Rule.SHARE],
                choices=tuple(RULES.values()),
                width=30,
            ),
            Column("amount", Words("次数或扣分"), Words("有的算法要一个数"), "", format=Format.NUMBER),
            Column("claimed", Words("自评分"), Words("自评的分，没有就空着"), "5", format=Format.NUMBER),
        ),
        other_names=("Sheet1", Words("工作表1")),
    )


@dataclass
class IndicatorLines:
    """What a workbook says, and everything that is wrong with it."""

    rows: list[Indicator] = field(default_factory=list)
    faults: FaultList = field(default_factory=FaultList)


def read_indicators(book: Book, titles: Mapping[str, str]) -> IndicatorLines:
    """The rows of the sheet 考核指标, whatever its name if it is the only filled one."""
    read, form = IndicatorLines(), indicator_form(titles)
    filled = [
        one
        for one in book.sheets
        if not one.is_hidden
        and same_title(one.name) not in (same_title(EXPLANATIONS), "说明")
        and next(one.rows(), None) is not None
    ]
    named = [one for one in filled if same_title(one.name) == same_title(form.name)]
    sheet = next(iter([*named, *filled]), None)
    if sheet is None:
        read.faults.add(Fault("", Words("没有找到填了内容的工作表"), Words("下载模板填写后再上传")))
        return read
    table = read_table(sheet, form, read.faults)
    codes = {same_title(title): code for code, title in titles.items()}
    rules = {same_title(word): Rule(rule) for rule, word in RULES.items()}
    lines = {row.number: row for row in table.rows}
    read.rows = [_indicator(row, codes, rules) for row in lines.values()]
    if not read.faults:
        _check(read, lines, frozenset(titles))
    return read


def _check(read: IndicatorLines, lines: Mapping[int, Row], measures: frozenset[str]) -> None:
    for place, fault in faults_of_rows([settled(one) for one in read.rows], measures).items():
        column, _, number = place.partition("-")
        words = Clause(ROW_FAULTS[fault])
        if number:
            lines[int(number)].fault(column, words, Words("改好这一格再上传"))
        else:
            read.faults.add(Fault(NAME, words, Words("一行一条，最多{most}行", most=MOST)))


def _indicator(row: Row, codes: Mapping[str, str], rules: Mapping[str, Rule]) -> Indicator:
    title, rule = row.text("measure"), row.text("rule")
    if title and same_title(title) not in codes:
        row.fault("measure", Words("台账里没有“{title}”", title=title), Words("从列出的数里选"))
    if rule and same_title(rule) not in rules:
        row.fault("rule", Words("没有“{rule}”这种算法", rule=rule), Words("从列出的算法里选"))
    return Indicator(
        tidy(row.text("heading", LONGEST)),
        tidy(row.text("text", LONGEST)),
        _points(row, "computed") or Fraction(0),
        _points(row, "claimed") or Fraction(0),
        codes.get(same_title(title), ""),
        rules.get(same_title(rule), Rule.SHARE),
        _points(row, "amount"),
        row.number,
    )


def _points(row: Row, key: str) -> Fraction | None:
    text = row.text(key)
    if not text:
        return None
    try:
        return POINTS.read(text)
    except BadValueError as fault:
        row.fault(key, Clause(str(fault)), Words("写一个数，例如8.5"))
        return None
