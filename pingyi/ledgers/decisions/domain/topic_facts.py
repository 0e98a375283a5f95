"""What the rules have to know of a topic before it may stand on an agenda."""

from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import (
    Authority,
    Major,
    Opinion,
    Proposer,
    Route,
    Subject,
    TopicKind,
)


@dataclass(frozen=True)
class TopicFacts:
    """`leaders` are the main leaders of the unit (secretary and head), `agreed` and `differs` those of them whose last
    word in coordination was yes or no, `consulted` how many members were talked to one by one. `studied_at` is the
    body that agreed beforehand. `characters` is the length of the material as it was handed in, None for none;
    `minutes` how long it is to be spoken about, `signed_on` when the leader in charge signed its form, `files` how many
    papers lie with it.
    """

    subject: Subject
    major: Major | None
    amount: int | None
    authority: Authority | None
    route: Route
    leaders: frozenset[int]
    agreed: frozenset[int] = frozenset()
    differs: frozenset[int] = frozenset()
    consulted: int = 0
    opinions: frozenset[Opinion] = frozenset()
    studied_at: BodyKind | None = None
    filed_on: date | None = None
    characters: int | None = None
    urgent_on: date | None = None
    kind: TopicKind = TopicKind.DECISION
    proposer: Proposer | None = None
    minutes: int | None = None
    signed_on: date | None = None
    files: int = 0

    @property
    def is_coordinated(self) -> bool:
        return bool(self.leaders) and self.leaders <= self.agreed

    @property
    def is_studied(self) -> bool:
        return self.route.studies_first is None or self.studied_at is self.route.studies_first

    @property
    def is_voted(self) -> bool:
        return self.kind is TopicKind.DECISION

    @property
    def is_weighty(self) -> bool:
        """Whether the stricter quorum holds: decisions on 三重一大 and cadres."""
        return self.is_voted and (self.major is not None or self.subject is Subject.CADRE)
