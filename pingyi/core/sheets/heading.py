"""Finds the row of headings in a sheet and names what is wrong with it."""

import difflib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from pingyi.core.sheets.cell import Cell, CellError, text_of
from pingyi.core.sheets.columns import UNREAD_TITLES, Column, SheetForm
from pingyi.core.sheets.fault import Fault
from pingyi.core.text import shorten
from pingyi.core.words import Words, listed

LOOKED_AT = 10
DECORATION = re.compile(r"[\s*＊:：]|[（(](?:必填|选填|可空)[）)]")


@dataclass
class Heading:
    """Where each expected column stands: key -> position in the row, and which positions have any title at all."""

    row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    titled: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


@lru_cache(maxsize=4096)
def same_title(text: str) -> str:
    """A title without decoration, for comparison."""
    return DECORATION.sub("", unicodedata.normalize("NFKC", text)).lower()


def nearest(text: str, known: list[str], cutoff: float = 0.5) -> str | None:
    """The known word that this one probably means, or None."""
    close = difflib.get_close_matches(text, known, n=1, cutoff=cutoff)
    if close:
        return close[0]
    wanted = same_title(text)
    if len(wanted) < 2:
        return None
    return next((word for word in known if wanted in same_title(word) or same_title(word) in wanted), None)


def find_heading(form: SheetForm, first_rows: list[tuple[int, list[Cell]]]) -> Heading:
    """The heading: the first of the leading rows that names at least two columns (or all, if there are fewer)."""
    titles = {
        same_title(title): column for column in form.columns for title in (column.title, *column.other_titles)
    }
    wanted = min(2, len(form.columns))
    for number, cells in first_rows:
        known = [cell for cell in cells if same_title(_title(cell)) in titles]
        if len(known) >= wanted:
            return _read(form, number, cells, titles)
    expected = listed(column.title for column in form.columns)
    return Heading(
        faults=[
            Fault(
                form.name,
                Words("没有找到表头"),
                Words("第一行要写列名：{expected}。可以下载模板，把内容粘贴进去", expected=expected),
                row=1,
            )
        ]
    )


def _read(form: SheetForm, number: int, cells: list[Cell], titles: dict[str, Column]) -> Heading:
    heading = Heading(row=number)
    for place, cell in enumerate(cells):
        title = _title(cell)
        if not title:
            continue
        heading.titled.add(place)
        column = titles.get(same_title(title))
        if column is None:
            _name_unknown(heading, form, cell, title)
        elif column.key in heading.places:
            first = heading.letters[column.key]
            heading.faults.append(
                Fault(
                    form.name,
                    Words("“{title}”这一列重复了，{first}列已经有了", title=title, first=first),
                    Words("删掉其中一列"),
                    number,
                    cell.letter,
                    title,
                )
            )
        else:
            heading.places[column.key] = place
            heading.letters[column.key] = cell.letter
    for column in form.columns:
        if column.is_required and column.key not in heading.places:
            heading.faults.append(
                Fault(
                    form.name,
                    Words("缺少“{title}”这一列", title=column.title),
                    Words("在表头加上“{title}”并填好", title=column.title),
                    number,
                )
            )
    return heading


def _name_unknown(heading: Heading, form: SheetForm, cell: Cell, title: str) -> None:
    if same_title(title) in UNREAD_TITLES:
        return
    guess = nearest(title, [column.title for column in form.columns])
    remedy = (
        Words("是不是“{guess}”？改成它；不用的列请删掉", guess=guess)
        if guess
        else Words("改成模板里的列名；不用的列请删掉")
    )
    heading.faults.append(
        Fault(
            form.name,
            Words("表头“{shorten}”不认识", shorten=shorten(title)),
            remedy,
            cell.row,
            cell.letter,
            shorten(title),
        )
    )


def _title(cell: Cell) -> str:
    try:
        return text_of(cell)
    except CellError:
        return shorten(str(cell.value))
