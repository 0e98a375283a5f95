"""The text as sentences. Every sentence is a piece of the text exactly as it stands there."""

import re
from dataclasses import dataclass
from itertools import pairwise

END = re.compile("[。！？]+[”’）)]*")
OPENING, CLOSING = "（(“‘《〔【[", "）)”’》〕】]"


@dataclass(frozen=True)
class Sentence:
    """One sentence with its end mark, and where it stands."""

    text: str
    start: int
    paragraph: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_heading(self) -> bool:
        """A line without an end mark and without a comma: a headline or a credit line."""
        return not END.search(self.text) and "，" not in self.text


def split(text: str) -> list[Sentence]:
    """Every sentence of the text, in order; a line always ends one."""
    found: list[Sentence] = []
    place = 0
    for number, line in enumerate(text.split("\n")):
        start = 0
        for match in END.finditer(line):
            if not _is_quoted(line, start, match.start()):
                found.append(_stripped(line, start, match.end(), place, number))
                start = match.end()
        if line[start:].strip():
            found.append(_stripped(line, start, len(line), place, number))
        place += len(line) + 1
    return found


def _stripped(line: str, start: int, end: int, place: int, number: int) -> Sentence:
    piece = line[start:end]
    return Sentence(piece.strip(), place + start + len(piece) - len(piece.lstrip()), number)


def _is_quoted(line: str, start: int, end: int) -> bool:
    """Inside an open quotation a full stop does not end the sentence around it."""
    piece = line[start:end]
    return piece.count("“") > piece.count("”") and "”" in line[end : end + 60]


def split_outside(text: str, marks: str) -> list[str]:
    """Pieces between the marks, but not where these stand in brackets or quotation marks."""
    depth, pieces, piece = 0, [], ""
    for sign in text:
        depth += (sign in OPENING) - (sign in CLOSING)
        if sign in marks and depth <= 0:
            pieces.append(piece)
            piece = ""
        else:
            piece += sign
    return [found for found in (*pieces, piece) if found]


def clauses(sentence: str) -> list[tuple[int, str]]:
    """The clauses of a sentence with their places; brackets and quotations are not torn apart."""
    cuts, depth = [-1], 0
    for place, sign in enumerate(sentence):
        depth += (sign in OPENING) - (sign in CLOSING)
        if sign in "，；：。！？" and depth <= 0:
            cuts.append(place)
    cuts.append(len(sentence))
    return [(left + 1, sentence[left + 1 : right]) for left, right in pairwise(cuts) if right > left + 1]
