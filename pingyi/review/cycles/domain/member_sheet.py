"""The sheet in which people hand in the list of a voter class, and the rows that are read from it."""

from dataclasses import dataclass, field

from pingyi.core.sheets.columns import Column, SheetForm
from pingyi.core.sheets.fault import Fault, FaultList
from pingyi.core.sheets.finding import EXPLANATIONS
from pingyi.core.sheets.heading import same_title
from pingyi.core.sheets.opening import Book, Sheet
from pingyi.core.sheets.table import Row, read_table

MEMBER_FORM = SheetForm(
    name="名单",
    purpose="一类投票人的名单",
    columns=(
        Column("staff_number", "工号", "写了工号就按工号认人", "1001", width=14),
        Column("name", "姓名", "没有工号的，写姓名和单位", "张晓", is_required=True, width=14),
        Column(
            "organisation",
            "单位",
            "同名的人靠单位分清",
            "护理学院党委",
            width=32,
            other_titles=("部门", "党组织"),
        ),
    ),
    other_names=("Sheet1", "工作表1"),
)


@dataclass(frozen=True)
class MemberLine:
    """One line of the list as typed; `row` reports what is wrong with it."""

    row: Row
    staff_number: str
    name: str
    organisation: str


@dataclass
class MemberLines:
    """What a workbook says, and everything that is wrong with it."""

    lines: list[MemberLine] = field(default_factory=list)
    faults: FaultList = field(default_factory=FaultList)


def read_members(book: Book) -> MemberLines:
    """The lines of the one filled sheet of the book, whatever its name; with several filled, of the one named 名单."""
    read = MemberLines()
    sheet = _the_sheet(book, read.faults)
    if sheet is None:
        return read
    table = read_table(sheet, MEMBER_FORM, read.faults)
    if "name" not in table.columns:
        # The missing column has been named; without it every row would be faulted for nothing.
        return read
    for row in table.rows:
        line = MemberLine(
            row, row.text("staff_number", 32), row.text("name", 64), row.text("organisation", 120)
        )
        if not line.name and not line.staff_number and not row.is_faulty:
            row.fault("name", "没有写是谁", "写姓名，或删掉这一行")
        read.lines.append(line)
    if not read.lines and not read.faults:
        read.faults.add(Fault(MEMBER_FORM.name, "表里没有人", "从第二行起，每人一行"))
    return read


def _the_sheet(book: Book, faults: FaultList) -> Sheet | None:
    filled = [
        sheet
        for sheet in book.sheets
        if not sheet.is_hidden
        and same_title(sheet.name) not in (same_title(EXPLANATIONS), "说明")
        and next(sheet.rows(), None) is not None
    ]
    named = [sheet for sheet in filled if same_title(sheet.name) == same_title(MEMBER_FORM.name)]
    if len(filled) == 1 or named:
        return (named or filled)[0]
    if filled:
        faults.add(Fault("", "有好几张填了内容的工作表，分不清哪张是名单", "把名单那张改名为“名单”"))
    else:
        faults.add(Fault("", "没有找到填了内容的工作表", "下载模板填写后再上传"))
    return None
