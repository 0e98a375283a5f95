"""One thing that a proof reader should look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What was looked at, in the order of the list beside the text."""

    OPEN_PLACE = "open_place"
    DATA = "data"
    DATE = "date"
    TITLE = "title"
    FORMULA = "formula"
    PUNCTUATION = "punctuation"
    SCRIPT = "script"
    DIGITS = "digits"
    CREDITS = "credits"


@dataclass(frozen=True)
class Finding:
    """`start` and `end` are places in the whole text; `quote` is what stands there; `remedy` says what to write."""

    check: Check
    start: int
    end: int
    quote: str
    message: str
    remedy: str


@dataclass(frozen=True)
class Place:
    """Where a finding stands, for people: the paragraph and the character in it, both from 1."""

    paragraph: int
    character: int


def place_of(text: str, start: int) -> Place:
    """Paragraphs are the lines of the text that are not empty."""
    before = text[:start]
    lines = before.split("\n")
    number = sum(1 for line in lines[:-1] if line.strip()) + 1
    return Place(number, len(lines[-1]) + 1)


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """By place; what was found twice at one place with the same words stands once."""
    unique = {(one.check, one.start, one.end, one.message): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.start, one.end, list(Check).index(one.check)))
