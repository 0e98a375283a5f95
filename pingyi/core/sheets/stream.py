"""The XML of sheets and of their shared texts, read as it streams by: a cell is two calls and no tree is built.

Everything else of a workbook (which sheets there are, what its formats mean) is openpyxl's.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.xml.constants import SHEET_MAIN_NS

PIECE = 64 * 1024
DIGITS = "0123456789"
# One cell with content: its column, the text of its value, its type and its style, all as they stand in the XML.
RawCell = tuple[int, str, str, int]
FORMULA, INLINE = "f", "inlineStr"


class _Stream:
    """Calls what stands in `begin` and `end` for the elements of a workbook. Declarations of entities are refused here
    as well, whoever has looked at the file before.
    """

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self.parser.EntityDeclHandler = _refuse
        self.begin: dict[str, Callable[[dict[str, str]], None]] = {}
        self.end: dict[str, Callable[[], None]] = {}

    def on(
        self, name: str, begin: Callable[[dict[str, str]], None] | None, end: Callable[[], None] | None
    ) -> None:
        if begin is not None:
            self.begin[f"{SHEET_MAIN_NS}}}{name}"] = begin
        if end is not None:
            self.end[f"{SHEET_MAIN_NS}}}{name}"] = end

    def feed(self, source: IO[bytes]) -> Iterator[None]:
        """Reads the part to its end and stops after each piece, so that what was found can be taken."""
        while piece := source.read(PIECE):
            self.parser.Parse(piece, False)
            yield
        self.parser.Parse(b"", True)
        yield

    def collect(self, texts: list[str]) -> None:
        self.parser.CharacterDataHandler = texts.append

    def rest(self) -> None:
        self.parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        begin = self.begin.get(name)
        if begin is not None:
            begin(attributes)

    def _end(self, name: str) -> None:
        end = self.end.get(name)
        if end is not None:
            end()


class _Texts(_Stream):
    """Texts with their formatted runs; how a word is pronounced (`rPh`) is no part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.is_spoken = False
        self.on("t", self._begin_text, self.rest)
        self.on("rPh", lambda _: self._speak(True), lambda: self._speak(False))

    def _begin_text(self, _: dict[str, str]) -> None:
        if not self.is_spoken:
            self.collect(self.texts)

    def _speak(self, is_spoken: bool) -> None:
        self.is_spoken = is_spoken


class _SharedTexts(_Texts):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.on("si", None, self._end_item)

    def _end_item(self) -> None:
        self.found.append("".join(self.texts).replace("x005F_", ""))
        self.texts.clear()


class _Rows(_Texts):
    """The rows so far, each with those of its cells that hold something."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width
        self.rows: list[tuple[int, list[RawCell]]] = []
        self.cells: list[RawCell] = []
        self.row = self.column = 0
        self.attributes: dict[str, str] = {}
        self.values: list[str] = []
        self.formula: list[str] | None = None
        self.columns: dict[str, int] = {}
        self.on("row", self._begin_row, self._end_row)
        self.on("c", self._begin_cell, self._end_cell)
        self.on("v", lambda _: self.collect(self.values), self.rest)
        self.on("f", self._begin_formula, self.rest)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self.row = int(float(number)) if number else self.row + 1
        self.column, self.cells = 0, []

    def _end_row(self) -> None:
        self.rows.append((self.row, self.cells))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.attributes, self.formula = attributes, None
        self.values.clear()
        self.texts.clear()

    def _begin_formula(self, _: dict[str, str]) -> None:
        self.formula = []
        self.collect(self.formula)

    def _end_cell(self) -> None:
        attributes = self.attributes
        place = attributes.get("r")
        self.column = self._column(place) if place else self.column + 1
        if self.column > self.width:
            return
        kind = attributes.get("t", "n")
        if self.formula is not None:
            kind, value = FORMULA, "=" + "".join(self.formula)
        else:
            value = "".join(self.texts if kind == INLINE else self.values)
        if value:
            self.cells.append((self.column, value, kind, int(attributes.get("s", 0))))

    def _column(self, place: str) -> int:
        letters = place.rstrip(DIGITS)
        found = self.columns.get(letters)
        if found is None:
            found = self.columns[letters] = column_index_from_string(letters)
        return found


def shared_texts(source: IO[bytes]) -> list[str]:
    """The table of texts that the cells of a workbook name by number."""
    stream = _SharedTexts()
    for _ in stream.feed(source):
        pass
    return stream.found


def raw_rows(source: IO[bytes], *, width: int, last_row: int) -> Iterator[tuple[int, Sequence[RawCell]]]:
    """Number and cells of each row that holds something in the first columns, up to the last row that is looked at. A
    row that stands after one with a higher number is no row of any spreadsheet program and is left out.
    """
    stream, last = _Rows(width), 0
    for _ in stream.feed(source):
        for number, cells in stream.rows:
            if number > last_row:
                return
            if number > last and cells:
                yield number, cells
            last = max(last, number)
        stream.rows.clear()


def _refuse(*_: Any) -> None:
    raise ValueError("a workbook declares no entities")
