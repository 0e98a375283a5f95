"""How many lines a text needs, and how much of it goes into so many lines. Widths are taken rather too large.

A page that must stay one page is filled by these counts. The rules of line breaking are kept simple and on the safe
side: no line is fuller here than any renderer makes it.
"""

import re
import unicodedata

CUT = "……"
_WORD = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：！？）》〕〉」』】”’…%％—")
_MOST_IN_LINE = 120
_LONGEST_WORD = 13  # letters; longer words are folded anywhere, by the PDF as here


def width(sign: str) -> float:
    """In characters: Chinese is one, a small letter or digit a little over half, anything unusual more than one."""
    if sign.isascii():
        return 0.95 if sign.isupper() or sign in "mw@%&" else 0.6
    return 1.0 if unicodedata.east_asian_width(sign) in "WFA" else 1.3


def lines_needed(text: str, per_line: float) -> int:
    """Lines of `per_line` characters; an empty text needs none."""
    return len(_starts(text, per_line))


def fitted(text: str, lines: int, per_line: float) -> str:
    """The text if it goes into so many lines, else its beginning with …… at the end."""
    if lines < 1:
        return ""
    # Nobody has more signs in a line: what is behind them need not be looked at.
    head = text[: lines * _MOST_IN_LINE]
    starts = _starts(head, per_line)
    if len(starts) <= lines and len(head) == len(text):
        return text
    # What is left out is marked; the mark itself takes two characters and never stands alone.
    kept = (head[: starts[lines]] if len(starts) > lines else head).rstrip()
    while kept and len(_starts(kept + CUT, per_line)) > lines:
        kept = kept[:-1]
    return kept.rstrip("，、；：“‘（《") + CUT


def is_cut(text: str) -> bool:
    return text.endswith(CUT)


def _starts(text: str, per_line: float) -> list[int]:
    """Where each line begins."""
    starts: list[int] = []
    used, place = per_line + 1, 0
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isspace():
            used += 0.3 * len(word)
            continue
        pieces = [word] if len(word) <= _LONGEST_WORD else list(word)
        place = match.start()
        for piece in pieces:
            # A quarter of a character between Chinese and foreign words.
            wide = sum(width(sign) for sign in piece) + (0.5 if piece.isascii() and len(piece) > 0 else 0)
            if used + wide > per_line:
                # What may not stand at the head of a line takes its neighbour along.
                back = 1 if starts and piece in _NEVER_FIRST and place > starts[-1] else 0
                starts.append(place - back)
                used = wide + back
            else:
                used += wide
            place += len(piece)
    return starts
