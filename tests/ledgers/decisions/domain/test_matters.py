"""Who decides what, by the table of yearround-rules 6.1, 6.3 and 6.4."""

import pytest

from pingyi.ledgers.decisions.domain.bodies import BodyKind, pair_of
from pingyi.ledgers.decisions.domain.matters import (
    Limits,
    Major,
    Opinion,
    Proposer,
    Route,
    Subject,
    TopicKind,
    majors_by_amount,
    needs_authority,
    opinions_needed,
    route_of,
)

PARTY, JOINT = BodyKind.PARTY_MEETING, BodyKind.JOINT_MEETING
COMMITTEE, OFFICE = BodyKind.HOSPITAL_COMMITTEE, BodyKind.PRESIDENT_OFFICE


@pytest.mark.parametrize(
    ("subject", "major", "route"),
    [
        (Subject.PARTY_BUILDING, None, Route(PARTY)),
        (Subject.CADRE, None, Route(PARTY)),
        (Subject.OTHER, Major.APPOINTMENT, Route(PARTY)),
        (Subject.DIRECTION, None, Route(JOINT, PARTY)),
        (Subject.STAFF_TEAM, Major.DECISION, Route(JOINT, PARTY)),
        (Subject.INTERESTS, None, Route(JOINT, PARTY)),
        (Subject.ACADEMIC, None, Route(JOINT, PARTY)),
        (Subject.OTHER, Major.PROJECT, Route(JOINT)),
        (Subject.OTHER, Major.LARGE_FUNDS, Route(JOINT)),
        (Subject.OTHER, None, Route(JOINT)),
    ],
)
def test_college_decides_where_the_regulation_says(
    subject: Subject, major: Major | None, route: Route
) -> None:
    assert route_of("college", subject, major) == route
    assert route_of("office", subject, major) == route


@pytest.mark.parametrize(
    ("subject", "major", "route"),
    [
        (Subject.OTHER, Major.PROJECT, Route(COMMITTEE)),
        (Subject.DIRECTION, Major.DECISION, Route(COMMITTEE)),
        (Subject.CADRE, None, Route(COMMITTEE)),
        (Subject.INTERESTS, None, Route(OFFICE, COMMITTEE)),
        (Subject.OTHER, None, Route(OFFICE)),
    ],
)
def test_hospital_committee_decides_all_of_the_four_kinds(
    subject: Subject, major: Major | None, route: Route
) -> None:
    assert route_of("affiliated_hospital", subject, major) == route


def test_unit_may_have_its_party_meeting_study_projects_first() -> None:
    assert route_of("college", Subject.OTHER, Major.PROJECT, {Major.PROJECT}) == Route(JOINT, PARTY)


def test_only_two_of_the_bodies_are_of_the_party() -> None:
    assert [body for body in BodyKind if body.is_party] == [PARTY, COMMITTEE]
    assert pair_of("affiliated_hospital").both == (COMMITTEE, OFFICE)


def test_amount_at_the_limit_counts_and_without_limit_nothing_does() -> None:
    limits = Limits(project=5_000_000, large_funds=10_000_000)
    assert majors_by_amount(4_999_999, limits) == set()
    assert majors_by_amount(5_000_000, limits) == {Major.PROJECT}
    assert majors_by_amount(10_000_000, limits) == {Major.PROJECT, Major.LARGE_FUNDS}
    assert majors_by_amount(10**12, Limits()) == set()
    assert majors_by_amount(None, limits) == set()


def test_cadres_need_their_authority_named_and_the_discipline_body_heard() -> None:
    assert needs_authority(Subject.CADRE, None)
    assert needs_authority(Subject.OTHER, Major.APPOINTMENT)
    assert not needs_authority(Subject.OTHER, Major.PROJECT)
    assert opinions_needed(Subject.CADRE, None) == {Opinion.DISCIPLINE}
    assert opinions_needed(Subject.INTERESTS, Major.PROJECT) == {Opinion.EXPERTS, Opinion.STAFF}
    assert opinions_needed(Subject.OTHER, None) == set()
    assert opinions_needed(Subject.OTHER, Major.DECISION, is_legal_review=True) == {Opinion.LEGAL}
    assert opinions_needed(Subject.OTHER, Major.PROJECT, is_legal_review=True) == {Opinion.EXPERTS}


@pytest.mark.parametrize("kind", [TopicKind.STUDY, TopicKind.REPORT])
def test_what_is_only_heard_goes_to_the_same_body_and_is_not_studied_first(kind: TopicKind) -> None:
    assert route_of("college", Subject.INTERESTS, None, kind=kind) == Route(JOINT)
    assert route_of("college", Subject.PARTY_BUILDING, None, kind=kind) == Route(PARTY)


def test_each_post_may_propose_what_those_after_it_may() -> None:
    assert Proposer.SECRETARY.may(Proposer.LEADER)
    assert Proposer.LEADER.may(Proposer.LEADER)
    assert not Proposer.OTHER.may(Proposer.LEADER)
