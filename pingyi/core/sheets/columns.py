"""What an application expects of a sheet: its name, its columns, and how each column is to be filled in."""

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """How the template formats the cells of a column."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """One column. `key` is for the program, `title` for people; `other_titles` are accepted as well.

    `hint` stands in the explanations, `choices` become a list to choose from.
    """

    key: str
    title: str
    hint: str = ""
    example: str = ""
    is_required: bool = False
    format: Format = Format.TEXT
    choices: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()
    width: int = 14


@dataclass(frozen=True)
class SheetForm:
    """One sheet that people may hand in."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
    other_names: tuple[str, ...] = ()

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


# Columns that people add for themselves; they are accepted and not read.
UNREAD_TITLES = frozenset({"序号", "备注", "说明"})
