"""The bodies that decide in a second-level unit, and which pair of them a kind of unit has."""

from dataclasses import dataclass
from enum import StrEnum

HOSPITAL = "affiliated_hospital"


class BodyKind(StrEnum):
    """党组织会议、党政联席会议; in hospitals 医院党委会、院长办公会."""

    PARTY_MEETING = "party_meeting"
    JOINT_MEETING = "joint_meeting"
    HOSPITAL_COMMITTEE = "hospital_committee"
    PRESIDENT_OFFICE = "president_office"

    @property
    def is_party(self) -> bool:
        """Whether it is a meeting of the Party organisation, which no other body may stand in for."""
        return self in PARTY_BODIES


PARTY_BODIES = frozenset({BodyKind.PARTY_MEETING, BodyKind.HOSPITAL_COMMITTEE})


@dataclass(frozen=True)
class Pair:
    """The two bodies of one unit."""

    party: BodyKind
    administration: BodyKind

    @property
    def both(self) -> tuple[BodyKind, BodyKind]:
        return (self.party, self.administration)


_OF_HOSPITALS = Pair(BodyKind.HOSPITAL_COMMITTEE, BodyKind.PRESIDENT_OFFICE)
_OF_OTHERS = Pair(BodyKind.PARTY_MEETING, BodyKind.JOINT_MEETING)


def pair_of(unit_kind: str) -> Pair:
    """The bodies of a kind of unit: hospitals have their own, all others decide as colleges do."""
    return _OF_HOSPITALS if unit_kind == HOSPITAL else _OF_OTHERS
