"""What a topic is about, and so who decides it and who studies it first (yearround-rules 6.1, 6.3, 6.4)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from pingyi.ledgers.decisions.domain.bodies import HOSPITAL, BodyKind, pair_of


class TopicKind(StrEnum):
    """学习类、汇报类、决策类: only what is to be decided is voted on."""

    STUDY = "study"
    REPORT = "report"
    DECISION = "decision"


class Subject(StrEnum):
    """党建、干部、办学方向、教师队伍、师生员工切身利益、教学学术把关、其他重要事项."""

    PARTY_BUILDING = "party_building"
    CADRE = "cadre"
    DIRECTION = "direction"
    STAFF_TEAM = "staff_team"
    INTERESTS = "interests"
    ACADEMIC = "academic"
    OTHER = "other"


class Major(StrEnum):
    """三重一大: 重大决策、重要人事任免、重大项目安排、大额度资金使用."""

    DECISION = "decision"
    APPOINTMENT = "appointment"
    PROJECT = "project"
    LARGE_FUNDS = "large_funds"


class Authority(StrEnum):
    """Whose cadre it is (干部管理权限): the unit decides itself, or only recommends to the superior."""

    OWN = "own"
    SUPERIOR = "superior"


class Opinion(StrEnum):
    """What has to be heard before the meeting: 专家论证、纪检书面意见、职工代表意见、合法性审查."""

    EXPERTS = "experts"
    DISCIPLINE = "discipline"
    STAFF = "staff"
    LEGAL = "legal"


class Proposer(StrEnum):
    """Who brings a topic before a meeting, by post; each may do what those after it may."""

    SECRETARY = "secretary"
    DEPUTY = "deputy"
    LEADER = "leader"
    OTHER = "other"

    def may(self, least: "Proposer") -> bool:
        """Whether this post is `least` or above."""
        order = list(Proposer)
        return order.index(self) <= order.index(least)


_LEGAL = frozenset({Major.DECISION, Major.LARGE_FUNDS})
_PARTY_DECIDES = frozenset({Subject.PARTY_BUILDING, Subject.CADRE})
_PARTY_FIRST = frozenset({Subject.DIRECTION, Subject.STAFF_TEAM, Subject.INTERESTS, Subject.ACADEMIC})


@dataclass(frozen=True)
class Route:
    """The body that decides, and the one that has to study the topic before."""

    decides: BodyKind
    studies_first: BodyKind | None = None


@dataclass(frozen=True)
class Limits:
    """From which amount on (itself included, in fen) a topic is of its kind; None: nobody laid it down."""

    project: int | None = None
    large_funds: int | None = None


def route_of(
    unit_kind: str,
    subject: Subject,
    major: Major | None,
    first_studied: Collection[Major] = (),
    kind: TopicKind = TopicKind.DECISION,
) -> Route:
    """Who decides. `first_studied` are the kinds of 三重一大 that a unit has its Party meeting study first as well.

    In hospitals the committee decides every one of the four kinds itself. What is only studied or reported goes to the
    same body, and nobody has to look at it before.
    """
    pair = pair_of(unit_kind)
    if subject in _PARTY_DECIDES or major is Major.APPOINTMENT or (unit_kind == HOSPITAL and major):
        return Route(pair.party)
    if kind is TopicKind.DECISION and (subject in _PARTY_FIRST or major in first_studied):
        return Route(pair.administration, pair.party)
    return Route(pair.administration)


def needs_authority(subject: Subject, major: Major | None) -> bool:
    """Whether the topic has to say whose cadres it is about."""
    return subject is Subject.CADRE or major is Major.APPOINTMENT


def majors_by_amount(amount: int | None, limits: Limits) -> frozenset[Major]:
    """The kinds of 三重一大 that an amount alone makes of a topic."""
    bounds = {Major.PROJECT: limits.project, Major.LARGE_FUNDS: limits.large_funds}
    return frozenset(
        major
        for major, bound in bounds.items()
        if amount is not None and bound is not None and amount >= bound
    )


def opinions_needed(
    subject: Subject, major: Major | None, *, is_legal_review: bool = False
) -> frozenset[Opinion]:
    """Whom to hear before the meeting: experts on projects, discipline on cadres, staff on their own interests; with
    `is_legal_review` lawyers on major decisions and large funds.
    """
    asked = {
        Opinion.EXPERTS: major is Major.PROJECT,
        Opinion.DISCIPLINE: needs_authority(subject, major),
        Opinion.STAFF: subject is Subject.INTERESTS,
        Opinion.LEGAL: is_legal_review and major in _LEGAL,
    }
    return frozenset(opinion for opinion, is_needed in asked.items() if is_needed)
