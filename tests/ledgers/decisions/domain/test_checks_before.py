"""Every rule before the meeting: what it says, and what to do."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.checks.before import Place, check_before
from pingyi.ledgers.decisions.domain.matters import (
    Authority,
    Major,
    Opinion,
    Proposer,
    Route,
    Subject,
    TopicKind,
)
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
    assert [one.code for one in found] == [
        "D01",
        "D03",
        "D04",
        "D05",
        "D06",
        "D07",
        "D10",
        "D21",
        "D22",
        "D23",
        "D24",
    ]
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
        ("D21", {"minutes": 11}, PLACE),
        ("D21", {"minutes": None}, PLACE),
        ("D22", {"proposer": Proposer.OTHER}, PLACE),
        ("D22", {"proposer": None}, PLACE),
        ("D23", {"signed_on": None}, PLACE),
        ("D24", {"files": 0}, PLACE),
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
    assert one.message == "比2025年12月18日的会提前3天报送，至少3天"


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


@pytest.mark.parametrize(
    ("allowed", "proposer", "is_good"),
    [
        ("secretary", Proposer.SECRETARY, True),
        ("secretary", Proposer.DEPUTY, False),
        ("deputy", Proposer.DEPUTY, True),
        ("deputy", Proposer.LEADER, False),
        ("leader", Proposer.LEADER, True),
        ("leader", Proposer.OTHER, False),
    ],
)
def test_who_may_propose_is_laid_down(allowed: str, proposer: Proposer, is_good: bool) -> None:
    """Values seen: the secretary; secretary or deputy; the leaders together."""
    one = finding("D22", laid_down={"proposers": allowed}, proposer=proposer)
    assert one is not None
    assert one.is_good == is_good


def test_what_a_unit_did_not_lay_down_is_not_asked_for() -> None:
    off: dict[str, Any] = {
        "proposers": "other",
        "max_minutes": 0,
        "form_signed": False,
        "material_attached": False,
    }
    found = check_before(
        topic_with(proposer=None, minutes=None, signed_on=None, files=0), PLACE, book_with(**off)
    )
    assert not [one for one in found if one.code > "D20"]


@pytest.mark.parametrize(
    ("filed_on", "is_good"),
    [(date(2025, 12, 12), True), (date(2025, 12, 13), False), (date(2025, 12, 15), False)],
    ids=["Friday", "Saturday", "Monday"],
)
def test_where_it_is_laid_down_topics_come_by_friday_of_the_week_before(
    filed_on: date, is_good: bool
) -> None:
    one = finding("D06", laid_down={"filed_week_before": True}, filed_on=filed_on)
    assert one is not None
    assert one.is_good == is_good


@pytest.mark.parametrize("major", [Major.DECISION, Major.LARGE_FUNDS])
def test_where_it_is_laid_down_lawyers_are_heard(major: Major) -> None:
    one = finding("D05", laid_down={"legal_review": True}, major=major)
    assert one is not None
    assert (one.verdict, one.message) == (Verdict.FAIL, "缺合法性审查意见")
    heard = finding("D05", laid_down={"legal_review": True}, major=major, opinions=frozenset({Opinion.LEGAL}))
    assert heard is not None
    assert heard.is_good
    assert finding("D05", major=major) is None


def test_after_the_meeting_began_nobody_is_told_to_send_a_notice() -> None:
    place = replace(PLACE, notified_on=None)
    before, begun = finding("D10", place), finding("D10", replace(place, has_begun=True))
    assert before is not None
    assert begun is not None
    assert "先补发通知" in before.remedy
    assert "照实留底" in begun.remedy
    assert "先" not in begun.remedy


@pytest.mark.parametrize("kind", [TopicKind.STUDY, TopicKind.REPORT])
def test_what_is_only_heard_needs_nothing_of_a_decision(kind: TopicKind) -> None:
    topic = topic_with(
        kind=kind,
        major=None,
        subject=Subject.CADRE,
        route=Route(PARTY),
        consulted=0,
        opinions=frozenset(),
        amount=10**12,
    )
    assert not topic.is_weighty
    found = check_before(topic, replace(PLACE, body=PARTY), book_with(unit__large_funds_from=5))
    assert [one.code for one in found if not one.is_good] == []
    assert not {"D04", "D05", "D08", "D09"} & {one.code for one in found}
