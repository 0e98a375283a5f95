"""From a sheet to rows whose cells are found by the key of their column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from itertools import chain
from typing import TypeVar

from pingyi.core.sheets.cell import (
    Cell,
    CellError,
    check_plain,
    date_of,
    text_of,
    time_of,
    whole_number_of,
    yes_or_no_of,
)
from pingyi.core.sheets.columns import SheetForm
from pingyi.core.sheets.fault import Fault, FaultList
from pingyi.core.sheets.heading import LOOKED_AT, Heading, find_heading, nearest, same_title
from pingyi.core.sheets.opening import Sheet
from pingyi.core.text import shorten
from pingyi.core.words import Words, listed

T = TypeVar("T")
NAMED_RANGES = 5


@dataclass
class Row:
    """One filled row. The readers below give a value or add a fault with its place and give None."""

    form: SheetForm
    number: int
    cells: dict[str, Cell]
    letters: dict[str, str]
    faults: FaultList
    faulted: set[str] = field(default_factory=set)

    @property
    def is_faulty(self) -> bool:
        return bool(self.faulted)

    def has(self, key: str) -> bool:
        """Whether the sheet has this column and the cell holds something."""
        cell = self.cells.get(key)
        return cell is not None and not cell.is_blank

    def text(self, key: str, limit: int = 0) -> str:
        """The text of a cell, empty if there is none. Longer than `limit` is a fault."""
        found = self._read(key, text_of) or ""
        if limit and len(found) > limit:
            self.fault(
                key,
                Words("“{shorten}”太长，有{found}个字", shorten=shorten(found, 20), found=len(found)),
                Words("缩短到{limit}个字以内", limit=limit),
            )
        return found

    def day(self, key: str) -> date | None:
        return self._read(key, date_of)

    def clock(self, key: str) -> time | None:
        return self._read(key, time_of)

    def whole_number(self, key: str) -> int | None:
        return self._read(key, whole_number_of)

    def yes_or_no(self, key: str) -> bool | None:
        return self._read(key, yes_or_no_of)

    def choice(self, key: str, words: dict[str, str]) -> str | None:
        """The value whose word stands in the cell. `words` maps accepted words to values."""
        text = self._read(key, text_of)
        if not text:
            return None
        for word, value in words.items():
            if same_title(word) == same_title(text):
                return value
        offered = list(self.form.column(key).choices)
        guess = nearest(text, offered)
        hint = Words("是不是“{guess}”？", guess=guess) if guess else ""
        self.fault(
            key,
            Words("“{shorten}”不在可选的范围里", shorten=shorten(text)),
            Words("{hint}可以填：{offered}", hint=hint, offered=listed(offered)),
        )
        return None

    def fault(self, key: str, message: str, remedy: str) -> None:
        """Adds a fault at this cell (or at the whole row if the sheet has no such column)."""
        self.faulted.add(key)
        title = self.form.column(key).title if key else ""
        self.faults.add(Fault(self.form.name, message, remedy, self.number, self.letters.get(key, ""), title))

    def _read(self, key: str, reader: Callable[[Cell], T]) -> T | None:
        cell = self.cells.get(key)
        if cell is None or key in self.faulted:
            return None
        try:
            return reader(cell)
        except CellError as wrong:
            self.fault(key, wrong.message, wrong.remedy)
            return None


@dataclass
class Table:
    """A sheet that was found and read: its rows in order, and which columns it has."""

    form: SheetForm
    columns: frozenset[str]
    rows: list[Row] = field(default_factory=list)


def read_table(
    sheet: Sheet, form: SheetForm, faults: FaultList, each_row: Callable[[], None] = lambda: None
) -> Table:
    """All filled rows of the sheet. What is wrong is added to `faults`; `each_row` is called once per row."""
    if _is_too_long(sheet, form, faults):
        return Table(form, frozenset())
    lines = sheet.rows()
    leading = [line for _, line in zip(range(LOOKED_AT), lines, strict=False)]
    if not leading:
        return Table(form, frozenset())
    heading = find_heading(form, leading)
    faults.extend(heading.faults)
    _name_merged(sheet, form, heading, faults)
    table = Table(form, frozenset(heading.places))
    if heading.row:
        _read_rows(table, heading, chain(leading, lines), sheet, each_row, faults)
    return table


def _is_too_long(sheet: Sheet, form: SheetForm, faults: FaultList) -> bool:
    last = max(sheet.marks.last_row, sheet.marks.rows)
    if last <= sheet.limits.last_row:
        return False
    faults.add(
        Fault(
            form.name,
            Words("表格一直延伸到第{last}行（多半只是空行带着格式）", last=last),
            Words("选中最后一条内容以下的所有行，删除后保存再上传"),
        )
    )
    return True


def _name_merged(sheet: Sheet, form: SheetForm, heading: Heading, faults: FaultList) -> None:
    """Merged cells hide values from all rows but the first. Those above the heading are only decoration."""
    inside = sorted((name for name in sheet.marks.merged if _last_row(name) >= heading.row), key=_last_row)
    for name in inside[:NAMED_RANGES]:
        faults.add(
            Fault(form.name, Words("{name} 是合并单元格", name=name), Words("取消合并，每一行都填上内容"))
        )
    if len(inside) > NAMED_RANGES:
        faults.add(
            Fault(
                form.name,
                Words("另外还有{inside}处合并单元格", inside=len(inside) - NAMED_RANGES),
                Words("选中整张表，取消合并"),
            )
        )


def _last_row(cells: str) -> int:
    return int("".join(filter(str.isdecimal, cells.split(":")[1])))


def _read_rows(
    table: Table,
    heading: Heading,
    lines: Iterator[tuple[int, list[Cell]]],
    sheet: Sheet,
    each_row: Callable[[], None],
    faults: FaultList,
) -> None:
    stray = StrayCells(table.form, heading)
    for number, cells in lines:
        if number <= heading.row:
            continue
        stray.look_at(cells, faults)
        found = {key: cells[place] for key, place in heading.places.items()}
        row = Row(table.form, number, found, heading.letters, faults)
        if all(cell.is_blank for cell in row.cells.values()):
            continue
        if len(table.rows) >= sheet.limits.rows:
            faults.add(
                Fault(
                    table.form.name,
                    Words("超过了{rows}行", rows=sheet.limits.rows),
                    Words("分成几份，一份一份地导入"),
                    row=number,
                )
            )
            return
        for key in heading.places:
            _check(row, key)
        table.rows.append(row)
        each_row()


def _check(row: Row, key: str) -> None:
    """Formulas are refused in every column, also in those that a rule would not come to read."""
    try:
        check_plain(row.cells[key])
    except CellError as wrong:
        row.fault(key, wrong.message, wrong.remedy)


class StrayCells:
    """Content below no heading: most likely a slip, so it is named, once for each column."""

    def __init__(self, form: SheetForm, heading: Heading) -> None:
        self.form = form
        self.titled = heading.titled
        self.named: set[int] = set()

    def look_at(self, cells: list[Cell], faults: FaultList) -> None:
        for place, cell in enumerate(cells):
            if cell.value is None or place in self.titled or place in self.named or cell.is_blank:
                continue
            self.named.add(place)
            remedy = Words("在表头写上这一列的列名，或清空这一格")
            faults.add(Fault(self.form.name, Words("这一格上面没有表头"), remedy, cell.row, cell.letter))
