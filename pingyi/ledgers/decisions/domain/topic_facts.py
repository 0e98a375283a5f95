"""What the rules have to know of a topic before it may stand on an agenda."""

from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import Authority, Major, Opinion, Route, Subject


@dataclass(frozen=True)
class TopicFacts:
    """`leaders` are the main leaders of the unit (secretary and head), `agreed` and `differs` those of them whose last
    word in coordination was yes or no, `consulted` how many members were talked to one by one. `studied_at` is the
    body that agreed beforehand. `characters` is the length of the material as it was handed in, None for none.
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

    @property
    def is_coordinated(self) -> bool:
        return bool(self.leaders) and self.leaders <= self.agreed

    @property
    def is_studied(self) -> bool:
        return self.route.studies_first is None or self.studied_at is self.route.studies_first

    @property
    def is_weighty(self) -> bool:
        """Whether the stricter quorum holds: 三重一大 and cadres."""
        return self.major is not None or self.subject is Subject.CADRE
