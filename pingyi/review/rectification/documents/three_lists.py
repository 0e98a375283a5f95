"""问题清单、责任清单、任务清单 as papers and as one workbook, all from the same columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Layout,
    Paragraph,
    Signature,
    Table,
)
from pingyi.review.rectification.domain.lists import (
    COLUMNS,
    TITLES,
    Line,
    ListColumn,
    ListKind,
    Value,
    cells_of,
    lines_of,
)

_TITLE_WIDTH = 28


@dataclass(frozen=True)
class ThreeLists:
    """The lists of a whole review, or of one organisation, on one day. `issuer` signs; `review` is without 会."""

    issuer: str
    review: str
    lines: tuple[Line, ...]
    as_of: date
    is_of_one: bool = False


def list_paper(lists: ThreeLists, kind: ListKind) -> Document:
    """One of the three, on wide sheets in the official body layout."""
    name = str(TITLES[kind])
    title = f"{lists.issuer}{lists.review}整改{name}"
    rows = lines_of(kind, lists.lines)
    return Document(
        file_stem=file_stem(f"整改{name}", lists.issuer),
        title=break_title(title, _TITLE_WIDTH),
        layout=Layout.WIDE,
        blocks=_blocks(lists, kind, rows),
        signature=Signature(lists.issuer, official_date(lists.as_of)),
    )


def lists_workbook(lists: ThreeLists) -> Workbook:
    """All three, a sheet each."""
    title = f"{lists.issuer}{lists.review}整改三张清单"
    return Workbook(
        file_stem("整改三张清单", lists.issuer), title, tuple(_sheet(lists, kind) for kind in ListKind)
    )


def _columns(lists: ThreeLists, kind: ListKind) -> list[tuple[int, ListColumn]]:
    """On the lists of one organisation its name stands in the title only."""
    columns = enumerate(COLUMNS[kind])
    return [(place, one) for place, one in columns if not (lists.is_of_one and one.title == "单位")]


def _blocks(lists: ThreeLists, kind: ListKind, rows: Sequence[Line]) -> tuple[Block, ...]:
    if not rows:
        return (Paragraph("没有要列入这张清单的。"),)
    problems = len({line.problem_id for line in rows})
    facts = f"问题：{problems}个" + ("" if kind is ListKind.PROBLEMS else f"　　任务：{len(rows)}项")
    columns = _columns(lists, kind)
    table = Table(
        tuple(
            Column(str(one.title), one.width, Align.CENTRE if one.is_short else Align.LEFT)
            for _, one in columns
        ),
        tuple(_row(kind, line, columns) for line in rows),
    )
    return (Paragraph(facts, is_indented=False), table)


def _row(kind: ListKind, line: Line, columns: Sequence[tuple[int, ListColumn]]) -> tuple[Cell, ...]:
    cells = cells_of(kind, line)
    return tuple(Cell(_said(cells[place])) for place, _ in columns)


def _said(value: Value) -> str:
    if isinstance(value, date):
        return official_date(value).replace("年", "年\n")
    return str(value) if value else "—"


def _sheet(lists: ThreeLists, kind: ListKind) -> Sheet:
    columns = _columns(lists, kind)
    rows = lines_of(kind, lists.lines)
    return Sheet(
        name=str(TITLES[kind]),
        title=f"{lists.issuer}{lists.review}整改{TITLES[kind]}",
        columns=tuple(
            SheetColumn(str(one.title), one.width, Kind.WORD if one.is_short else Kind.TEXT)
            for _, one in columns
        ),
        rows=tuple(tuple(_stored(cells_of(kind, line)[place]) for place, _ in columns) for line in rows),
        notes=(f"截至{official_date(lists.as_of)}。往年没有销号的也在内。",),
        frozen_columns=1,
    )


def _stored(value: Value) -> Value:
    return str(value) if isinstance(value, str) else value
