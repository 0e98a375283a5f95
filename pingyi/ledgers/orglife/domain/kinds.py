"""What belongs to organisational life, in which rhythm it is looked at, and who holds it (L1–L9, R1–R5)."""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.ledgers.kit.domain.periods import Rhythm


class Kind(StrEnum):
    COMMITTEE = "committee"
    MEMBERS_MEETING = "members_meeting"
    GROUP = "group"
    PARTY_CLASS = "party_class"
    THEME_DAY = "theme_day"
    LIFE_MEETING = "life_meeting"
    APPRAISAL = "appraisal"
    TALK = "talk"
    OATH = "oath"
    BIRTHDAY = "birthday"
    TRAINING = "training"
    SECRETARIES = "secretaries"


@dataclass(frozen=True)
class KindRule:
    """`rule` names the line of the domain paper. `by_branch` is false where the organisation above the branches holds
    it. A kind without a count of its own follows the roster (birthdays) or is counted in hours (training).
    """

    rhythm: Rhythm
    rule: str
    by_branch: bool = True
    has_count: bool = True


RULES: dict[Kind, KindRule] = {
    Kind.COMMITTEE: KindRule(Rhythm.MONTH, "L2"),
    Kind.MEMBERS_MEETING: KindRule(Rhythm.QUARTER, "L1"),
    Kind.GROUP: KindRule(Rhythm.MONTH, "L3"),
    Kind.PARTY_CLASS: KindRule(Rhythm.QUARTER, "L4"),
    Kind.THEME_DAY: KindRule(Rhythm.MONTH, "L5"),
    Kind.LIFE_MEETING: KindRule(Rhythm.YEAR, "L7"),
    Kind.APPRAISAL: KindRule(Rhythm.YEAR, "L8"),
    Kind.TALK: KindRule(Rhythm.YEAR, "L9"),
    Kind.OATH: KindRule(Rhythm.YEAR, "R1"),
    Kind.BIRTHDAY: KindRule(Rhythm.MONTH, "R3", has_count=False),
    Kind.TRAINING: KindRule(Rhythm.YEAR, "L13", has_count=False),
    Kind.SECRETARIES: KindRule(Rhythm.QUARTER, "S8", by_branch=False),
}
# Kinds whose length counts as training hours.
TRAINING_KINDS = frozenset({Kind.PARTY_CLASS, Kind.TRAINING})
# What is looked at in a branch by how often it was held; training is looked at in hours.
BRANCH_KINDS = tuple(kind for kind in Kind if RULES[kind].by_branch and kind is not Kind.TRAINING)


def kinds_for(*, is_branch: bool) -> tuple[Kind, ...]:
    """What is recorded in a branch, and what in the organisation above the branches."""
    if is_branch:
        return tuple(kind for kind in Kind if RULES[kind].by_branch)
    return (Kind.SECRETARIES, Kind.PARTY_CLASS, Kind.TRAINING)
