"""What the data do not say: a visible blank in the paper, and a line that says what is missing and where it is set."""

from collections.abc import Iterator
from dataclasses import dataclass

from pingyi.documents.domain.tree import Block, Document, Table

BLANK = "（　　）"


@dataclass(frozen=True)
class Gap:
    """Something that is missing. `place` names the page that has it; "" where only the paper itself does."""

    text: str
    place: str = ""


@dataclass(frozen=True)
class Built:
    """A paper as the rows make it, with what they do not say."""

    document: Document
    gaps: tuple[Gap, ...] = ()


class Filling:
    """Takes values as a paper is written: an empty one becomes a blank and is noted as missing."""

    def __init__(self) -> None:
        self._gaps: dict[Gap, None] = {}

    def or_blank(self, value: str, missing: str, place: str = "") -> str:
        """The value, or a blank."""
        if value:
            return value
        self._gaps[Gap(missing, place)] = None
        return BLANK

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self._gaps)


def texts_of(document: Document) -> Iterator[str]:
    """Every text that a reader of the document meets."""
    yield from (document.title, document.addressee, document.note, *document.copy_to, *document.attachments)
    yield from _texts(document.blocks)
    for one in document.enclosed:
        yield one.title
        yield from _texts(one.blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield block.caption
            yield from (cell.text for row in block.rows for cell in row if cell is not None)
        else:
            yield block.text


def blanks_in(document: Document) -> int:
    """How many blanks are left."""
    return sum(text.count(BLANK) for text in texts_of(document))
