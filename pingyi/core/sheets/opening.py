"""From uploaded bytes to sheets that can be read row by row."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import SHARED_STRINGS

from pingyi.core.errors import Refused
from pingyi.core.sheets.cell import Cell
from pingyi.core.sheets.limits import Limits
from pingyi.core.sheets.meaning import Formats, Meanings
from pingyi.core.sheets.package import SheetMarks, inspect_package
from pingyi.core.sheets.stream import raw_rows, shared_texts
from pingyi.core.words import Words


class Inside:
    """The parts of a workbook: which sheets it has, and what stands in them. Sheets are read only when asked."""

    def __init__(self, content: bytes) -> None:
        self.reader = ExcelReader(io.BytesIO(content), read_only=True, keep_links=False)
        self.reader.read_manifest()
        self.reader.read_workbook()
        apply_stylesheet(self.reader.archive, self.reader.wb)

    def sheets(self) -> Iterator[tuple[str, str, str]]:
        """Name, state and part of every sheet with cells."""
        for sheet, part in self.reader.parser.find_sheets():
            if part.target in self.reader.valid_files and "chartsheet" not in part.Type:
                yield str(sheet.name), str(sheet.state), str(part.target)

    @cached_property
    def meanings(self) -> Meanings:
        book: Any = self.reader.wb  # openpyxl keeps its formats to itself
        formats = Formats(frozenset(book._date_formats), frozenset(book._timedelta_formats), book.epoch)
        return Meanings(formats, self._texts)

    def rows(self, part: str, limits: Limits) -> Iterator[tuple[int, list[Cell]]]:
        width = limits.columns + 1
        letters = [get_column_letter(number) for number in range(1, width + 1)]
        blank = [Cell(0, letter, None, "n") for letter in letters]
        meaning = self.meanings.of
        with self.reader.archive.open(part) as source:
            for number, found in raw_rows(source, width=width, last_row=limits.last_row):
                cells = blank.copy()
                for raw in found:
                    place = raw[0] - 1
                    cells[place] = Cell(number, letters[place], *meaning(raw))
                yield number, cells

    def _texts(self) -> list[str]:
        manifest: Any = self.reader.package
        part = manifest.find(SHARED_STRINGS)
        if part is None:
            return []
        with self.reader.archive.open(part.PartName[1:]) as source:
            return shared_texts(source)


@dataclass
class Sheet:
    """One sheet of an opened book. `rows()` gives number and cells of each row that holds anything; the blank cells
    among them know their column only.
    """

    name: str
    is_hidden: bool
    marks: SheetMarks
    limits: Limits
    _inside: Inside
    _part: str

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        try:
            yield from self._inside.rows(self._part, self.limits)
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
        inside = Inside(content)
        found = list(inside.sheets())
    except Exception as error:  # whatever odd bytes do to the parser, the uploader gets a sentence
        raise broken() from error
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
    return Book(
        [
            Sheet(
                name=name,
                is_hidden=state != "visible",
                marks=package.marks.get(part.lstrip("/"), SheetMarks()),
                limits=limits,
                _inside=inside,
                _part=part,
            )
            for name, state, part in found
        ]
    )


def broken() -> Refused:
    """What is said when the parser gives up on a file."""
    return Refused(
        Words("这个文件的内容读不出来。请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”后再上传。"),
        code="sheet.broken",
    )
