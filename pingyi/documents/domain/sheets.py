"""A workbook as data: sheets of columns and rows with their notes."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31

Value = str | int | Decimal | Fraction | date | None


class Kind(StrEnum):
    """What a column holds, hence how it is aligned and shown. A word is a short text of few possible ones."""

    TEXT = "text"
    WORD = "word"
    COUNT = "count"
    FIGURE = "figure"


@dataclass(frozen=True)
class SheetColumn:
    """A column; neighbours with the same `group` share a heading above their own titles. Width in characters."""

    title: str
    width: int = 10
    kind: Kind = Kind.TEXT
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: title, lines under it, table, notes, and who signs the printed page."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    subtitles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    frozen_columns: int = 0

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row {number} has {len(row)} values, the sheet has {len(self.columns)} columns"
                )


@dataclass(frozen=True)
class Workbook:
    file_stem: str
    title: str
    sheets: tuple[Sheet, ...]


def fraction_text(value: Fraction) -> str:
    """An exact figure in lowest terms, always with its stroke: 90/1."""
    return f"{value.numerator}/{value.denominator}"


def column_groups(columns: tuple[SheetColumn, ...]) -> list[tuple[str, int, int]]:
    """Runs of neighbours with one group: (group, first, last), places counted from 0. No group is a run of its own."""
    runs: list[tuple[str, int, int]] = []
    for place, column in enumerate(columns):
        if runs and column.group and runs[-1][0] == column.group:
            runs[-1] = (column.group, runs[-1][1], place)
        else:
            runs.append((column.group, place, place))
    return runs


def sheet_names(names: list[str]) -> list[str]:
    """Names that spreadsheet programs accept: 31 characters, none of []:*?/\\, each once whatever its case."""
    taken: set[str] = set()
    accepted = []
    for name in names:
        clean = _FORBIDDEN_IN_NAMES.sub("", name).strip(" '") or "表"
        candidate, number = clean[:_LONGEST_NAME], 1
        while candidate.casefold() in taken:
            number += 1
            mark = f"({number})"
            candidate = clean[: _LONGEST_NAME - len(mark)] + mark
        taken.add(candidate.casefold())
        accepted.append(candidate)
    return accepted
