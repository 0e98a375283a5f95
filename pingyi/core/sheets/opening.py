"""From uploaded bytes to sheets that can be read row by row."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pingyi.core.errors import Refused
from pingyi.core.sheets.cell import Cell
from pingyi.core.sheets.limits import Limits
from pingyi.core.sheets.package import SheetMarks, inspect_package
from pingyi.core.words import Words


@dataclass
class Sheet:
    """One sheet of an opened book. `rows()` gives number and cells of each row that holds anything."""

    name: str
    is_hidden: bool
    marks: SheetMarks
    limits: Limits
    _source: Worksheet

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        width = self.limits.columns + 1
        letters = [get_column_letter(number) for number in range(1, width + 1)]
        for number, line in enumerate(self._lines(width), start=1):
            if all(cell.value is None for cell in line):
                continue
            pairs = zip(letters, line, strict=False)
            yield number, [Cell(number, letter, found.value, str(found.data_type)) for letter, found in pairs]

    def _lines(self, width: int) -> Iterator[Any]:
        try:
            yield from self._source.iter_rows(min_row=1, max_row=self.limits.last_row, max_col=width)
        except Refused:
            raise
        except Exception as error:  # the parser reads as we go, so a broken sheet shows only here
            raise broken() from error


@dataclass
class Book:
    sheets: list[Sheet]

    @property
    def estimated_rows(self) -> int:
        """About how many rows hold something, known without reading them. Empty ones that are only formatted do not."""
        return sum(min(sheet.marks.rows, sheet.marks.values) for sheet in self.sheets)


def open_book(content: bytes, limits: Limits | None = None) -> Book:
    """The book in these bytes, or `Refused` with what to do instead. Formulas are seen as such, never computed."""
    limits = limits or Limits()
    package = inspect_package(content, limits)
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # whatever odd bytes do to the parser, the uploader gets a sentence
        raise broken() from error
    found = list(workbook.worksheets)
    if not found:
        raise Refused(Words("这个工作簿里没有工作表。请用模板填写后再上传。"), code="sheet.no_sheets")
    if len(found) > limits.sheets:
        raise Refused(
            Words(
                "这个工作簿有 {found} 张工作表，上限是 {sheets} 张。请删掉用不到的工作表。",
                found=len(found),
                sheets=limits.sheets,
            ),
            code="sheet.too_many_sheets",
        )
    return Book([_sheet(source, package.marks, limits) for source in found])


def broken() -> Refused:
    """What is said when the parser gives up on a file."""
    return Refused(
        Words("这个文件的内容读不出来。请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”后再上传。"),
        code="sheet.broken",
    )


def _sheet(source: Any, marks: dict[str, SheetMarks], limits: Limits) -> Sheet:
    part = str(source._worksheet_path).lstrip("/")
    return Sheet(
        name=str(source.title),
        is_hidden=source.sheet_state != "visible",
        marks=marks.get(part, SheetMarks()),
        limits=limits,
        _source=source,
    )
