"""Writing a comment again: which sentence is which, and what may not be touched any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The home of a sentence: 肯定, 问题, 要求, or 待归类 until a person has decided."""

    STRENGTH = "strength"
    PROBLEM = "problem"
    REQUIREMENT = "requirement"
    UNSORTED = "unsorted"


@dataclass(frozen=True)
class Wanted:
    """A sentence as it should stand. `sentence_id` says which recorded one it was, if any."""

    part: Part
    text: str
    tags: tuple[str, ...] = ()
    sentence_id: int | None = None


@dataclass(frozen=True)
class Recorded:
    """A sentence as it stands. `is_answered`: its organisation has answered the problem item."""

    sentence_id: int
    part: Part
    text: str
    tags: tuple[str, ...] = ()
    is_answered: bool = False


@dataclass(frozen=True)
class Edit:
    """Each wanted sentence in order with the recorded one that it continues, and the recorded ones that go."""

    sentences: tuple[tuple[Recorded | None, Wanted], ...]
    removed: tuple[Recorded, ...]

    @property
    def touched_answers(self) -> tuple[Recorded, ...]:
        """Problems that were answered already and would be changed or taken away."""
        changed = (
            old
            for old, new in self.sentences
            if old is not None and old.is_answered and (old.part, old.text) != (new.part, new.text)
        )
        return (*changed, *(old for old in self.removed if old.is_answered))


def plan_edit(recorded: Sequence[Recorded], wanted: Sequence[Wanted]) -> Edit:
    """Match by number, then by the same words; what is left on one side is new, on the other it goes."""
    open_rows = {row.sentence_id: row for row in recorded}
    matches: dict[int, Recorded] = {}
    for place, line in enumerate(wanted):
        if line.sentence_id in open_rows:
            matches[place] = open_rows.pop(line.sentence_id)
    for place, line in enumerate(wanted):
        same = next((row for row in open_rows.values() if row.text == line.text), None)
        if place not in matches and same is not None:
            matches[place] = open_rows.pop(same.sentence_id)
    return Edit(
        sentences=tuple((matches.get(place), line) for place, line in enumerate(wanted)),
        removed=tuple(open_rows.values()),
    )


def tidy(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Without empty sentences; tags stay on problems only."""
    return [
        Wanted(line.part, text, line.tags if line.part == Part.PROBLEM else (), line.sentence_id)
        for line in wanted
        if (text := " ".join(line.text.split()))
    ]


class FinishFault(StrEnum):
    """Why a comment is not finished yet."""

    EMPTY = "empty"
    UNSORTED = "unsorted"


def finish_fault(parts: Sequence[Part]) -> FinishFault | None:
    """A finished comment has a sentence, and every sentence has a home."""
    if not parts:
        return FinishFault.EMPTY
    return FinishFault.UNSORTED if Part.UNSORTED in parts else None
