"""Excel workbooks: numbers are numbers, text is never a formula, and a sheet prints as it looks."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook
from pingyi.documents.render import xlsx
from tests.documents.render.reading import read_excel, word_part

COLUMNS = (
    SheetColumn("单位", 20),
    SheetColumn("好", 7, Kind.COUNT, "票数"),
    SheetColumn("差", 7, Kind.COUNT, "票数"),
    SheetColumn("得分", 10, Kind.FIGURE),
    SheetColumn("精确值", 12, Kind.FIGURE),
    SheetColumn("日期", 12, Kind.WORD),
)
ROWS = (
    ("护理学院党委", 7, 0, Decimal("91.20"), Fraction(1000, 11), date(2027, 1, 9)),
    ("药学院党委", 0, 1, "没有票", None, None),
)
SHEET = Sheet(
    "汇总", "汇总表", COLUMNS, ROWS, ("副题",), notes=("说明一",), signatures=("计票人：",), frozen_columns=1
)


def sheet_of(*sheets: Sheet) -> Worksheet:
    return read_excel(xlsx.render(Workbook("a", "a", sheets))).worksheets[0]


def one_cell(text: str) -> Sheet:
    return Sheet(text, text, (SheetColumn(text, group=text),), ((text,),), (text,), (text,), (text,))


def test_the_table_stands_under_a_head_of_two_rows() -> None:
    sheet = sheet_of(SHEET)

    assert [sheet["A1"].value, sheet["A2"].value, sheet["B3"].value, sheet["B4"].value] == [
        "汇总表",
        "副题",
        "票数",
        "好",
    ]
    assert sheet["A3"].value == "单位"
    assert {str(merge) for merge in sheet.merged_cells.ranges} >= {"A1:F1", "B3:C3", "A3:A4"}
    assert [cell.value for cell in sheet[5]][:3] == ["护理学院党委", 7, 0]
    assert [sheet["A8"].value, sheet["A9"].value] == ["说明一", "计票人："]


def test_figures_keep_their_decimals_and_exact_figures_their_stroke() -> None:
    sheet = sheet_of(SHEET)

    assert (sheet["D5"].value, sheet["D5"].number_format) == (pytest.approx(91.2), "0.00")
    assert sheet["E5"].value == "1000/11"
    assert sheet["D6"].value == "没有票"
    assert sheet["E6"].value is None
    assert sheet["F5"].number_format == "yyyy-mm-dd"


def test_numbers_without_decimals_have_no_point() -> None:
    row = (Decimal("9E+1"), Decimal(90))

    sheet = sheet_of(Sheet("a", "a", (SheetColumn("得分"), SheetColumn("得分")), (row,)))
    assert [cell.number_format for cell in sheet[3]] == ["0", "0"]


def test_the_sheet_prints_on_a4_with_its_head_on_every_page() -> None:
    sheet = sheet_of(SHEET)

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (
        "landscape",
        9,
        1,
    )
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.freeze_panes == "B5"
    assert sheet.print_area.endswith("$A$1:$F$9")


def test_few_rows_are_made_to_fit_one_page_and_many_are_not() -> None:
    many = Sheet("a", "a", (SheetColumn("单位"),), (("甲",),) * 41)

    assert sheet_of(SHEET).page_setup.fitToHeight == 1
    assert sheet_of(many).page_setup.fitToHeight == 0


def test_a_long_name_makes_its_row_higher() -> None:
    sheet = sheet_of(
        Sheet("a", "a", (SheetColumn("单位", 20),), (("甲",), ("第五附属医院（第五临床医学院）党委",)))
    )

    assert sheet.row_dimensions[4].height > sheet.row_dimensions[3].height


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        '=HYPERLINK("http://x.example","点我")',
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "#N/A",
        "TRUE",
        "1/2",
    ],
)
def test_text_is_text_whatever_it_begins_with(typed: str) -> None:
    content = xlsx.render(Workbook("a", "a", (one_cell(typed),)))

    assert "<f>" not in word_part(content, "xl/worksheets/sheet1.xml")
    cells = [
        cell
        for row in read_excel(content).worksheets[0].iter_rows()
        for cell in row
        if cell.value is not None
    ]
    # Title, line below, group, column, table, note, signature.
    assert len(cells) == 7
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_dangerous_text_stays_text_when_somebody_edits_the_cell(typed: str) -> None:
    assert sheet_of(one_cell(typed))["A1"].quotePrefix is True


def test_control_characters_do_not_break_a_workbook() -> None:
    assert sheet_of(one_cell("甲\x00\x0b乙\ud800"))["A1"].value == "甲\n乙"


def test_a_workbook_with_nothing_in_it_opens() -> None:
    assert [sheet.title for sheet in read_excel(xlsx.render(Workbook("空", "", ()))).worksheets] == ["表"]
    assert sheet_of(Sheet("空", "", (SheetColumn("单位"),), ()))["A2"].value == "单位"


def test_equal_trees_give_equal_bytes_without_a_time() -> None:
    content = xlsx.render(Workbook("a", "表", (SHEET,)))

    assert content == xlsx.render(Workbook("a", "表", (SHEET,)))
    assert "dcterms" not in word_part(content, "docProps/core.xml").replace("xmlns:dcterms", "")
