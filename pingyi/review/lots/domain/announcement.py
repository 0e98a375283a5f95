"""What is fixed and made known before a lot is drawn: the list in its order, and where the numbers will come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

PROTOCOL = "pingyi-lot-1"
FEWEST_DIGITS = 8
DIGITS = range(1, 19)
FEWEST_WITNESSES = 2


class SourceKind(StrEnum):
    """Where a number comes from: a person who says one, or something public that nobody here can choose."""

    WITNESS = "witness"
    PUBLIC = "public"


@dataclass(frozen=True)
class Source:
    """Somebody or something that will give a number of exactly so many digits."""

    kind: SourceKind
    label: str
    digits: int


@dataclass(frozen=True)
class Announcement:
    """The announcement of one draw. `round` counts the draws of the meeting; a later one says why it was needed."""

    institution: str
    title: str
    announced_at: str
    round: int
    reason: str
    names: tuple[str, ...]
    sources: tuple[Source, ...]

    def document(self) -> dict[str, Any]:
        """As it is written down, published and fingerprinted."""
        return {
            "protocol": PROTOCOL,
            "institution": self.institution,
            "title": self.title,
            "announced_at": self.announced_at,
            "round": self.round,
            "reason": self.reason,
            "names": list(self.names),
            "sources": [
                {"kind": one.kind.value, "label": one.label, "digits": one.digits} for one in self.sources
            ],
        }


class SourceFault(StrEnum):
    """Why numbers from these sources would not do."""

    NO_SOURCE = "no_source"
    ONE_WITNESS = "one_witness"
    NAMED_TWICE = "named_twice"
    DIGITS = "digits"
    TOO_FEW_DIGITS = "too_few_digits"


def source_fault(sources: Sequence[Source]) -> SourceFault | None:
    """At least two people, or something public: nobody alone may choose the numbers, and nobody may guess them."""
    if not sources:
        return SourceFault.NO_SOURCE
    if len({one.label for one in sources}) < len(sources):
        return SourceFault.NAMED_TWICE
    if any(one.digits not in DIGITS for one in sources):
        return SourceFault.DIGITS
    is_public = any(one.kind == SourceKind.PUBLIC for one in sources)
    if not is_public and len(sources) < FEWEST_WITNESSES:
        return SourceFault.ONE_WITNESS
    if sum(one.digits for one in sources) < FEWEST_DIGITS:
        return SourceFault.TOO_FEW_DIGITS
    return None
