"""One vote: how it was held, what was counted, whether it carries."""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.ledgers.decisions.domain.room import Room


class VoteForm(StrEnum):
    """口头、举手、无记名. A secret vote lies in a ballot box, or is held on paper: two tellers count it and the
    counts are entered."""

    ORAL = "oral"
    HANDS = "hands"
    SECRET = "secret"  # noqa: S105 (no password)


class Outcome(StrEnum):
    """`NOTED`: a topic that is only studied or reported was heard; nobody votes on it."""

    PASSED = "passed"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    NOTED = "noted"


@dataclass(frozen=True)
class Tally:
    approve: int
    against: int
    abstain: int

    @property
    def cast(self) -> int:
        return self.approve + self.against + self.abstain


def carries(tally: Tally, room: Room) -> bool:
    """Whether the item passes: enough people there, and enough of them in favour."""
    return room.has_quorum and tally.cast <= room.votes and room.passing.met(tally.approve, room.base)


def fits(outcome: Outcome, tally: Tally | None, room: Room) -> bool:
    """Whether this outcome may be recorded. A vote that carries cannot be recorded as refused, nor the other way round;
    a topic is put off with or without a vote, but not after one that carried it. Without a quorum it is put off.
    """
    if tally is None or not room.has_quorum:
        return outcome is Outcome.POSTPONED
    return carries(tally, room) == (outcome is Outcome.PASSED)
