"""What a Word file says, as text."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    TEXT_BOX = "text_box"
    # Not part of the running text.
    CONTENTS = "contents"
    MARGIN = "margin"
    COMMENT = "comment"


ASIDE = {Kind.CONTENTS, Kind.MARGIN, Kind.COMMENT}


@dataclass(frozen=True)
class Piece:
    """A paragraph, a row of a table and so on. `level` is the level of a heading, 0 of everything else."""

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True)
class WordText:
    """The pieces in reading order, then what stands beside the text; and what has no words, counted."""

    pieces: tuple[Piece, ...]
    pictures: int = 0
    deletions: int = 0
