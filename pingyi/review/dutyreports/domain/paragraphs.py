"""Where two lists of lines or signs agree: the ground of merging two texts and of showing how they differ."""

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

# Beyond this many comparisons a match is not looked for: nobody typed such a text, and a writer waits for the answer.
MOST_COMPARISONS = 4_000_000


def paragraphs_of(text: str) -> list[str]:
    """The lines of a text; none of an empty one."""
    return text.split("\n") if text else []


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places that stand for each other, rising in both. What is equal at both ends is always found."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    pairs = [(place, place) for place in range(start)]
    if 0 < len(middle_old) * len(middle_new) <= MOST_COMPARISONS:
        for block in SequenceMatcher(None, middle_old, middle_new, autojunk=False).get_matching_blocks():
            pairs += [(start + block.a + step, start + block.b + step) for step in range(block.size)]
    pairs += [(len(old) - back, len(new) - back) for back in range(end, 0, -1)]
    return pairs
