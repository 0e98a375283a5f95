"""How far the letter to one person is."""

from dataclasses import dataclass
from enum import StrEnum


class LetterState(StrEnum):
    """In the order in which a letter comes about."""

    UNDECIDED = "undecided"
    UNWRITTEN = "unwritten"
    GIVEN_BACK = "given_back"
    UNCONFIRMED = "unconfirmed"
    READY = "ready"
    ISSUED = "issued"
    OUTDATED = "outdated"


@dataclass(frozen=True)
class Basis:
    """What a letter is made from: the decision in force and the version of the opinion."""

    decision_id: int | None
    opinion_version: int | None


def letter_state(present: Basis, issued: Basis | None, verdict: bool | None = True) -> LetterState:
    """A letter that was given out is outdated as soon as decision or opinion have changed since.

    `verdict` is what the leader said to this version of the opinion: confirmed, given back, None for nothing yet.
    """
    if issued == present:
        return LetterState.ISSUED
    if present.decision_id is None:
        return LetterState.UNDECIDED
    if present.opinion_version is None:
        return LetterState.UNWRITTEN
    if verdict is None:
        return LetterState.UNCONFIRMED
    if not verdict:
        return LetterState.GIVEN_BACK
    return LetterState.READY if issued is None else LetterState.OUTDATED
