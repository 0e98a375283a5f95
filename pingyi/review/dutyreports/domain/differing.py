"""How two versions of a text differ, for people: by paragraph, and inside a paragraph by runs of signs.

Numbers and Latin words count as one sign each, so that 23 → 24 reads as a whole. A single equal sign between
two changes is no agreement, only noise: it is shown as part of the change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pingyi.review.dutyreports.domain.paragraphs import matches, paragraphs_of

SIGN = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+|.", re.DOTALL)
# Below this likeness two paragraphs are shown as one left out and one added.
ALIKE = 0.4
SHORTEST_AGREEMENT = 2
MOST_PAIRS = 400


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Run:
    """Signs that are the same in both, or stand in one of them only."""

    change: Change
    text: str


@dataclass(frozen=True)
class Paragraph:
    change: Change
    runs: tuple[Run, ...]


def compare(old: str, new: str) -> list[Paragraph]:
    """Every paragraph of both versions, in reading order; blank lines are left away."""
    before, after = ([line for line in paragraphs_of(text) if line.strip()] for text in (old, new))
    found: list[Paragraph] = []
    last_old = last_new = 0
    for place_old, place_new in [*matches(before, after), (len(before), len(after))]:
        found += _block(before[last_old:place_old], after[last_new:place_new])
        if place_old < len(before):
            found.append(Paragraph(Change.SAME, (Run(Change.SAME, before[place_old]),)))
        last_old, last_new = place_old + 1, place_new + 1
    return found


def _block(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs that differ: each new one beside the old one that it came from, where there is one."""
    partner = _partners(before, after)
    shown = 0
    for place, text in enumerate(after):
        source = partner.get(place)
        following = min((old for new, old in partner.items() if new >= place), default=len(before))
        yield from (_whole(Change.REMOVED, left_out) for left_out in before[shown:following])
        shown = following
        if source is None:
            yield _whole(Change.ADDED, text)
        else:
            yield Paragraph(Change.CHANGED, tuple(runs_of(before[source], text)))
            shown = source + 1
    yield from (_whole(Change.REMOVED, left_out) for left_out in before[shown:])


def _partners(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """New paragraph → old one, rising in both; the most alike are paired first."""
    if len(before) * len(after) > MOST_PAIRS:
        return {}
    rated = sorted(
        (
            (likeness(old, new), -row, -column)
            for column, old in enumerate(before)
            for row, new in enumerate(after)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for rate, row, column in rated:
        if rate < ALIKE:
            break
        new, old = -row, -column
        if new not in found and all(
            (new < row) == (old < column) and old != column for row, column in found.items()
        ):
            found[new] = old
    return found


def likeness(one: str, other: str) -> float:
    """How many pairs of neighbouring signs two texts share, from 0 to 1."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs or others else 1.0


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(max(1, len(text) - 1))} if text else set()


def runs_of(old: str, new: str) -> list[Run]:
    """What was left out and what was put in, and the signs between that stayed."""
    before, after = SIGN.findall(old), SIGN.findall(new)
    runs: list[Run] = []
    left_out, put_in = "", ""
    for is_same, gone, come in _steps(before, after):
        if is_same:
            runs += _edits(left_out, put_in)
            runs.append(Run(Change.SAME, gone))
            left_out = put_in = ""
        else:
            left_out, put_in = left_out + gone, put_in + come
    return runs + _edits(left_out, put_in)


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Agreement or not, the old signs, the new signs."""
    blocks = _agreements(before, after)
    last_old = last_new = 0
    for place, (old, new, size) in enumerate(blocks):
        gone, come = "".join(before[last_old:old]), "".join(after[last_new:new])
        if gone or come:
            yield False, gone, come
        kept = "".join(before[old : old + size])
        is_between = 0 < place < len(blocks) - 2
        if size:
            yield (not (is_between and size < SHORTEST_AGREEMENT)), kept, kept
        last_old, last_new = old + size, new + size


def _agreements(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs of signs that agree; the last one is empty and stands at the end."""
    found: list[tuple[int, int, int]] = []
    for old, new in [*matches(before, after), (len(before), len(after))]:
        if (
            found
            and old == found[-1][0] + found[-1][2]
            and new == found[-1][1] + found[-1][2]
            and old < len(before)
        ):
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + 1)
        else:
            found.append((old, new, 1 if old < len(before) else 0))
    return found


def _edits(left_out: str, put_in: str) -> list[Run]:
    pairs = ((Change.REMOVED, left_out), (Change.ADDED, put_in))
    return [Run(change, text) for change, text in pairs if text]


def _whole(change: Change, text: str) -> Paragraph:
    return Paragraph(change, (Run(change, text),))
