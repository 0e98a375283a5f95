"""The numbered requirements of a speech (一是、二是、三是 or 一要、二要、三要), found in its text. Nothing is lost."""

import re
from dataclasses import dataclass
from enum import StrEnum

from pingyi.core.words import Words

NUMERALS = Words("一二三四五六七八九十")
# A number counts only where a sentence or a part of one begins: 统一是, 第一要务 and the like are words.
MARKER = re.compile(rf"(?:^|(?<=[。！？；：，、,.;:!?”’）)\s]))([{NUMERALS}])(是|要)", re.MULTILINE)
FIRST_CLAUSE = re.compile(r"[^。；！？\n]*")


class Level(StrEnum):
    """Whom a requirement is addressed to: the organisations of one level, or all."""

    ALL = "all"
    HOSPITAL = "hospital"
    COLLEGE = "college"
    BRANCH = "branch"


@dataclass(frozen=True)
class SpeechParts:
    """`lead` + `requirements` + `rest` are the text, in order, but for white space between them.

    `rest` is what follows the last requirement in paragraphs of its own: it is shown, a person decides.
    """

    lead: str
    requirements: tuple[str, ...]
    rest: str


def split_requirements(text: str) -> SpeechParts:
    """Cut the text at its numbers. The first number's word, 是 or 要, counts: 二是 inside 一要 stays."""
    starts = _starts(text)
    if not starts:
        return SpeechParts(text.strip(), (), "")
    ends = [*starts[1:], len(text)]
    pieces = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    last, _, rest = pieces[-1].partition("\n")
    return SpeechParts(text[: starts[0]].strip(), (*pieces[:-1], last.strip()), rest.strip())


def _starts(text: str) -> list[int]:
    starts: list[int] = []
    word = ""
    for marker in MARKER.finditer(text):
        is_first = not starts and marker[1] == NUMERALS[0]
        is_following = starts and marker[2] == word and NUMERALS.find(marker[1]) == len(starts)
        if is_first or is_following:
            word = marker[2]
            starts.append(marker.start())
    return starts


def suggest_level(text: str) -> Level:
    """Whom the first sentence of a requirement speaks to. A suggestion: the clerk decides."""
    match = FIRST_CLAUSE.match(text)
    opening = match[0] if match else ""
    if "医院" in opening:
        return Level.HOSPITAL
    if "学院" in opening:
        return Level.COLLEGE
    if "支部" in opening:
        return Level.BRANCH
    return Level.ALL
