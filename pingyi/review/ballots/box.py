"""What every kind of ballot can do: paper, one-time codes, later sealed ballots. Services and doors know only this."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pingyi.review.ballots.domain.balance import Balance
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.domain.receipt import CastId

# What a voter chose: reporter id → grade. Rows left out are blank.
Payload = Mapping[int, str]


@dataclass(frozen=True)
class SlipProof:
    """What shows that a voter may cast: the code of her slip, and the random cast id that her phone made."""

    code: str
    cast_id: CastId


@dataclass(frozen=True)
class Receipt:
    """The acknowledgement of a ballot: a word that says it is in the box, nothing else."""

    word: str


class BallotState(StrEnum):
    IN_BOX = "in_box"
    NOT_IN_BOX = "not_in_box"


class BallotBox(Protocol):
    """The ballot of one meeting. Permission, events and the voting's state are the services' work, not the box's."""

    def set_up(self) -> None:
        """Makes a box for every class that stands alone. May be repeated until the voting is open."""
        ...

    def open(self) -> None:
        """Refuses unless everything that voters need has been prepared."""
        ...

    def cast(self, proof: SlipProof, payload: Payload, replaces: Receipt | None = None) -> Receipt:
        """Takes one whole ballot or nothing. The same proof again gives the same receipt."""
        ...

    def state(self, tracker: Receipt) -> BallotState:
        """Whether the ballot of this receipt is in the box."""
        ...

    def close(self) -> dict[str, Balance | None]:
        """After the last ballot: the balance per class code, None where people have not counted yet."""
        ...

    def count(self) -> dict[int, dict[str, Counts]]:
        """What the opened boxes say: reporter id → class code → counts."""
        ...
