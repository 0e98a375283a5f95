"""A text as it is compared: signs without punctuation and blanks, every number as one sign, with their places.

Last year's sentence with new numbers is the same sentence; so is one with other commas.
"""

import re
from bisect import bisect_right
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

# Stands between parts, so that nothing runs over from one into the next.
BREAK = "\n"
NUMBER = "0"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGN = re.compile(rf"{_NUMBER.pattern}|[^\W_]")
_NO_SIGNS = re.compile(r"[\W_]+")
_LARGE = re.compile("[A-ZＡ-Ｚａ-ｚ]")
# Large and full-width letters as small plain ones, one for one.
_PLAIN = {large + step: 0x61 + step for large in (0x41, 0xFF21, 0xFF41) for step in range(26)}


@dataclass(frozen=True)
class Part:
    """A piece of a text under the name by which its place is told."""

    name: str
    text: str


@dataclass(frozen=True)
class Text:
    """One text. `author` is who stands behind it: words that one author repeats are not thereby common."""

    key: int
    author: Hashable
    parts: tuple[Part, ...]


class Signs:
    """The signs of a text in a row, parts one after the other with a break behind each."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.row = "".join(_row_of(part.text) + BREAK for part in text.parts)

    def place(self, start: int, end: int) -> "Place":
        """Where the signs `start` to `end` (behind the last) stand in the text as it was written."""
        part = self.text.parts[bisect_right(self._part_starts, start) - 1]
        last = _SIGN.match(part.text, self._begins[end - 1])
        return Place(part.name, self._begins[start], last.end() if last else len(part.text))

    @cached_property
    def _part_starts(self) -> list[int]:
        starts = [0]
        while (end := self.row.find(BREAK, starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    @cached_property
    def _begins(self) -> list[int]:
        begins: list[int] = []
        for part in self.text.parts:
            begins += compress(range(len(part.text)), _starts_of_signs(part.text))
            begins.append(len(part.text))
        return begins


@dataclass(frozen=True)
class Place:
    """Characters `start` to `end` (behind the last) of one part of a text."""

    part: str
    start: int
    end: int


def _starts_of_signs(text: str) -> bytearray:
    """1 where a sign of `_SIGN` begins: each letter or character, and the first figure of each number."""
    starts = bytearray(map(str.isalnum, text))
    for number in _NUMBER.finditer(text):
        starts[number.start() + 1 : number.end()] = bytes(number.end() - number.start() - 1)
    return starts


def _row_of(text: str) -> str:
    plain = _NO_SIGNS.sub("", _NUMBER.sub(NUMBER, text))
    return plain.translate(_PLAIN) if _LARGE.search(plain) else plain


def count_seen(text: str) -> int:
    """How many characters a reader sees: blanks and line breaks are none."""
    return len(text) - sum(map(str.isspace, text))
