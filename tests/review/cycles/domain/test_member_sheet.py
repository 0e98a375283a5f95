import io
from collections.abc import Sequence

from openpyxl import Workbook

from pingyi.core.sheets.opening import open_book
from pingyi.review.cycles.domain.member_sheet import MemberLines, read_members

HEADING = ("工号", "姓名", "单位")


def read(**sheets: Sequence[tuple[str | None, ...]]) -> MemberLines:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return read_members(open_book(buffer.getvalue()))


def messages(read: MemberLines) -> list[str]:
    return [fault.message for fault in read.faults.kept]


def test_the_one_filled_sheet_is_the_list_whatever_its_name() -> None:
    found = read(一季度=[HEADING, (None, "李静", "护理学院")], 空=[])
    assert [(one.staff_number, one.name, one.organisation) for one in found.lines] == [
        ("", "李静", "护理学院")
    ]
    assert messages(found) == []


def test_of_several_filled_sheets_the_named_one_is_the_list_else_none() -> None:
    rows = [HEADING, ("0012", "张晓", None)]
    assert [one.staff_number for one in read(名单=rows, 旧=[HEADING, ("0013", "王一", None)]).lines] == [
        "0012"
    ]
    assert "分不清" in messages(read(甲=rows, 乙=rows))[0]
    assert "没有找到" in messages(read(甲=[]))[0]


def test_a_row_without_a_person_an_empty_list_and_a_missing_column_are_named() -> None:
    assert messages(read(名单=[HEADING, (None, None, "护理学院")])) == ["没有写是谁"]
    assert messages(read(名单=[HEADING])) == ["表里没有人"]
    assert messages(read(名单=[("工号", "单位"), ("0012", "甲")])) == ["缺少“姓名”这一列"]
