"""Rows under headings: found by what people call the columns, with every slip named by its place."""

from typing import Any

import pytest
from openpyxl import Workbook

from pingyi.core.sheets.columns import Column, SheetForm
from pingyi.core.sheets.fault import FaultList
from pingyi.core.sheets.finding import find_sheets
from pingyi.core.sheets.limits import Limits
from pingyi.core.sheets.opening import open_book
from pingyi.core.sheets.table import Table, read_table
from tests.factories.workbooks import make_workbook

FORM = SheetForm(
    "人员",
    "谁",
    (
        Column("number", "工号"),
        Column("name", "姓名", is_required=True, other_titles=("名字",)),
        Column("kind", "类别", choices=("党委", "党总支")),
        Column("since", "任职日期"),
    ),
)
OTHER = SheetForm("组织", "哪里", (Column("name", "名称", is_required=True),))
HEAD = ["工号", "姓名", "类别", "任职日期"]


def read(rows: list[list[Any]], spoil: Any = None, limits: Limits | None = None) -> tuple[Table, FaultList]:
    faults = FaultList()
    book = open_book(make_workbook({"人员": rows}, spoil), limits)
    found = find_sheets(book, (FORM,), faults)
    return read_table(found.by_form["人员"], FORM, faults), faults


def told(faults: FaultList) -> list[tuple[str, str]]:
    return [(fault.place, fault.message) for fault in faults.kept]


def test_columns_are_found_in_any_order_and_by_their_other_names() -> None:
    table, faults = read([["任职日期", " 名 字* ", "工号（必填）"], ["2024-03-01", "林晓", "0012"]])
    row = table.rows[0]
    assert not faults
    assert (row.text("number"), row.text("name"), str(row.day("since"))) == ("0012", "林晓", "2024-03-01")
    assert (row.has("kind"), row.text("kind")) == (False, "")


def test_headings_may_stand_below_a_title_even_a_merged_one() -> None:
    table, faults = read(
        [["2025年人员名册"], HEAD, ["0012", "林晓"]], lambda book: book["人员"].merge_cells("A1:D1")
    )
    assert not faults
    assert [(row.number, row.text("name")) for row in table.rows] == [(3, "林晓")]


def test_a_misspelt_heading_gets_the_nearest_one_suggested() -> None:
    _, faults = read([["工号", "姓名", "类型别", "任职时间"], ["1", "林晓", "党委", "2024-03-01"]])
    assert told(faults) == [
        ("人员 第1行 C列（类型别）", "表头“类型别”不认识"),
        ("人员 第1行 D列（任职时间）", "表头“任职时间”不认识"),
    ]
    assert ["类别" in faults.kept[0].remedy, "任职日期" in faults.kept[1].remedy] == [True, True]


def test_columns_for_remarks_are_not_read_and_not_blamed() -> None:
    table, faults = read(
        [["序号", "姓名", "工号", "备注"], [1, "林晓", "0012", "新来的"], [2, None, None, "空行"]]
    )
    assert not faults
    assert len(table.rows) == 1


def test_the_same_heading_twice_is_told() -> None:
    _, faults = read([["姓名", "工号", "名字"], ["林晓", "1", "林晓"]])
    assert told(faults) == [("人员 第1行 C列（名字）", "“名字”这一列重复了，A列已经有了")]


def test_a_missing_column_is_told() -> None:
    _, faults = read([["工号", "类别"], ["1", "党委"]])
    assert told(faults) == [("人员 第1行", "缺少“姓名”这一列")]


def test_a_sheet_without_headings_is_told_with_what_is_expected() -> None:
    _, faults = read([["0012", "林晓"], ["0013", "沈青"]])
    assert told(faults) == [("人员 第1行", "没有找到表头")]
    assert "工号、姓名、类别、任职日期" in faults.kept[0].remedy


def test_merged_cells_among_the_rows_are_told_and_many_are_counted() -> None:
    def merge(book: Workbook) -> None:
        for first in range(2, 16, 2):
            book["人员"].merge_cells(f"C{first}:C{first + 1}")

    _, faults = read([HEAD, *([str(number), "林晓", "党委"] for number in range(14))], merge)
    assert faults.kept[0].message == "C2:C3 是合并单元格"
    assert faults.kept[-1].message == "另外还有2处合并单元格"


def test_a_formula_is_refused_wherever_it_stands_once_per_cell() -> None:
    table, faults = read([HEAD, ["0012", "=A2", "党委", "=TODAY()"]])
    assert [row.text("name") for row in table.rows] == [""]
    assert told(faults) == [
        ("人员 第2行 B列（姓名）", "单元格里是公式"),
        ("人员 第2行 D列（任职日期）", "单元格里是公式"),
    ]
    assert "选择性粘贴" in faults.kept[0].remedy


def test_content_below_no_heading_is_told_once_per_column() -> None:
    _, faults = read([HEAD, ["1", "林晓", "", "", "什么"], ["2", "沈青", "", "", "什么"]])
    assert told(faults) == [("人员 第2行 E列", "这一格上面没有表头")]


def test_a_word_that_is_not_offered_gets_the_nearest_one_and_all_others() -> None:
    table, faults = read([HEAD, ["1", "林晓", "党总支部", ""]])
    assert table.rows[0].choice("kind", {"党委": "a", "党总支": "b"}) is None
    assert told(faults) == [("人员 第2行 C列（类别）", "“党总支部”不在可选的范围里")]
    assert faults.kept[0].remedy == "是不是“党总支”？可以填：党委、党总支"


def test_text_that_is_too_long_is_told() -> None:
    table, faults = read([HEAD, ["1", "林" * 70]])
    table.rows[0].text("name", limit=64)
    assert faults.kept[0].message == f"“{'林' * 20}…”太长，有70个字"


def test_too_many_rows_are_told_and_not_read() -> None:
    table, faults = read([HEAD, *([str(number), "林晓"] for number in range(6))], limits=Limits(rows=5))
    assert len(table.rows) == 5
    assert told(faults) == [("人员 第7行", "超过了5行")]


def test_a_sheet_that_reaches_down_without_end_is_told_before_it_is_read() -> None:
    def format_far_below(book: Workbook) -> None:
        book["人员"].cell(row=900, column=1).number_format = "@"

    table, faults = read([HEAD, ["1", "林晓"]], format_far_below, Limits(last_row=800))
    assert table.rows == []
    assert told(faults) == [("人员", "表格一直延伸到第900行（多半只是空行带着格式）")]


def test_a_far_away_row_costs_no_time() -> None:
    table, faults = read(
        [HEAD, ["1", "林晓"]], lambda book: book["人员"].cell(row=99_000, column=2, value="沈青")
    )
    assert not faults
    assert [row.number for row in table.rows] == [2, 99_000]


def test_an_empty_sheet_has_no_rows_and_no_faults() -> None:
    table, faults = read([])
    assert (table.rows, faults.total) == ([], 0)


def test_every_row_is_stepped_over() -> None:
    steps: list[int] = []
    faults = FaultList()
    sheet = open_book(make_workbook({"人员": [HEAD, ["1", "a"], [], ["2", "b"]]})).sheets[0]
    read_table(sheet, FORM, faults, lambda: steps.append(1))
    assert len(steps) == 2


def test_only_the_first_faults_are_kept_but_all_are_counted() -> None:
    faults = FaultList(limit=2)
    table = read_table(
        open_book(make_workbook({"人员": [HEAD, *([["1", "=A1"]] * 5)]})).sheets[0], FORM, faults
    )
    assert (len(faults.kept), faults.total, len(table.rows)) == (2, 5, 5)


def find(
    sheets: dict[str, Any], spoil: Any = None
) -> tuple[list[str], list[tuple[str, str, str]], list[str]]:
    faults = FaultList()
    found = find_sheets(open_book(make_workbook(sheets, spoil)), (FORM, OTHER), faults)
    return (
        list(found.by_form),
        [(fault.sheet, fault.message, fault.remedy) for fault in faults.kept],
        found.remarks,
    )


def test_sheets_are_found_by_name_and_explanations_are_left_alone() -> None:
    assert find({"填写说明": [["怎么填"]], " 人员": [HEAD], "Sheet2": []}) == (["人员"], [], [])


def test_an_unknown_sheet_is_named_with_the_nearest() -> None:
    _, faults, _ = find({"人员": [HEAD], "组织表": [["名称"], ["a"]], "预算": [["钱"]]})
    assert [(sheet, message) for sheet, message, _ in faults] == [
        ("组织表", "工作表的名称不认识"),
        ("预算", "工作表的名称不认识"),
    ]
    assert faults[0][2] == "是不是“组织”？改成这个名称；不导入的工作表请删掉"


def test_a_hidden_sheet_of_ours_is_a_fault_and_another_one_a_remark() -> None:
    def hide(book: Workbook) -> None:
        book["人员"].sheet_state = "hidden"
        book["缓存"].sheet_state = "veryHidden"

    names, faults, remarks = find({"人员": [HEAD], "组织": [["名称"]], "缓存": [["x"]]}, hide)
    assert names == ["组织"]
    assert [fault[:2] for fault in faults] == [("人员", "这张工作表是隐藏的")]
    assert remarks == ["隐藏的工作表“缓存”没有读。"]


def test_the_same_sheet_twice_is_told() -> None:
    _, faults, _ = find({"人员": [HEAD], "人 员": [HEAD]})
    assert [fault[:2] for fault in faults] == [("人 员", "“人员”有两张工作表")]


def test_no_sheet_of_ours_is_told_with_the_names() -> None:
    _, faults, _ = find({"Sheet1": []})
    assert faults[0][1] == "没有找到要导入的工作表"
    assert "人员、组织" in faults[0][2]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+86", "-", "@SUM(1)"])
def test_text_that_looks_like_a_formula_is_read_and_written_as_text(text: str) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    from pingyi.core.sheets.writing import write_book

    content = write_book((FORM,), {"人员": [{"number": "0012", "name": text}]})
    written = load_workbook(BytesIO(content))["人员"]["B2"]
    assert (written.value, written.data_type, written.quotePrefix) == (text, "s", True)
    table = read_table(open_book(content).sheets[0], FORM, FaultList())
    assert (table.rows[0].text("name"), table.rows[0].text("number")) == (text, "0012")


def test_the_template_keeps_leading_zeros_and_offers_the_choices() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    from pingyi.core.sheets.writing import write_template

    book = load_workbook(BytesIO(write_template((FORM,))))
    sheet = book["人员"]
    assert book.sheetnames == ["填写说明", "人员"]
    assert [cell.value for cell in sheet[1]] == HEAD
    assert sheet["A50"].number_format == "@"
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ['"党委,党总支"']


def test_an_untouched_template_has_nothing_to_import_and_no_faults() -> None:
    from pingyi.core.sheets.writing import write_template

    faults = FaultList()
    book = open_book(write_template((FORM, OTHER)))
    found = find_sheets(book, (FORM, OTHER), faults)
    tables = [
        read_table(sheet, FORM if name == "人员" else OTHER, faults) for name, sheet in found.by_form.items()
    ]
    assert ([len(table.rows) for table in tables], told(faults)) == ([0, 0], [])
