"""Two people changed the same text: what both wrote is brought together, paragraph by paragraph.

Where only one of them touched a paragraph, that change stands. Paragraphs that both added at the same place are all
kept. Where both changed the same paragraph, nothing decides but a person: both wordings are handed out, none is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.review.dutyreports.domain.paragraphs import matches, paragraphs_of


@dataclass(frozen=True)
class Collision:
    """One place that both changed, each in another way."""

    theirs: str
    ours: str


@dataclass(frozen=True)
class Merged:
    """`text` has everything; where they collided, their wording and ours stand one after the other."""

    text: str
    collisions: tuple[Collision, ...]

    @property
    def is_clean(self) -> bool:
        return not self.collisions


@dataclass(frozen=True)
class _Change:
    """Lines `start` to `end` of the base became `lines`. With `start == end` they were added before `start`."""

    start: int
    end: int
    lines: tuple[str, ...]


def merge_texts(base: str, theirs: str, ours: str) -> Merged:
    """Both changes of `base` in one text."""
    if theirs in (base, ours):
        return Merged(ours, ())
    if base == ours:
        return Merged(theirs, ())
    lines = paragraphs_of(base)
    left, right = (_changes(lines, paragraphs_of(text)) for text in (theirs, ours))
    result: list[str] = []
    collisions: list[Collision] = []
    place = 0
    while left or right:
        start = min(change.start for change in left[:1] + right[:1])
        result += lines[place:start]
        their_part, our_part = _meeting(left, right, start)
        place = max(change.end for change in their_part + our_part)
        their_lines, our_lines = (_applied(lines, part, start, place) for part in (their_part, our_part))
        if not our_part or not their_part:
            result += their_lines if their_part else our_lines
            continue
        result += _both(their_lines, our_lines)
        if place > start and their_lines != our_lines:
            collisions.append(Collision("\n".join(their_lines), "\n".join(our_lines)))
    return Merged("\n".join([*result, *lines[place:]]), tuple(collisions))


def _changes(base: Sequence[str], new: Sequence[str]) -> list[_Change]:
    """What became of the base, in its order."""
    found, before, after = [], 0, 0
    for old, now in [*matches(base, new), (len(base), len(new))]:
        if old > before or now > after:
            found.append(_Change(before, old, tuple(new[after:now])))
        before, after = old + 1, now + 1
    return found


def _meeting(left: list[_Change], right: list[_Change], start: int) -> tuple[list[_Change], list[_Change]]:
    """Takes from both lists the changes at `start` that must be looked at together.

    What was added before a line comes first, by itself; else everything that touches the same lines of the base.
    """
    taken: tuple[list[_Change], list[_Change]] = ([], [])
    end = start
    for waiting, into in zip((left, right), taken, strict=True):
        if waiting and waiting[0].start == waiting[0].end == start:
            into.append(waiting.pop(0))
    if any(taken):
        return taken
    has_grown = True
    while has_grown:
        has_grown = False
        for waiting, into in zip((left, right), taken, strict=True):
            while waiting and (waiting[0].start == start or waiting[0].start < end):
                into.append(waiting.pop(0))
                end, has_grown = max(end, into[-1].end), True
    return taken


def _applied(base: Sequence[str], changes: Sequence[_Change], start: int, end: int) -> list[str]:
    """The lines from `start` to `end` after these changes."""
    result: list[str] = []
    for change in changes:
        result += [*base[start : change.start], *change.lines]
        start = change.end
    return [*result, *base[start:end]]


def _both(theirs: Sequence[str], ours: Sequence[str]) -> list[str]:
    """Their lines, then ours; what is the same at the beginning or at the end stands once."""
    most, head, tail = min(len(theirs), len(ours)), 0, 0
    while head < most and theirs[head] == ours[head]:
        head += 1
    while tail < most - head and theirs[-1 - tail] == ours[-1 - tail]:
        tail += 1
    return [*theirs[: len(theirs) - tail], *ours[head:]]
