"""How many lines a paragraph has in a word processor: 28 full-width characters, the usual rules of what may not begin
or end a line, full stops and commas hanging over the edge as Word, WPS and LibreOffice let them.
"""

import re

from pingyi.documents.domain.typed import printable

# In points: a line of the type area, a Chinese character and half of it in the tightened 16 pt face.
LINE = 442.2
FULL = 15.75
GAP = 3.75  # what word processors put between Chinese characters and foreign words
# Times New Roman, in thousandths of its size, from the blank to the tilde.
_LATIN = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500,) * 10,
    *(278, 278, 564, 564, 564, 444, 921),
    *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889),
    *(722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
    *(333, 278, 333, 469, 500, 333),
    *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
    *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    *(480, 200, 480, 541),
)

_PIECE = re.compile(r"[!-,.-~]*-(?=[A-Za-z0-9])|[!-~]+| +|.", re.DOTALL)
_NEVER_FIRST = frozenset("!%),.:;>?]}·’”…‰、。〃〉》」』】〕〗！％），．：；？］｝～—")
_NEVER_LAST = frozenset("([{·‘“〈《「『【〔〖（［｛")
_HANGING = frozenset("，。、；：！？,.:;!?")


def lines_of(text: str, *, first_indent: float = 0.0, line: float = LINE, size: float = 16.0) -> int:
    """Lines of one paragraph; what was typed on lines of its own stays so. An empty one has one line."""
    scale = size / 16
    return sum(
        len(_broken(one, first_indent if number == 0 else 0.0, line, scale))
        for number, one in enumerate(printable(text).split("\n"))
    )


def _broken(text: str, indent: float, line: float, scale: float) -> list[str]:
    """The text line by line."""
    pieces = _PIECE.findall(text)
    widths = [_width(piece) * scale for piece in pieces]
    lines: list[str] = []
    place = start = 0
    used = indent
    while place < len(pieces):
        piece = pieces[place]
        gap = GAP * scale if place > start and _meet(pieces[place - 1], piece) else 0.0
        if used + widths[place] + gap <= line or piece.isspace() or place == start:
            used += widths[place] + gap
            place += 1
            continue
        if piece in _HANGING and not _is_followed_by_mark(pieces, place):
            place += 1
        else:
            place = _step_back(pieces, start, place)
        lines.append("".join(pieces[start:place]))
        used, start = 0.0, place
    rest = "".join(pieces[start:])
    return [*lines, rest] if rest or not lines else lines


def _is_followed_by_mark(pieces: list[str], place: int) -> bool:
    """Only one mark hangs over the edge; two of them go to the next line with the character before."""
    return place + 1 < len(pieces) and pieces[place + 1][0] in _NEVER_FIRST


def _step_back(pieces: list[str], start: int, place: int) -> int:
    """Where the next line begins: some pieces are taken along so that neither end is forbidden."""
    at = place
    while at > start + 1 and (pieces[at][0] in _NEVER_FIRST or pieces[at - 1][-1] in _NEVER_LAST):
        at -= 1
    return at if at > start else place


def _width(piece: str) -> float:
    if not piece.isascii():
        return FULL
    return sum(_LATIN[ord(sign) - 32] * 0.016 - 0.25 for sign in piece)


def _meet(before: str, after: str) -> bool:
    """A Chinese character (no mark) beside a foreign word."""
    return (before.isascii() and before.strip() != "" and _is_han(after[0])) or (
        _is_han(before[-1]) and after.isascii() and after.strip() != ""
    )


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"
