"""Printed forms that are filled in by hand, as data: pages of notes, grids and lines to sign."""

from dataclasses import dataclass

from pingyi.documents.domain.tree import Align


@dataclass(frozen=True)
class GridColumn:
    """A column of a grid, `width_mm` wide; 0 shares what is left. Neighbours of one group share a heading."""

    title: str
    width_mm: int = 0
    align: Align = Align.CENTRE
    group: str = ""


@dataclass(frozen=True)
class Grid:
    """A grid whose head is repeated on every page. An empty text is a place to write.

    `row_mm` is the least height of a row; `rule_every` draws a stronger line after so many rows to guide the eye.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    row_mm: float = 8.0
    rule_every: int = 0

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row has {len(row)} texts, the grid has {len(self.columns)} columns")


@dataclass(frozen=True)
class Notes:
    """Instructions, numbered when there are several; `lead` is the word before them."""

    lines: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True)
class SectionTitle:
    text: str


@dataclass(frozen=True)
class SignLine:
    """Words with a line to write on after each."""

    labels: tuple[str, ...]


FormBlock = Grid | Notes | SectionTitle | SignLine


@dataclass(frozen=True)
class Fact:
    """A word and what it says, in the line under the title."""

    label: str
    value: str


@dataclass(frozen=True)
class FormPage:
    """One form, beginning on its own sheet; `corner` is a word at the top right with a line to write on.

    A roomy page has larger type and wider gaps: for few fields that are filled in standing at a desk.
    """

    title: str
    blocks: tuple[FormBlock, ...]
    facts: tuple[Fact, ...] = ()
    corner: str = ""
    is_roomy: bool = False


@dataclass(frozen=True)
class Form:
    file_stem: str
    title: str
    pages: tuple[FormPage, ...]
