"""Excel workbooks: one look for all sheets, ready to print on A4, and no text that a spreadsheet would execute."""

from io import BytesIO

from openpyxl import Workbook as Book

from pingyi.documents.domain.sheets import Workbook, sheet_names
from pingyi.documents.domain.typed import printable
from pingyi.documents.render.xlsx.sheet import write_sheet
from pingyi.documents.render.xlsx.stamp import without_times


def render(workbook: Workbook) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    book = Book(write_only=False)
    book.remove(book.worksheets[0])
    names = sheet_names([printable(sheet.name) for sheet in workbook.sheets]) or ["表"]
    for name in names:
        book.create_sheet(name)
    for sheet, worksheet in zip(workbook.sheets, book.worksheets, strict=False):
        write_sheet(worksheet, sheet)
    book.properties.title = printable(workbook.title)
    book.properties.creator = ""
    buffer = BytesIO()
    book.save(buffer)
    return without_times(buffer.getvalue())
