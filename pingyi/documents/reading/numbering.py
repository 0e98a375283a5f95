"""The numbers that Word sets before list items and headings: they are in no text, but people read them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from pingyi.core.words import Words
from pingyi.documents.reading.xml import child, children, value_of

DIGITS = Words("〇一二三四五六七八九")
CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}
DEEPEST = 9


@dataclass(frozen=True)
class Level:
    shape: str
    template: str
    start: int


@dataclass
class Numbering:
    """The lists of one file and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    counted: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, number_id: str, depth: int) -> str:
        """The number of the next item of this list; empty where there is none."""
        name = self.list_of.get(number_id, "")
        level = self.levels.get(name, {}).get(depth)
        if level is None:
            return ""
        counts = self.counted[name]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.shape == "bullet":
            return "·"
        text = level.template
        for place in range(depth + 1):
            of_place = self.levels[name].get(place, level)
            text = text.replace(f"%{place + 1}", spelled(counts.get(place, of_place.start), of_place.shape))
        return text


def numbering_of(root: Element | None) -> Numbering:
    """From word/numbering.xml; an empty one where there is none."""
    found = Numbering()
    if root is None:
        return found
    for abstract in children(root, "abstractNum"):
        name = value_of(abstract, attribute="abstractNumId")
        found.levels[name] = dict(_levels(abstract))
    for number in children(root, "num"):
        found.list_of[value_of(number, attribute="numId")] = value_of(child(number, "abstractNumId"))
    return found


def _levels(abstract: Element) -> Iterator[tuple[int, Level]]:
    for level in children(abstract, "lvl"):
        depth, start = value_of(level, attribute="ilvl"), value_of(child(level, "start"))
        if depth.isdigit() and int(depth) < DEEPEST:
            shape, template = value_of(child(level, "numFmt")), value_of(child(level, "lvlText"))
            yield int(depth), Level(shape, template[:40], int(start) if start.isdigit() else 1)


def spelled(number: int, shape: str) -> str:
    """1 as people write it in this kind of list."""
    if shape in CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        head = "" if not tens else Words("十") if tens == 1 else Words("{digits}十", digits=DIGITS[tens])
        return head + (DIGITS[ones] if ones else "")
    if shape in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        return chr(ord("a" if shape == "lowerLetter" else "A") + number - 1)
    if shape.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    return "" if shape == "none" else str(number)
