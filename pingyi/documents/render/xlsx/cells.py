"""Single cells: their look, and the guard that keeps text from being taken for a formula."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from pingyi.documents.domain.sheets import Kind, Value, fraction_text
from pingyi.documents.domain.typed import printable

_LINE = Side(style="thin", color="FF000000")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TITLE = Font(name="宋体", size=16, bold=True)
TEXT = Font(name="宋体", size=11)
SMALL = Font(name="宋体", size=10)
HEAD = Font(name="黑体", size=11)
HEAD_GROUND = PatternFill("solid", fgColor="FFEFEFEF")
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center")

# What a spreadsheet reads as the beginning of a formula, also after the text went through a CSV file.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def put_text(cell: Cell, text: str, font: Font, alignment: Alignment) -> None:
    """Text that stays text whatever it begins with, also when somebody edits the cell."""
    clean = printable(text)
    cell.value = clean
    if clean:
        cell.data_type = "s"
    if clean.startswith(_DANGEROUS):
        cell.quotePrefix = True
        cell.number_format = "@"
    cell.font = font
    cell.alignment = alignment


def put_value(cell: Cell, value: Value, kind: Kind) -> None:
    """A value of the table: numbers as numbers with all their decimals, exact fractions and words as text."""
    if isinstance(value, Fraction):
        put_text(cell, fraction_text(value), TEXT, RIGHT)
    elif value is None or isinstance(value, str):
        put_text(cell, value or "", TEXT, LEFT if kind is Kind.TEXT else CENTRE)
    else:
        cell.value = value
        cell.number_format = _number_format(value)
        cell.font = TEXT
        cell.alignment = RIGHT if kind is Kind.FIGURE else CENTRE
    cell.border = FRAME


def _number_format(value: int | Decimal | date) -> str:
    if isinstance(value, date):
        return "yyyy-mm-dd"
    if isinstance(value, int):
        return "0"
    exponent = value.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return f"0.{'0' * decimals}" if decimals else "0"
