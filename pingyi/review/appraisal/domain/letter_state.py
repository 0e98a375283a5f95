"""How far the letter to one person is."""

from dataclasses import dataclass
from enum import StrEnum


class LetterState(StrEnum):
    """In the order in which a letter comes about."""

    UNDECIDED = "undecided"
    UNWRITTEN = "unwritten"
    READY = "ready"
    ISSUED = "issued"
    OUTDATED = "outdated"


@dataclass(frozen=True)
class Basis:
    """What a letter is made from: the decision in force and the version of the opinion."""

    decision_id: int | None
    opinion_version: int | None


def letter_state(present: Basis, issued: Basis | None) -> LetterState:
    """A letter that was given out is outdated as soon as decision or opinion have changed since."""
    if issued is not None:
        return LetterState.ISSUED if issued == present else LetterState.OUTDATED
    if present.decision_id is None:
        return LetterState.UNDECIDED
    return LetterState.UNWRITTEN if present.opinion_version is None else LetterState.READY
