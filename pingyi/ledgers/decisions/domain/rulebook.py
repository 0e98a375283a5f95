"""The rules of procedure of a unit as they hold on one day: what `parameters.py` makes of the settings."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import Limits, Major, Proposer
from pingyi.ledgers.decisions.domain.shares import Base
from pingyi.ledgers.kit.domain.shares import Share


@dataclass(frozen=True)
class BodyRules:
    """How one body meets and votes. `_major` holds for topics of 三重一大 and for cadres; `notice_days` is how long
    before the meeting its members are told.
    """

    quorum: Share
    quorum_major: Share
    passing: Share
    passing_major: Share
    base: Base
    notice_days: int

    def quorum_of(self, *, is_major: bool) -> Share:
        return self.quorum_major if is_major else self.quorum

    def passing_of(self, *, is_major: bool) -> Share:
        return self.passing_major if is_major else self.passing


@dataclass(frozen=True)
class RuleBook:
    """All rules of a unit. Days are calendar days.

    `recused_stay_due`: whoever leaves for an interest still counts in 应到. `written_counts`: the written opinion of an
    absent member is a vote; it never counts towards the quorum. `talks_without_decision`: so many meetings that put a
    topic off are 议而不决. `filed_week_before`: topics come by the Friday of the week before the meeting. `proposers`:
    whoever may bring a topic, by post. `organiser_attends`: full-time organisers sit in the Party meeting and listen.
    """

    bodies: Mapping[BodyKind, BodyRules]
    limits: Limits
    first_studied: frozenset[Major]
    filing_days: int
    filed_week_before: bool
    max_characters: int
    max_minutes: int
    form_signed: bool
    material_attached: bool
    legal_review: bool
    proposers: Proposer
    organiser_attends: bool
    presenter_attends: bool
    recused_stay_due: bool
    written_counts: bool
    leader_speaks_last: bool
    secret_for_cadres: bool
    ratify_within_days: int
    talks_without_decision: int
