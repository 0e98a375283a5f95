"""The life of a record: its author writes and files it, somebody else returns it with a reason or confirms it."""

from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    FILED = "filed"
    RETURNED = "returned"
    CONFIRMED = "confirmed"


class Move(StrEnum):
    FILE = "file"
    RETURN = "return"
    CONFIRM = "confirm"


# Move → from which states, and where to. A mistake in a confirmed record is mended by returning it first.
MOVES: dict[Move, tuple[frozenset[State], State]] = {
    Move.FILE: (frozenset({State.DRAFT, State.RETURNED}), State.FILED),
    Move.RETURN: (frozenset({State.FILED, State.CONFIRMED}), State.RETURNED),
    Move.CONFIRM: (frozenset({State.FILED}), State.CONFIRMED),
}
# What counts as having happened; a draft or what was returned does not.
COUNTED = frozenset({State.FILED, State.CONFIRMED})
# What its author may still change.
OPEN = frozenset({State.DRAFT, State.RETURNED})


def may_move(state: str, move: Move) -> bool:
    """Whether a record in this state can take this step."""
    return state in MOVES[move][0]
