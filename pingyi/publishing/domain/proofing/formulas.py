"""Protected formulas: those that stand in quotation marks, and those that are written without a sign changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from pingyi.core.words import Words
from pingyi.publishing.domain.proofing.finding import Check, Finding

FILE = Path(__file__).with_name("data") / "formulas.txt"
# Shorter ones are like too many other words, longer ones are no formula.
SHORTEST_ALIKE, LONGEST_LINE, MOST_LINES = 4, 60, 300
ALIKE = 0.75
QUOTED = re.compile("“([^“”\n]{2,20})”")
OTHER_QUOTES = "\"'‘’「」『』《》"
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Formulas:
    quoted: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


@cache
def default_text() -> str:
    """The list that an institution begins with."""
    return FILE.read_text(encoding="utf-8")


def parse(text: str) -> Formulas:
    """One formula a line; `#` begins a remark."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    quoted = [line[1:-1] for line in lines if QUOTED.fullmatch(line)]
    exact = [line for line in lines if not QUOTED.fullmatch(line)]
    return Formulas(tuple(dict.fromkeys(quoted)), tuple(dict.fromkeys(exact)))


def faults(text: str) -> list[str]:
    """What is wrong with an edited list, line by line, in words."""
    found: list[str] = []
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        found.append(Words("最多{most}行，现在有{count}行。", most=MOST_LINES, count=len(lines)))
    for number, line in enumerate(lines[:MOST_LINES], start=1):
        bare = line.strip()
        if bare.startswith("#") or not bare:
            continue
        if len(bare) > LONGEST_LINE:
            found.append(Words("第{number}行超过{most}个字，请分成几条。", number=number, most=LONGEST_LINE))
        if bare.count("“") != bare.count("”"):
            found.append(Words("第{number}行的引号没有配成对。", number=number))
        if len(bare.strip("“”")) < 2:
            found.append(Words("第{number}行太短，至少写两个字。", number=number))
    return found


def formulas(text: str, known: Formulas) -> Iterator[Finding]:
    """All findings about formulas."""
    for core in known.quoted:
        yield from _unquoted(text, core)
    yield from _misquoted(text, known.quoted)
    for phrase in known.exact:
        yield from _inexact(text, phrase)


def _unquoted(text: str, core: str) -> Iterator[Finding]:
    for match in re.finditer(re.escape(core), text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if _is_inside(text, start) or before in tuple(NUMERALS):
            continue
        if before and before in OTHER_QUOTES and after and after in OTHER_QUOTES:
            start, end = start - 1, end + 1
            message = Words("引号用得不对")
        else:
            message = Words("规范表述没有加引号")
        yield Finding(
            Check.FORMULA, start, end, text[start:end], message, Words("写成{mark}", mark=f"“{core}”")
        )


def _is_inside(text: str, place: int) -> bool:
    """Inside a quotation of this paragraph."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.count("“") > line.count("”")


def _misquoted(text: str, known: tuple[str, ...]) -> Iterator[Finding]:
    """A quotation that differs from a formula by one sign."""
    for match in QUOTED.finditer(text):
        said = match[1]
        near = next((core for core in known if said not in known and _is_near(said, core)), None)
        if near:
            yield Finding(
                Check.FORMULA,
                match.start(),
                match.end(),
                match.group(),
                Words("和规范表述差一个字"),
                Words("规范表述是{mark}，确实是另一个说法的留着", mark=f"“{near}”"),
            )


def _is_near(said: str, core: str) -> bool:
    if len(core) < SHORTEST_ALIKE or abs(len(said) - len(core)) > 1:
        return False
    if len(said) == len(core):
        return sum(one != other for one, other in zip(said, core, strict=True)) == 1
    longer, shorter = (said, core) if len(said) > len(core) else (core, said)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _inexact(text: str, phrase: str) -> Iterator[Finding]:
    """What begins and ends like the phrase, is about as long, and is not it."""
    if len(phrase) < 2 * SHORTEST_ALIKE:
        return
    head, tail = phrase[:2], phrase[-2:]
    middle = len(phrase) - 4 + 4
    for match in re.finditer(f"{re.escape(head)}[^，。；\n]{{0,{middle}}}?{re.escape(tail)}", text):
        said = match.group()
        if said != phrase and SequenceMatcher(None, said, phrase, autojunk=False).ratio() >= ALIKE:
            yield Finding(
                Check.FORMULA,
                match.start(),
                match.end(),
                said,
                Words("和规范表述不一样"),
                Words("规范表述是“{mark}”", mark=phrase),
            )
