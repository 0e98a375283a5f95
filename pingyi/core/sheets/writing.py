"""Workbooks for people to fill in or to keep: texts stay texts, whatever they begin with."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from pingyi.core.sheets.columns import Column, Format, SheetForm
from pingyi.core.sheets.finding import EXPLANATIONS

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER_FORMATS = {Format.TEXT: "@", Format.DATE: "yyyy-mm-dd", Format.NUMBER: "0"}
# Empty rows that a template brings formatted, so that a typed 0012 stays 0012.
BLANK_ROWS = 300
VALIDATED_ROWS = 20_000
HEAD_FONT = Font(bold=True, color="FFFFFF")
REQUIRED_FILL = PatternFill("solid", fgColor="18202B")
OPTIONAL_FILL = PatternFill("solid", fgColor="54606F")
EDGE = Border(bottom=Side(style="thin", color="DCE1E8"))
CENTRED = Alignment(horizontal="center", vertical="center")
WRAPPED = Alignment(vertical="top", wrap_text=True)

Line = Mapping[str, Any]


def write_template(forms: tuple[SheetForm, ...]) -> bytes:
    """An empty workbook to fill in: explanations with examples first, then one sheet for each form."""
    workbook = Workbook(write_only=True)
    _write_explanations(workbook, forms)
    for form in forms:
        _write_sheet(workbook, form, (), BLANK_ROWS)
    return _bytes(workbook)


def write_book(forms: tuple[SheetForm, ...], lines: Mapping[str, Iterable[Line]]) -> bytes:
    """A filled workbook that the import reads back: `lines` by form name, each line a value for each column key."""
    workbook = Workbook(write_only=True)
    for form in forms:
        _write_sheet(workbook, form, lines.get(form.name, ()), 0)
    return _bytes(workbook)


def _write_sheet(workbook: Any, form: SheetForm, lines: Iterable[Line], blank_rows: int) -> None:
    sheet = workbook.create_sheet(form.name)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(form.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        if column.choices:
            sheet.data_validations.append(_validation(column, get_column_letter(number)))
    sheet.append([_heading_cell(sheet, column) for column in form.columns])
    for line in lines:
        sheet.append([_cell(sheet, column, line.get(column.key)) for column in form.columns])
    for _ in range(blank_rows):
        sheet.append([_cell(sheet, column, None) for column in form.columns])


def _validation(column: Column, letter: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    rule.errorTitle, rule.error = "不在可选的范围里", f"请选：{'、'.join(column.choices)}"
    rule.add(f"{letter}2:{letter}{VALIDATED_ROWS}")
    return rule


def _heading_cell(sheet: Any, column: Column) -> Cell:
    cell = WriteOnlyCell(sheet, value=column.title)
    cell.font = HEAD_FONT
    cell.fill = REQUIRED_FILL if column.is_required else OPTIONAL_FILL
    cell.alignment = CENTRED
    return cell


def _cell(sheet: Any, column: Column, value: Any) -> Cell:
    if isinstance(value, str):
        return text_cell(sheet, value)
    cell = WriteOnlyCell(sheet, value=value)
    cell.number_format = NUMBER_FORMATS[column.format]
    return cell


def text_cell(sheet: Any, text: str) -> Cell:
    """A cell that holds this text and nothing else: never a formula, also after somebody edits the cell."""
    cell = WriteOnlyCell(sheet, value=None)
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.value = text or None
    if text:
        cell.data_type = "s"
    cell.number_format = NUMBER_FORMATS[Format.TEXT]
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
    return cell


def _write_explanations(workbook: Any, forms: tuple[SheetForm, ...]) -> None:
    sheet = workbook.create_sheet(EXPLANATIONS)
    for letter, width in zip("ABCDE", (12, 16, 8, 60, 34), strict=True):
        sheet.column_dimensions[letter].width = width
    for sentence in (
        "每张工作表单独导入，用不到的可以删掉或空着。列的先后可以换，列名不要改。",
        "同一份表可以反复导入：已经有的只改动了的地方，不会重复。空着的格表示不改；要清空原来的内容，填“清空”。",
        "日期写 2024-03-01、2024.3.1 或 2024年3月1日都可以。单元格里不要有公式和合并单元格。",
    ):
        sheet.append([text_cell(sheet, sentence)])
    for form in forms:
        sheet.append([])
        title = text_cell(sheet, f"{form.name}：{form.purpose}")
        title.font = Font(bold=True)
        sheet.append([title])
        sheet.append([_small_heading(sheet, word) for word in ("工作表", "列名", "必填", "怎么填", "例子")])
        for column in form.columns:
            sheet.append([_explained(sheet, word) for word in _explanation(form, column)])


def _explanation(form: SheetForm, column: Column) -> tuple[str, ...]:
    hint = column.hint
    if column.choices:
        hint = f"{hint}{'。' if hint else ''}可以填：{'、'.join(column.choices)}"
    return form.name, column.title, "必填" if column.is_required else "", hint, column.example


def _small_heading(sheet: Any, word: str) -> Cell:
    cell = text_cell(sheet, word)
    cell.font = HEAD_FONT
    cell.fill = OPTIONAL_FILL
    return cell


def _explained(sheet: Any, word: str) -> Cell:
    cell = text_cell(sheet, word)
    cell.alignment = WRAPPED
    cell.border = EDGE
    return cell


def _bytes(workbook: Any) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
