"""What is heard before a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pingyi.ledgers.decisions.domain.matters import Opinion


class TalkKind(StrEnum):
    """会前协调 of the main leaders, 个别酝酿 with single members, and the opinions that some matters need."""

    COORDINATION = "coordination"
    CONSULTATION = "consultation"
    EXPERTS = "experts"
    DISCIPLINE = "discipline"
    STAFF = "staff"
    LEGAL = "legal"


OPINIONS = {
    TalkKind.EXPERTS: Opinion.EXPERTS,
    TalkKind.DISCIPLINE: Opinion.DISCIPLINE,
    TalkKind.STAFF: Opinion.STAFF,
    TalkKind.LEGAL: Opinion.LEGAL,
}


class Answer(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"


@dataclass(frozen=True)
class Heard:
    """One talk; `person` is None for the opinion of several. `number` orders talks of one day."""

    kind: TalkKind
    person: int | None
    happened_on: date
    answer: Answer
    number: int


@dataclass(frozen=True)
class BeforeTheMeeting:
    """What the talks come to. Only the last word of each person counts in coordination."""

    agreed: frozenset[int]
    differs: frozenset[int]
    consulted: int
    opinions: frozenset[Opinion]


def sum_up(talks: Iterable[Heard], leaders: frozenset[int]) -> BeforeTheMeeting:
    """Coordination is that of the main leaders; who else was asked is consultation."""
    in_order = sorted(talks, key=lambda one: (one.happened_on, one.number))
    last = {
        one.person: one.answer
        for one in in_order
        if one.kind is TalkKind.COORDINATION and one.person is not None and one.person in leaders
    }
    return BeforeTheMeeting(
        agreed=frozenset(person for person, answer in last.items() if answer is Answer.AGREES),
        differs=frozenset(person for person, answer in last.items() if answer is Answer.DIFFERS),
        consulted=len({one.person for one in in_order if one.kind is TalkKind.CONSULTATION}),
        opinions=frozenset(OPINIONS[one.kind] for one in in_order if one.kind in OPINIONS),
    )
