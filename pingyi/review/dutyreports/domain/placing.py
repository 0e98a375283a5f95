"""Which paragraphs of a Word file belong to which section of a report.

Headings of the file are set beside the headings of the report: the same, the same but for its number, or close to it.
What stands under a heading goes with it. Whatever finds no section waits for a person: nothing is left out unsaid.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pingyi.review.dutyreports.domain.differing import likeness

NUMERALS = "[一二三四五六七八九十百零〇]+"
NUMBERS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"\s*(?:{NUMERALS}[、．.]|第{NUMERALS}(?:部分|章|节)?[、：:\s]\s*)\s*")),
    (2, re.compile(rf"\s*[（(]{NUMERALS}[）)]\s*")),
    (3, re.compile(r"\s*\d{1,2}[.．、](?!\d)\s*")),
    (4, re.compile(r"\s*(?:[（(]\d{1,2}[）)]|[①-⑳])\s*")),
)
LONGEST_HEADING = 40
# A heading that stands at the beginning of its paragraph: 一、政治把关作用。全年……
RUN_IN = re.compile(r"([^。：:]{2,40})[。：:]\s*(.+)", re.DOTALL)
# Words that say little: whether they stand in a heading or not makes no other heading of it.
LITTLE = re.compile("情况|方面|分析|以及|[的和与及]")
CLOSE = 0.55
CONTAINED = 0.85
DEEPEST = 9


class Match(StrEnum):
    """How sure it is that a heading of the file means a heading of the report."""

    SAME = "same"
    NUMBERED = "numbered"
    CLOSE = "close"
    NONE = "none"


@dataclass(frozen=True)
class Line:
    """A piece of the file. `level`: of a heading as the file marks it, else 0. `is_aside`: not in the running text."""

    text: str
    level: int = 0
    is_aside: bool = False


@dataclass(frozen=True)
class Group:
    """A heading with what stands under it, or lines without one. `lines` are places in the file, heading included.

    `target` is the field of the report (text-N), empty where a person has to say it. `rest` is what stood behind a
    heading in the same paragraph.
    """

    lines: tuple[int, ...]
    target: str = ""
    match: Match = Match.NONE
    percent: int = 0
    has_heading: bool = False
    rest: str = ""
    is_aside: bool = False


@dataclass(frozen=True)
class _Heading:
    place: int
    level: int
    bare: str
    is_numbered: bool
    rest: str


def group_lines(lines: Sequence[Line], headings: Mapping[str, str]) -> list[Group]:
    """The file cut into groups; `headings` are those of the report by field name."""
    found = [_heading(place, line, headings) for place, line in enumerate(lines)]
    matched = _matched([one for one in found if one is not None], headings)
    groups: list[Group] = []
    level = DEEPEST
    for place, line in enumerate(lines):
        heading = found[place]
        if line.is_aside:
            continue
        target = matched.get(place)
        if heading is not None and target is not None:
            groups.append(_group(heading, *target))
            level = heading.level
        elif not groups or (heading is not None and heading.level <= level):
            groups.append(Group((place,)))
            level = heading.level if heading is not None else DEEPEST
        else:
            groups[-1] = _longer(groups[-1], place)
    aside = tuple(place for place, line in enumerate(lines) if line.is_aside)
    return [*groups, Group(aside, is_aside=True)] if aside else groups


def _group(heading: _Heading, target: str, match: Match, percent: int) -> Group:
    return Group((heading.place,), target, match, percent, has_heading=True, rest=heading.rest)


def _longer(group: Group, place: int) -> Group:
    return Group(
        (*group.lines, place), group.target, group.match, group.percent, group.has_heading, group.rest
    )


def _heading(place: int, line: Line, headings: Mapping[str, str]) -> _Heading | None:
    """The line as a heading, if it may be one."""
    if line.is_aside:
        return None
    level, bare = _without_number(line.text)
    known = {plain(words) for words in headings.values()}
    if match := RUN_IN.fullmatch(line.text):
        run_in_level, run_in = _without_number(match[1])
        if plain(run_in) in known:
            return _Heading(place, run_in_level or line.level or 1, run_in, bool(run_in_level), match[2])
    if len(line.text) > LONGEST_HEADING:
        return None
    is_same = plain(bare) in known
    is_sentence = line.text.rstrip()[-1:] in "。；;，,"
    if line.level or is_same or (level and not is_sentence):
        return _Heading(place, level or line.level or 1, bare, bool(level), "")
    return None


def _without_number(text: str) -> tuple[int, str]:
    """The level that its number speaks of (0 without one), and the words."""
    for level, pattern in NUMBERS:
        if match := pattern.match(text):
            return level, text[match.end() :]
    return 0, text


def plain(text: str) -> str:
    """Words only: no number, signs or blanks, one width."""
    bare = _without_number(unicodedata.normalize("NFKC", text).strip())[1]
    return "".join(sign for sign in bare if unicodedata.category(sign)[0] in "LN")


def _matched(found: Sequence[_Heading], headings: Mapping[str, str]) -> dict[int, tuple[str, Match, int]]:
    """Place of a heading → field, how sure, per cent. The surest pairs first; every field and heading once."""
    rated = sorted(
        (
            (closeness(heading.bare, words), -heading.place, field)
            for heading in found
            for field, words in headings.items()
        ),
        reverse=True,
    )
    numbered = {heading.place for heading in found if heading.is_numbered}
    taken: dict[int, tuple[str, Match, int]] = {}
    fields: set[str] = set()
    for rate, before, field in rated:
        place = -before
        if rate < CLOSE:
            break
        if place in taken or field in fields:
            continue
        sure = Match.CLOSE if rate < 1 else Match.NUMBERED if place in numbered else Match.SAME
        taken[place] = (field, sure, round(rate * 100))
        fields.add(field)
    return taken


def closeness(one: str, other: str) -> float:
    """1 for the same words, 0 for nothing in common."""
    short, long = sorted((plain(one), plain(other)), key=len)
    if short == long:
        return 1.0 if short else 0.0
    found = max(
        min(0.99, likeness(short, long)), 0.95 * likeness(LITTLE.sub("", short), LITTLE.sub("", long))
    )
    return max(found, CONTAINED) if len(short) >= 4 and short in long else found


@dataclass(frozen=True)
class Placed:
    """Texts by field, the lines that nobody wanted, and the lines that still have no place."""

    texts: Mapping[str, str]
    left: tuple[int, ...]
    missing: tuple[int, ...]


NOWHERE = "none"


def place_lines(lines: Sequence[Line], groups: Sequence[Group], choices: Mapping[int, str]) -> Placed:
    """What a person decided: for the first line of a group, or for single lines of one without a section.

    A choice holds for the lines after it in the same group. The heading of a group is left away where the group went to
    the section that has this heading already.
    """
    texts: dict[str, list[str]] = {}
    left: list[int] = []
    missing: list[int] = []
    for group in groups:
        target = group.target
        for number, place in enumerate(group.lines):
            target = choices.get(place, "") or target
            is_own_heading = number == 0 and group.has_heading and target == group.target
            text = group.rest if is_own_heading else lines[place].text
            if not target:
                missing.append(place)
            elif target == NOWHERE:
                left.append(place)
            else:
                texts.setdefault(target, [])
                if text:
                    texts[target].append(text)
    return Placed({field: "\n".join(said) for field, said in texts.items()}, tuple(left), tuple(missing))
