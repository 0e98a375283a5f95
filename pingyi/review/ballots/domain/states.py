"""The life of a voting: what may follow what. Nothing ever goes back."""

from enum import StrEnum


class VotingState(StrEnum):
    """PREPARED → OPEN → CLOSED (phones stopped, paper is typed in) → COUNTED (results may be read)."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    COUNTED = "counted"


class SlipState(StrEnum):
    """A slip is used once, or void before it was used. Neither is ever undone."""

    UNUSED = "unused"
    USED = "used"
    VOID = "void"


NEXT = {
    VotingState.PREPARED: frozenset({VotingState.OPEN}),
    VotingState.OPEN: frozenset({VotingState.CLOSED}),
    VotingState.CLOSED: frozenset({VotingState.COUNTED}),
    VotingState.COUNTED: frozenset[VotingState](),
}


def may_follow(present: VotingState, wanted: VotingState) -> bool:
    """Whether a voting may go from `present` to `wanted`."""
    return wanted in NEXT[present]
