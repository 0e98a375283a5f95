"""The matrix as the page draws it: one line for each organisation, with the words of every cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.matrix import Cell, Mark, Matrix, MatrixRow
from pingyi.ledgers.kit.phrases import MARKS

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation

LOOKS = {
    Mark.DONE: "ok",
    Mark.LATE: "late",
    Mark.EXCUSED: "why",
    Mark.MISSED: "miss",
    Mark.AHEAD: "na",
    Mark.NOT_DUE: "na",
}
SIGNS = {
    Mark.EXCUSED: Words("因"),
    Mark.MISSED: Words("缺"),
    Mark.AHEAD: Words("待"),
    Mark.NOT_DUE: "–",
}


@dataclass(frozen=True)
class CellShown:
    """One cell: how it looks, what it says, and its words for who has the page read aloud."""

    cell: Cell
    look: str
    sign: str
    words: str
    code: str


@dataclass(frozen=True)
class CellLine:
    organisation: "Organisation"
    row: MatrixRow
    cells: list[CellShown]


def lines_of(organisations: Sequence["Organisation"], matrix: Matrix) -> list[CellLine]:
    """The rows of the matrix beside their organisations."""
    by_key = {one.pk: one for one in organisations}
    return [
        CellLine(by_key[row.key], row, [_shown(by_key[row.key], cell) for cell in row.cells])
        for row in matrix.rows
    ]


def _shown(organisation: "Organisation", cell: Cell) -> CellShown:
    words = Words(
        "{name}，{period}：{mark}", name=organisation.name, period=cell.period.words, mark=MARKS[cell.mark]
    )
    code = f"{organisation.pk}:{cell.period.code}"
    return CellShown(cell, LOOKS[cell.mark], _sign(cell), words, code)


def _sign(cell: Cell) -> str:
    """The day of the month where there is one event, the number of times where there are more; of several that are due
    and were held in part, how many of how many.
    """
    if cell.days and cell.mark in (Mark.MISSED, Mark.AHEAD):
        return f"{len(cell.days)}/{cell.due}"
    if cell.mark not in (Mark.DONE, Mark.LATE):
        return SIGNS[cell.mark]
    if len(cell.days) == 1:
        day = cell.days[0]
        return str(day.day) if len(cell.period.months) == 1 else f"{day.month}.{day.day}"
    return Words("{count}次", count=len(cell.days))
