"""Set phrases (固定表述): formulas, slogans, headings, words of the guidance.

What stands with many authors is nobody's own. It is found by counting authors, not from a list made by hand; a list of
known words (the headings of this cycle) may be added to it.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from pingyi.review.dutyreports.domain.likeness.rules import SEED, LikenessRules
from pingyi.review.dutyreports.domain.likeness.texts import BREAK, Part, Signs, Text

SHORTEST_KNOWN = 4


class Kind(IntEnum):
    """What a run is: in one text only (or over a break), in several as somebody's own words, or a set phrase."""

    LONELY = 0
    OWN = 1
    COMMON = 2


@dataclass(frozen=True)
class Runs:
    """The runs of one text, the n-th begins at the n-th sign. A run has the same number in every text."""

    numbers: "array[int]"
    kinds: bytes


def runs_of_all(rows: Sequence[Signs], rules: LikenessRules, step: Callable[[], None]) -> list[Runs]:
    """The runs of all texts and what they are; each is cut out once, afterwards only numbers are compared."""
    number_of: defaultdict[str, int] = defaultdict()
    number_of.default_factory = number_of.__len__
    numbers, by_author = [], defaultdict[Hashable, list["array[int]"]](list)
    for signs in rows:
        numbers.append(array("I", map(number_of.__getitem__, runs_of(signs.row))))
        by_author[signs.text.author].append(numbers[-1])
        step()
    texts, again = _zeros(len(number_of)), _zeros(len(number_of))
    for number in chain.from_iterable(map(set, numbers)):
        texts[number] += 1
    for own in by_author.values():
        if len(own) > 1:
            for number, count in Counter(chain.from_iterable(map(set, own))).items():
                again[number] += count - 1
    fewest = rules.fewest_common(len(by_author)) or len(rows) + 1
    kinds = bytearray(
        Kind.LONELY if count == 1 else Kind.COMMON if count - repeated >= fewest else Kind.OWN
        for count, repeated in zip(texts, again, strict=True)
    )
    for run, number in number_of.items():
        if BREAK in run:
            kinds[number] = Kind.LONELY
    return [Runs(one, bytes(map(kinds.__getitem__, one))) for one in numbers]


def _zeros(count: int) -> "array[int]":
    return array("I", bytes(array("I").itemsize * count))


def runs_of(row: str) -> list[str]:
    """Every run of `SEED` signs, also those over a break, so that the n-th run begins at the n-th sign."""
    return [row[at : at + SEED] for at in range(len(row) - SEED + 1)]


def known_signs(words: Iterable[str]) -> list[str]:
    """Headings and the like as rows of signs; those of one or two words are too short to be told from prose."""
    rows = {Signs(Text(0, 0, (Part("", one),))).row.rstrip(BREAK) for one in words}
    return sorted(row for row in rows if len(row) >= SHORTEST_KNOWN)


def mask_of(row: str, kinds: bytes, known: Sequence[str]) -> bytearray:
    """1 for every sign that belongs to a set phrase; `kinds` are those of the runs of the row."""
    mask = bytearray(len(row))
    whole = b"\1" * SEED
    at = kinds.find(Kind.COMMON)
    while at >= 0:
        mask[at : at + SEED] = whole
        at = kinds.find(Kind.COMMON, at + 1)
    for words in known:
        at = row.find(words)
        while at >= 0:
            mask[at : at + len(words)] = b"\1" * len(words)
            at = row.find(words, at + len(words))
    return mask
