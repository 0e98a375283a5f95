"""Tables: fixed widths, a head on every page, rows that do not break."""

from pingyi.documents.domain.tree import Align, Column, Row, Table
from pingyi.documents.render.docx.text import BODY, HEI, Face, run
from pingyi.documents.render.docx.xml import Element, twips, w

TEXT = BODY.sized(12)
HEAD = HEI.sized(12)
_LINE = 380  # 19 pt for 12 pt type
_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def table(tree: Table, width_mm: float) -> Element:
    """The table over the whole width of the type area."""
    widths = column_widths(tree.columns, width_mm)
    edge: dict[str, str | int] = {"val": "single", "sz": 6, "space": 0, "color": "000000"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    element = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            w("jc", val="center"),
            w("tblBorders", *(w(side, **edge) for side in sides)),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=80, type="dxa"), w("right", w=80, type="dxa")),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        _head(tree.columns, widths),
    )
    open_cells = [0] * len(widths)
    for row in tree.rows:
        element.append(_row(row, tree.columns, widths, open_cells))
    return element


def column_widths(columns: tuple[Column, ...], width_mm: float) -> list[int]:
    """Widths in twips by weight; the last column takes what rounding leaves."""
    whole, weights = twips(width_mm), [column.weight for column in columns]
    widths = [whole * weight // sum(weights) for weight in weights]
    widths[-1] += whole - sum(widths)
    return widths


def _head(columns: tuple[Column, ...], widths: list[int]) -> Element:
    cells = (
        _cell(column.title, width, "center", HEAD) for column, width in zip(columns, widths, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: Row, columns: tuple[Column, ...], widths: list[int], open_cells: list[int]) -> Element:
    """One row; `open_cells` counts how many rows down each column is still covered from above.

    Rows beside one tall cell stay on one page as long as they fit there.
    """
    element = w("tr", w("trPr", w("cantSplit")))
    for place, cell in enumerate(row):
        open_cells[place] = open_cells[place] - 1 if cell is None else cell.rows_down - 1
    keep = any(open_cells)
    for cell, column, width in zip(row, columns, widths, strict=True):
        align = _ALIGN[column.align]
        if cell is None:
            element.append(_cell("", width, align, TEXT, merge="continue", keep=keep))
        else:
            merge = "restart" if cell.rows_down > 1 else ""
            element.append(_cell(cell.text, width, align, TEXT, merge=merge, keep=keep))
    return element


def _cell(text: str, width: int, align: str, face: Face, *, merge: str = "", keep: bool = False) -> Element:
    element = w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("vMerge", val=merge) if merge else None,
            w("vAlign", val="center"),
        ),
    )
    for line in text.split("\n"):
        element.append(
            w(
                "p",
                w(
                    "pPr",
                    w("keepNext") if keep else None,
                    w("snapToGrid", val=0),
                    w("spacing", before=40, after=40, line=_LINE, lineRule="exact"),
                    w("jc", val=align),
                ),
                run(line, face) if line else None,
            )
        )
    return element
