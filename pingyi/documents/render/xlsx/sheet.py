"""One sheet from its title to the lines to sign, and how it prints."""

from math import ceil

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pingyi.documents.domain.sheets import Sheet, Value, column_groups
from pingyi.documents.domain.signature import width_of
from pingyi.documents.render.xlsx.cells import HEAD, NOTE, SIGNATURE, TITLE, Look, put_text, put_value

_LINE_POINTS = 15.0
_ROWS_ON_A_PAGE = 40  # as many still read well when they are made to fit


def write_sheet(worksheet: Worksheet, sheet: Sheet) -> None:
    """Everything of the sheet, from the top down."""
    for place, column in enumerate(sheet.columns, start=1):
        worksheet.column_dimensions[get_column_letter(place)].width = column.width
    row = _wide_line(worksheet, sheet, 1, sheet.title, TITLE, height=30.0)
    for line in sheet.subtitles:
        row = _wide_line(worksheet, sheet, row, line, NOTE)
    first_head, row = row, _head(worksheet, sheet, row)
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen_columns + 1)}{row}"
    for values in sheet.rows:
        row = _table_row(worksheet, sheet, row, values)
    row += 1 if sheet.notes else 0
    for line in sheet.notes:
        row = _wide_line(worksheet, sheet, row, line, NOTE)
    for line in sheet.signatures:
        row = _wide_line(worksheet, sheet, row, line, SIGNATURE, height=26.0)
    _print_setup(worksheet, sheet, first_head, row)


def _cell(worksheet: Worksheet, row: int, place: int) -> Cell:
    cell = worksheet.cell(row, place)
    assert isinstance(cell, Cell)  # noqa: S101 - only the first cell of a merge is ever written
    return cell


def _wide_line(
    worksheet: Worksheet, sheet: Sheet, row: int, text: str, look: Look, height: float | None = None
) -> int:
    """A line over the whole width, as high as its text needs; gives the next row."""
    put_text(_cell(worksheet, row, 1), text, look)
    if len(sheet.columns) > 1:
        worksheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(sheet.columns))
    width = sum(column.width for column in sheet.columns)
    worksheet.row_dimensions[row].height = height or _LINE_POINTS * _lines(text, width)
    return row + 1


def _lines(text: str, width: int) -> int:
    """Lines that a text takes in a column so many digits wide; a Chinese character is two digits wide."""
    room = max(width - 1, 2)
    return sum(max(ceil(width_of(line) * 2 / room), 1) for line in text.split("\n"))


def _head(worksheet: Worksheet, sheet: Sheet, row: int) -> int:
    """Column titles under the headings of their groups; gives the first row of the table."""
    is_grouped = any(column.group for column in sheet.columns)
    last = row + 1 if is_grouped else row
    for place, column in enumerate(sheet.columns, start=1):
        titled = last if column.group else row
        for line in range(row, last + 1):
            put_text(_cell(worksheet, line, place), column.title if line == titled else "", HEAD)
    worksheet.row_dimensions[last].height = _LINE_POINTS * _head_lines(sheet, grouped=True) + 4
    if not is_grouped:
        worksheet.row_dimensions[row].height = _LINE_POINTS * _head_lines(sheet, grouped=False) + 4
        return last + 1
    worksheet.row_dimensions[row].height = _LINE_POINTS * _group_lines(sheet) + 4
    for group, first, end in column_groups(sheet.columns):
        if group:
            put_text(_cell(worksheet, row, first + 1), group, HEAD)
        worksheet.merge_cells(
            start_row=row, end_row=row if group else last, start_column=first + 1, end_column=end + 1
        )
    return last + 1


def _head_lines(sheet: Sheet, *, grouped: bool) -> int:
    columns = [column for column in sheet.columns if column.group or not grouped]
    return max((_lines(column.title, column.width) for column in columns), default=1)


def _group_lines(sheet: Sheet) -> int:
    """Lines of the tallest group heading; a lone column that is taller spreads over both rows of the head."""
    widths = [column.width for column in sheet.columns]
    tall = [
        _lines(group, sum(widths[first : end + 1]))
        for group, first, end in column_groups(sheet.columns)
        if group
    ]
    lone = max(
        (_lines(column.title, column.width) for column in sheet.columns if not column.group), default=1
    )
    return max(max(tall, default=1), lone - _head_lines(sheet, grouped=True))


def _table_row(worksheet: Worksheet, sheet: Sheet, row: int, values: tuple[Value, ...]) -> int:
    lines = 1
    for place, (value, column) in enumerate(zip(values, sheet.columns, strict=True), start=1):
        put_value(_cell(worksheet, row, place), value, column.kind)
        if isinstance(value, str):
            lines = max(lines, _lines(value, column.width))
    worksheet.row_dimensions[row].height = _LINE_POINTS * lines + 4
    return row + 1


def _print_setup(worksheet: Worksheet, sheet: Sheet, first_head: int, end: int) -> None:
    """A4 landscape, all columns on one page, and all rows where they are few; else the head on every page."""
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = 9
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 1 if len(sheet.rows) <= _ROWS_ON_A_PAGE else 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.horizontalCentered = True
    worksheet.page_margins.left = worksheet.page_margins.right = 0.5
    worksheet.page_margins.top, worksheet.page_margins.bottom = 0.6, 0.75
    worksheet.page_margins.footer = 0.35
    footer = worksheet.oddFooter
    if footer is not None:
        footer.center.text = "第&P页　共&N页"
    head_rows = 2 if any(column.group for column in sheet.columns) else 1
    worksheet.print_title_rows = f"{first_head}:{first_head + head_rows - 1}"
    worksheet.print_area = f"A1:{get_column_letter(len(sheet.columns))}{end - 1}"
