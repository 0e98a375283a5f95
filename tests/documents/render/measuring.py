"""Where things stand on the pages of a PDF, in millimetres from the upper left corner of the sheet."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

_POINT = 25.4 / 72
_COLOUR, _MOVES, _PAINTS = {b"rg", b"RG", b"scn", b"SCN"}, {b"m", b"l"}, {b"S", b"s", b"f", b"f*", b"F", b"B"}


@dataclass(frozen=True)
class Words:
    """Text beginning at `left`, its baseline at `baseline`."""

    text: str
    left: float
    baseline: float


@dataclass(frozen=True)
class Rule:
    """A straight line across the page."""

    left: float
    right: float
    top: float
    is_red: bool


def pages_of(content: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(content)).pages)


def words_on(page: PageObject) -> list[Words]:
    """All words in the order in which they were set."""
    height = float(page.mediabox.height)
    found: list[Words] = []

    def visit(text: str, cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Words(text.strip(), x * _POINT, (height - y) * _POINT))

    page.extract_text(visitor_text=visit)
    return found


def rules_on(page: PageObject) -> list[Rule]:
    """Lines and flat boxes across the page."""
    height = float(page.mediabox.height)
    pen: list[tuple[float, float]] = []
    colour: list[float] = []
    found: list[Rule] = []

    def visit(operator: bytes, operands: Any, cm: Any, _tm: Any) -> None:
        if operator in _COLOUR:
            colour[:] = [float(one) for one in operands]
        elif operator in _MOVES or operator == b"re":
            numbers = [float(one) for one in operands]
            corners = [numbers[:2]]
            if operator == b"re":
                corners.append([numbers[0] + numbers[2], numbers[1] + numbers[3]])
            pen.extend(
                (x * cm[0] + y * cm[2] + cm[4], height - (x * cm[1] + y * cm[3] + cm[5])) for x, y in corners
            )
        elif operator in _PAINTS and pen:
            xs, ys = [x for x, _ in pen], [y for _, y in pen]
            if max(ys) - min(ys) < 3 < max(xs) - min(xs):
                middle = (max(ys) + min(ys)) / 2
                found.append(Rule(min(xs) * _POINT, max(xs) * _POINT, middle * _POINT, colour == [1, 0, 0]))
            pen.clear()
        elif operator == b"n":
            pen.clear()

    page.extract_text(visitor_operand_before=visit)
    return found


def first(words: list[Words], beginning: str) -> Words:
    return next(one for one in words if one.text.startswith(beginning))
