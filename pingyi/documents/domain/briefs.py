"""Pages of one form, a page for each: large type, the same places for the same facts."""

from dataclasses import dataclass
from enum import StrEnum

# What goes on a page, in characters of the body and in lines; builders cut by these, both renderers keep them.
PER_LINE = 28
LINES = 18


class Tone(StrEnum):
    """Who speaks: the system states, the reporter is quoted."""

    STATED = "stated"
    QUOTED = "quoted"


@dataclass(frozen=True)
class BriefRow:
    """One paragraph. `lead` is set in 黑体 before it."""

    text: str
    lead: str = ""
    tone: Tone = Tone.STATED


@dataclass(frozen=True)
class BriefGroup:
    heading: str
    rows: tuple[BriefRow, ...]


@dataclass(frozen=True)
class Brief:
    """One page. `foot` says what was left out and where the whole stands."""

    title: str
    facts: tuple[str, ...]
    groups: tuple[BriefGroup, ...]
    foot: str


@dataclass(frozen=True)
class BriefSheet:
    """Briefs one after another, each on a page of its own; `heading` stands small at the top of every page."""

    file_stem: str
    heading: str
    briefs: tuple[Brief, ...]
