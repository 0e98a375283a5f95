"""The matrix as the page draws it: one line for each organisation, with the words of every cell."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.matrix import Cell, Mark, Matrix, MatrixRow
from pingyi.ledgers.kit.phrases import MARKS

if TYPE_CHECKING:
    from pingyi.ledgers.orglife.queries.beside_cells import OpenRecord, ShortMeeting, Spot
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

HELD = (Mark.DONE, Mark.LATE)
NOTHING: Mapping["Spot", Sequence["OpenRecord"]] = MappingProxyType({})


@dataclass(frozen=True)
class CellShown:
    """One cell: how it looks, what it says, and its words for who has the page read aloud. `waiting` are records that
    are not filed.
    """

    cell: Cell
    look: str
    sign: str
    words: str
    code: str
    waiting: Sequence["OpenRecord"]


@dataclass(frozen=True)
class CellLine:
    organisation: "Organisation"
    row: MatrixRow
    cells: list[CellShown]


def lines_of(
    organisations: Sequence["Organisation"],
    matrix: Matrix,
    waiting: Mapping["Spot", Sequence["OpenRecord"]] = NOTHING,
    short: Collection["ShortMeeting"] = (),
) -> list[CellLine]:
    """The rows of the matrix beside their organisations, with what waits to be filed and which meetings were short."""
    by_key = {one.pk: one for one in organisations}
    days = {(one.organisation_id, one.happened_on) for one in short}
    return [
        CellLine(
            by_key[row.key],
            row,
            [
                _shown(
                    by_key[row.key],
                    cell,
                    waiting.get((row.key, cell.period), ()),
                    is_short=bool(days) and any((row.key, day) in days for day in cell.days),
                )
                for cell in row.cells
            ],
        )
        for row in matrix.rows
    ]


def _shown(
    organisation: "Organisation", cell: Cell, waiting: Sequence["OpenRecord"], *, is_short: bool
) -> CellShown:
    mark, look, sign = MARKS[cell.mark], LOOKS[cell.mark], _sign(cell)
    if waiting and cell.mark not in HELD:
        is_returned = any(one.is_returned for one in waiting)
        mark = Words("退回了，等改好再报") if is_returned else Words("有草稿，还没有报")
        look, sign = "back", Words("退") if is_returned else Words("稿")
    if is_short:
        mark, look = Words("{mark}，人数不够表决", mark=mark), f"{look} short"
    words = Words("{name}，{period}：{mark}", name=organisation.name, period=cell.period.words, mark=mark)
    code = f"{organisation.pk}:{cell.period.code}"
    return CellShown(cell, look, sign, words, code, waiting)


def _sign(cell: Cell) -> str:
    """The day of the month where there is one event, the number of times where there are more; of several that are due
    and were held in part, how many of how many.
    """
    if cell.days and cell.mark in (Mark.MISSED, Mark.AHEAD):
        return f"{len(cell.days)}/{cell.due}"
    if cell.mark not in HELD:
        return SIGNS[cell.mark]
    if len(cell.days) == 1:
        day = cell.days[0]
        return str(day.day) if len(cell.period.months) == 1 else f"{day.month}.{day.day}"
    return Words("{count}次", count=len(cell.days))


def foot_of(matrix: Matrix) -> list[str]:
    """For each period: in how many organisations it was held, of those in which it was due and is over or held; the
    sums of the rows count alike.
    """
    columns = zip(*(row.cells for row in matrix.rows), strict=True)
    return [_done_of_due(column) for column in columns]


def _done_of_due(cells: tuple[Cell, ...]) -> str:
    due = [cell for cell in cells if cell.due and cell.mark is not Mark.AHEAD]
    done = sum(cell.mark in HELD for cell in due)
    return f"{done}/{len(due)}" if due else "–"
