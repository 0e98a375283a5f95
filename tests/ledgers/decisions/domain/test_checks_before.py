"""Every rule before the meeting: what it says, and what to do."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.checks.before import Place, check_before
from pingyi.ledgers.decisions.domain.matters import Authority, Major, Opinion, Route, Subject
from pingyi.ledgers.kit.domain.checks import Finding, Verdict
from tests.ledgers.decisions.domain.books import DAY, JOINT, PARTY, book_with, topic_with

PLACE = Place(JOINT, DAY, notified_on=date(2025, 12, 16))


def finding(
    code: str, place: Place = PLACE, laid_down: dict[str, Any] | None = None, **changes: Any
) -> Finding | None:
    found = check_before(topic_with(**changes), place, book_with(**(laid_down or {})))
    return next((one for one in found if one.code == code), None)


def test_ready_topic_meets_every_rule() -> None:
    found = check_before(topic_with(), PLACE, book_with())
    assert [one.code for one in found] == ["D01", "D03", "D04", "D05", "D06", "D07", "D10"]
    assert all(one.is_good and not one.remedy for one in found)


def test_one_registered_leader_is_not_taken_for_two_who_agree() -> None:
    alone = finding("D03", leaders=frozenset({1}), agreed=frozenset({1}))
    assert alone is not None
    assert alone.verdict is Verdict.WARN
    assert "登记另一位" in alone.remedy


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("D01", {"route": Route(PARTY)}),
        ("D02", {"route": Route(JOINT, PARTY)}),
        ("D03", {"agreed": frozenset({1})}),
        ("D03", {"agreed": frozenset({1}), "differs": frozenset({2})}),
        ("D03", {"leaders": frozenset(), "agreed": frozenset()}),
        ("D04", {"consulted": 0}),
        ("D05", {"opinions": frozenset()}),
        ("D06", {"filed_on": date(2025, 12, 16)}),
        ("D06", {"filed_on": None}),
        ("D09", {"major": Major.APPOINTMENT}),
    ],
)
def test_topic_waits_for_what_is_missing(code: str, changes: dict[str, Any]) -> None:
    one = finding(code, **changes)
    assert one is not None
    assert (one.verdict, bool(one.remedy)) == (Verdict.FAIL, True)


@pytest.mark.parametrize(
    ("code", "changes", "place"),
    [
        ("D07", {"characters": 2001}, PLACE),
        ("D07", {"characters": None}, PLACE),
        ("D10", {}, replace(PLACE, notified_on=DAY)),
        ("D10", {}, replace(PLACE, notified_on=None)),
    ],
)
def test_long_material_and_late_notice_are_said_and_hold_nothing_up(
    code: str, changes: dict[str, Any], place: Place
) -> None:
    one = finding(code, place, **changes)
    assert one is not None
    assert one.verdict is Verdict.WARN


def test_studied_topic_may_be_decided() -> None:
    one = finding("D02", route=Route(JOINT, PARTY), studied_at=PARTY)
    assert one is not None
    assert one.message == "党组织会议先行研究过"


def test_party_meeting_that_studies_first_is_the_right_place_and_waits_for_no_other() -> None:
    study = Place(PARTY, DAY, notified_on=date(2025, 12, 16), is_study=True)
    found = check_before(topic_with(route=Route(JOINT, PARTY)), study, book_with())
    assert found[0].is_good
    assert "D02" not in [one.code for one in found]


def test_place_that_nobody_asked_to_study_is_wrong() -> None:
    one = finding("D01", Place(BodyKind.PARTY_MEETING, DAY, None, is_study=True))
    assert one is not None
    assert one.remedy == "从议程上撤下，列入党政联席会议的议程。"


def test_urgent_matter_needs_no_days_before_the_meeting() -> None:
    assert finding("D06", filed_on=DAY, urgent_on=DAY).is_good  # type: ignore[union-attr]
    assert finding("D10", replace(PLACE, notified_on=None), urgent_on=DAY) is None


def test_filing_on_the_last_day_is_in_time() -> None:
    one = finding("D06", filed_on=date(2025, 12, 15))
    assert one is not None
    assert one.message == "提前3天报送，至少3天"


def test_amount_over_the_limit_has_to_be_marked() -> None:
    limit = {"unit__project_from": 5}
    assert finding("D08", laid_down=limit, amount=4_999_999) is None
    marked = finding("D08", laid_down=limit, amount=5_000_000)
    unmarked = finding("D08", laid_down=limit, amount=5_000_000, major=None)
    assert marked is not None
    assert unmarked is not None
    assert (marked.is_good, unmarked.verdict) == (True, Verdict.FAIL)


def test_cadre_topic_says_whose_cadres_they_are() -> None:
    cadre = {
        "subject": Subject.CADRE,
        "major": None,
        "route": Route(PARTY),
        "opinions": frozenset({Opinion.DISCIPLINE}),
    }
    place = replace(PLACE, body=PARTY)
    found = check_before(topic_with(**cadre, authority=Authority.SUPERIOR), place, book_with())
    assert all(one.is_good for one in found)
    assert "D09" in [one.code for one in found]


def test_everyday_matter_needs_no_single_talks() -> None:
    assert finding("D04", major=None) is None
    assert finding("D05", major=None) is None
