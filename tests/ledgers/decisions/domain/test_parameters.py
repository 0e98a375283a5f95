"""The settings of decisions as rules."""

from datetime import date

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.matters import Limits, Major
from pingyi.ledgers.decisions.domain.parameters import PARAMETERS, book_on
from pingyi.ledgers.decisions.domain.shares import Base
from pingyi.ledgers.kit.domain.parameters import Entry, Rulebook
from pingyi.ledgers.kit.domain.shares import Share
from tests.ledgers.decisions.domain.books import JOINT, book_with


def test_hospitals_have_their_own_bodies_and_no_party_first() -> None:
    book = book_with("affiliated_hospital", unit__decision_first=True)
    assert set(book.bodies) == {BodyKind.HOSPITAL_COMMITTEE, BodyKind.PRESIDENT_OFFICE}
    assert book.first_studied == set()


def test_limits_are_laid_down_in_ten_thousands_and_0_is_none() -> None:
    assert book_with().limits == Limits()
    assert book_with(unit__project_from=5).limits == Limits(project=5_000_000)


def test_rules_hold_from_their_day_on() -> None:
    later = Entry("joint_meeting.by_present", True, date(2026, 1, 1), 1)
    rules = Rulebook(PARAMETERS, [later])
    before, after = (
        book_on(rules, "college", day).bodies[JOINT].base for day in (date(2025, 12, 31), date(2026, 1, 1))
    )
    assert (before, after) == (Base.DUE, Base.PRESENT)


def test_party_meeting_may_be_asked_to_study_projects_first() -> None:
    assert book_with(unit__project_first=True).first_studied == {Major.PROJECT}


def test_more_than_the_whole_means_the_whole() -> None:
    rules = book_with(joint_meeting__quorum=[1, 1], joint_meeting__quorum_strict=True).bodies[JOINT]
    assert rules.quorum == Share(1, 1)
    assert rules.quorum_major == Share(2, 3, strict=True)
    assert rules.quorum_of(is_major=True) != rules.quorum_of(is_major=False)


def test_every_setting_says_where_its_number_is_from() -> None:
    assert all(version.source for one in PARAMETERS for version in one.versions)
    assert len({one.key for one in PARAMETERS}) == len(PARAMETERS)
