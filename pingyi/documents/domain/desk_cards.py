"""Cards for one person's desk, a page each: a table with strips of dots, lists, boxes to write in."""

from dataclasses import dataclass
from enum import StrEnum

# What goes on a line of a card, in characters of its body; builders cut by it.
PER_LINE = 45


class Mark(StrEnum):
    """How a line of a list begins: in shape and word, the colour only helps."""

    DONE = "done"
    OPEN = "open"


@dataclass(frozen=True)
class DotStrip:
    """Marks between 0 on the left and 1 on the right: every peer a tick, the median a tall one, before a hollow dot,
    now a full one."""

    ticks: tuple[float, ...]
    median: float | None = None
    before: float | None = None
    now: float | None = None


@dataclass(frozen=True)
class DeskRow:
    """A figure stands strong, what belongs to it small behind it. Without a strip its place is empty."""

    title: str
    now: str
    now_note: str
    before: str
    before_note: str
    middle: str
    strip: DotStrip | None = None


@dataclass(frozen=True)
class DeskLine:
    """A line of a list: its mark with a word, the text with its first words strong, the source small."""

    mark: Mark
    word: str
    lead: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class DeskQuestion:
    text: str
    source: str


@dataclass(frozen=True)
class DeskCard:
    """One page. `columns` head the table: item, now, before, middle, place. `told` are the runs of the third part, the
    strong ones marked. What is not there is said in the notes."""

    kind: str
    stamp: str
    title: str
    about: str
    table_heading: str
    columns: tuple[str, str, str, str, str]
    rows: tuple[DeskRow, ...]
    table_note: str
    list_heading: str
    lines: tuple[DeskLine, ...]
    list_note: str
    told_heading: str
    told: tuple[tuple[str, bool], ...]
    question_heading: str
    questions: tuple[DeskQuestion, ...]
    question_note: str
    box_heading: str
    boxes: tuple[str, ...]
    foot: str
    number: str


@dataclass(frozen=True)
class DeskCardSheet:
    """Cards one after another, each on a page of its own."""

    file_stem: str
    title: str
    cards: tuple[DeskCard, ...]
