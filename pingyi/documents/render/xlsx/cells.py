"""Single cells: their look, and the guard that keeps text from being taken for a formula."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from pingyi.documents.domain.sheets import Kind, Value, fraction_text
from pingyi.documents.domain.typed import printable


@dataclass(frozen=True, eq=False)
class Look:
    """How a cell is drawn; each is one of the constants below."""

    font: Font
    alignment: Alignment
    border: Border | None = None
    fill: PatternFill | None = None


_LINE = Side(style="thin", color="FF000000")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TEXT = Font(name="宋体", size=11)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)

TITLE = Look(Font(name="宋体", size=16, bold=True), _CENTRE)
NOTE = Look(Font(name="宋体", size=10), _LEFT)
SIGNATURE = Look(_TEXT, _LEFT)
HEAD = Look(Font(name="黑体", size=11), _CENTRE, _FRAME, PatternFill("solid", fgColor="FFEFEFEF"))
WORDS = Look(_TEXT, _LEFT, _FRAME)
CENTRED = Look(_TEXT, _CENTRE, _FRAME)
FIGURE = Look(_TEXT, Alignment(horizontal="right", vertical="center"), _FRAME)

# What a spreadsheet reads as the beginning of a formula, also after the text went through a CSV file.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# By workbook: what openpyxl keeps of a look that some cell has already. To hand it font, frame and alignment of every
# cell anew took three quarters of the time of a workbook.
_KNOWN: WeakKeyDictionary[Workbook, dict[tuple[Look, str, bool], Any]] = WeakKeyDictionary()


def put_text(cell: Cell, text: str, look: Look) -> None:
    """Text that stays text whatever it begins with, also when somebody edits the cell."""
    clean = printable(text)
    cell.value = clean
    if clean:
        cell.data_type = "s"
    is_dangerous = clean.startswith(_DANGEROUS)
    _dress(cell, look, "@" if is_dangerous else "", is_quoted=is_dangerous)


def put_value(cell: Cell, value: Value, kind: Kind) -> None:
    """A value of the table: numbers as numbers with all their decimals, exact fractions and words as text."""
    if isinstance(value, Fraction):
        put_text(cell, fraction_text(value), FIGURE)
    elif value is None or isinstance(value, str):
        put_text(cell, value or "", WORDS if kind is Kind.TEXT else CENTRED)
    else:
        cell.value = value
        _dress(cell, FIGURE if kind is Kind.FIGURE else CENTRED, _number_format(value))


def _dress(cell: Cell, look: Look, number_format: str, *, is_quoted: bool = False) -> None:
    book = cell.parent.parent
    assert book is not None  # noqa: S101 - every cell lies in a workbook
    known = _KNOWN.setdefault(book, {})
    wanted = (look, number_format, is_quoted)
    if wanted in known:
        cell._style = copy(known[wanted])  # type: ignore[attr-defined]
        return
    cell.font, cell.alignment = look.font, look.alignment
    if look.border:
        cell.border = look.border
    if look.fill:
        cell.fill = look.fill
    if number_format:
        cell.number_format = number_format
    if is_quoted:
        cell.quotePrefix = True
    known[wanted] = cell._style  # type: ignore[attr-defined]


def _number_format(value: int | Decimal | date) -> str:
    if isinstance(value, date):
        return "yyyy-mm-dd"
    if isinstance(value, int):
        return "0"
    exponent = value.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return f"0.{'0' * decimals}" if decimals else "0"
