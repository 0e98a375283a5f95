"""Sheets are read as they stream by; openpyxl, which builds every cell, is asked for the same book beside it."""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from pingyi.core.errors import Refused
from pingyi.core.sheets.limits import Limits
from pingyi.core.sheets.opening import open_book
from pingyi.core.sheets.package import inspect_package
from pingyi.core.sheets.stream import shared_texts
from tests.factories.workbooks import make_workbook, part_of, with_part

SHEET = "xl/worksheets/sheet1.xml"
MOMENT = datetime.fromisoformat("2025-03-01T14:30:00")
SOUND = '<rPh sb="0" eb="1"><t>lin</t></rPh>'
Line = tuple[int, list[tuple[Any, str]]]


def ours(content: bytes) -> list[Line]:
    rows = open_book(content).sheets[0].rows()
    return [(number, [_told(cell.value, cell.kind) for cell in cells]) for number, cells in rows]


def theirs(content: bytes) -> list[Line]:
    """The same through openpyxl, rows without any value left out."""
    book = load_workbook(io.BytesIO(content), read_only=True)
    lines = book.worksheets[0].iter_rows(min_row=1, max_row=Limits().last_row, max_col=Limits().columns + 1)
    return [
        (number, [_told(cell.value, str(cell.data_type)) for cell in line])
        for number, line in enumerate(lines, start=1)
        if any(cell.value is not None for cell in line)
    ]


def _told(value: Any, kind: str) -> tuple[Any, str]:
    """Empty texts are no content, whatever type stands beside them."""
    return (None, "n") if value in (None, "") else (value, kind)


def with_cells(cells: str) -> bytes:
    """A book whose sheet has these rows and cells, written as they stand here."""
    content = make_workbook({"人员": [["工号", "姓名"]]})
    part = part_of(content, SHEET).decode()
    start, end = part.index("<sheetData>"), part.index("</sheetData>")
    return with_part(content, SHEET, f"{part[:start]}<sheetData>{cells}{part[end:]}".encode())


def everything(book: Workbook) -> None:
    sheet = book["人员"]
    sheet.append(["=SUM(1,2)", True, False, 12, 12.5, 1e21, -3, "", " ", "<a&b>", "x\ny", "'1"])
    sheet.append([date(2025, 3, 1), MOMENT, time(14, 30), timedelta(hours=30)])
    sheet["C7"] = "#N/A"
    sheet["C7"].data_type = "e"
    sheet["BZ8"] = "beyond what is read"
    sheet["A9"] = CellRichText("林", TextBlock(InlineFont(b=True), "晓"))
    sheet["B9"] = "_x005F_x000D_"


@pytest.mark.parametrize("spoil", [None, everything], ids=["texts", "everything"])
def test_every_cell_is_what_openpyxl_makes_of_it(spoil: Callable[[Workbook], None] | None) -> None:
    content = make_workbook({"人员": [["工号", "姓名"], [], ["0012", None, "林晓"]]}, spoil)
    assert ours(content) == theirs(content)
    assert len(ours(content)) == (2 if spoil is None else 6)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ('<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>2</v></c></row>', {1: ["甲", 2]}),
        (
            '<row r="5"><c r="B5" t="str"><v>甲</v></c></row><row><c><v>1</v></c></row>',
            {5: [None, "甲"], 6: [1]},
        ),
        ('<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>', {3: [1]}),
        (
            f'<row><c t="inlineStr"><is><r><t>林</t></r><r><t>晓</t></r>{SOUND}</is></c></row>',
            {1: ["林晓"]},
        ),
        ('<row r="1"><c r="A1" t="d"><v>2025-03-01T14:30:00</v></c></row>', {1: [MOMENT]}),
        ('<row r="1"><c r="A1"><f t="shared" si="0"/><v>3</v></c></row>', {1: ["="]}),
        (
            '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"/><c r="C1" t="inlineStr"/></row>',
            {1: ["#REF!"]},
        ),
        ('<row r="1" spans="1:1"/><row r="100001"><c><v>1</v></c></row>', {}),
    ],
    ids=["no numbers", "gaps", "backwards", "runs and sound", "iso date", "shared formula", "error", "none"],
)
def test_what_other_programs_write_is_understood_alike(cells: str, told: dict[int, list[Any]]) -> None:
    content = with_cells(cells)
    found = {number: [value for value, _ in line] for number, line in ours(content)}
    assert {number: line[: len(told[number])] for number, line in found.items()} == told
    assert ours(content) == theirs(content)


def test_a_formula_is_seen_whatever_value_stands_beside_it() -> None:
    content = with_cells('<row r="1"><c r="A1" t="str"><f>B1</f><v>像文字一样</v></c></row>')
    assert ours(content)[0][1][0] == ("=B1", "f")


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1" t="s"><v>9999</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>eins</v></c></row>',
        '<row r="1"><c r="!!"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>&unknown;</v></c></row>',
    ],
)
def test_cells_that_make_no_sense_give_a_sentence(cells: str) -> None:
    with pytest.raises(Refused) as refusal:
        ours(with_cells(cells))
    assert refusal.value.code == "sheet.broken"


def test_a_number_that_is_no_day_is_an_error_and_not_a_date() -> None:
    def overflow(book: Workbook) -> None:
        cell = book["人员"]["A2"]
        cell.value, cell.number_format = 99_999_999_999, "yyyy-mm-dd"

    assert ours(make_workbook({"人员": [["日期"]]}, overflow))[1][1][0] == ("#VALUE!", "e")


def test_entities_are_refused_also_by_the_reader_itself() -> None:
    declared = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">]><a>&x;</a>'
    with pytest.raises(ValueError, match="no entities"):
        shared_texts(io.BytesIO(declared))


def test_opening_looks_at_the_package_and_reads_no_sheet() -> None:
    spoilt = with_cells('<row r="1"><c r="A1"><v>eins</v></c></row>')
    assert [sheet.name for sheet in open_book(spoilt).sheets] == ["人员"]
    assert inspect_package(spoilt, Limits()).marks[SHEET].rows == 1
