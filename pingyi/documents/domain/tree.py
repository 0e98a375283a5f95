"""An official text as data: what it says, before anybody decides how a page of it looks.

A builder makes a `Document`; the renderers turn the same tree into .docx or PDF. Nothing here knows fonts or files.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from pingyi.documents.domain.official import Imprint, Masthead


class Layout(StrEnum):
    """How the sheet lies. Wide is for texts that are mostly one table."""

    UPRIGHT = "upright"
    WIDE = "wide"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body; `is_indented` gives it the two-character first line of official texts."""

    text: str
    is_indented: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4. Its number (一、（一）1.（1）) is counted when the text is laid out, never typed;
    `is_numbered` is off only where a placeholder stands for a heading with its number."""

    text: str
    level: int = 1
    is_numbered: bool = True

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3, 4):
            raise ValueError(f"heading level {self.level} is not one of 1 to 4")


@dataclass(frozen=True)
class Column:
    """A table column. `weight` is its share of the table's width against the other columns."""

    title: str
    weight: int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Cell:
    """A table cell that reaches down over `rows_down` rows."""

    text: str
    rows_down: int = 1


# A cell covered by one above it is None.
Row = tuple[Cell | None, ...]


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page. `caption` stands above it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""

    def __post_init__(self) -> None:
        covered = [0] * len(self.columns)
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row has {len(row)} cells, the table has {len(self.columns)} columns")
            for place, cell in enumerate(row):
                if (cell is None) != (covered[place] > 0):
                    raise ValueError(
                        f"column {place + 1}: a covered cell must be None and only a covered one"
                    )
                covered[place] = covered[place] - 1 if cell is None else cell.rows_down - 1
        if any(covered):
            raise ValueError("a cell reaches below the last row")


Block = Paragraph | Heading | Table


@dataclass(frozen=True)
class Signature:
    """Who issues the text and its date in words (2026年1月20日).

    `placed_as` is the pair whose widths decide where the lines stand, when these are placeholders.
    """

    issuer: str
    date: str
    placed_as: tuple[str, str] | None = None


@dataclass(frozen=True)
class Attachment:
    """A text behind the document, on a page of its own under 附件 and its number."""

    title: str
    blocks: tuple[Block, ...] = ()

    @property
    def shown(self) -> tuple[Block, ...]:
        """Its blocks, a table of the attachment's own name without the name once more above it."""
        name = self.title.replace("\n", "")
        return tuple(
            replace(block, caption="") if isinstance(block, Table) and block.caption == name else block
            for block in self.blocks
        )


@dataclass(frozen=True)
class Document:
    """A text in the body layout of official documents. Line breaks in `title` are where its lines end.

    With a `masthead` it is a whole official document. `attachments` are the names in the note below the text; the
    texts of `enclosed` follow on new pages and name themselves there unless `attachments` does. `at_end` is what stands
    behind all of it, in Word only: the template that a school begins with has its last placeholders there.
    """

    file_stem: str
    title: str
    blocks: tuple[Block, ...]
    layout: Layout = Layout.UPRIGHT
    addressee: str = ""
    signature: Signature | None = None
    attachments: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    masthead: Masthead | None = None
    enclosed: tuple[Attachment, ...] = ()
    note: str = ""
    imprint: Imprint | None = None
    at_end: tuple[Block, ...] = ()

    @property
    def attachment_names(self) -> tuple[str, ...]:
        """The names in the attachment note."""
        return self.attachments or tuple(one.title.replace("\n", "") for one in self.enclosed)


def text_row(*texts: str) -> Row:
    """A table row of plain cells."""
    return tuple(Cell(text) for text in texts)


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """What somebody typed, one paragraph a line; empty lines and the blanks around a line are dropped."""
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if line.strip())
