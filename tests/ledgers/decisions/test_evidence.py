"""What decisions state for the review, read from what was written."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django_scopes import scope

from pingyi.doors.evidence import facts_between, measures
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.queries.evidence import decision_facts
from pingyi.organisations.domain.facts import Span
from tests.factories.decisions import (
    NOW,
    College,
    begun,
    close,
    decided_topic,
    make_college,
    placed,
    planned_meeting,
    ready_topic,
)
from tests.factories.world import make_organisation

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
NEXT = Span(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def college(db: None) -> Iterator[College]:
    made = make_college()
    with scope(institution=made.institution):
        yield made


def values(college: College, span: Span = YEAR) -> dict[str, tuple[int, int | None]]:
    found = decision_facts([college.organisation.pk], span)
    return {one.measure.removeprefix("decisions."): (one.value, one.out_of) for one in found}


def test_year_is_stated_as_it_was(college: College) -> None:
    topic = decided_topic(college)
    services.assign_execution(
        actor=college.secretary,
        now=NOW,
        topic=topic,
        task="招标采购",
        responsible_id=college.people["何新"].pk,
        due_on=date(2026, 3, 31),
    )
    assert values(college) == {
        "decided": (1, None),
        "postponed": (0, None),
        "party_meetings": (0, None),
        "joint_meetings": (1, None),
    }
    assert values(college, NEXT) == {"overdue": (1, 1)}, "nobody has written anything in that year"


def test_counts_of_a_ledger_that_was_begun_in_autumn_begin_with_its_first_topic(college: College) -> None:
    topic = decided_topic(college)
    begun = {one.measure: one.period.first for one in decision_facts([college.organisation.pk], YEAR)}
    assert begun["decisions.joint_meetings"] == topic.proposed_on > YEAR.first
    assert begun["decisions.postponed"] == YEAR.first
    december = Span(date(2025, 12, 1), date(2025, 12, 31))
    later = {one.measure: one.period for one in decision_facts([college.organisation.pk], december)}
    assert later["decisions.joint_meetings"] == december


def test_topic_studied_first_and_put_off_again_and_again_is_stated(college: College) -> None:
    topic = ready_topic(college, subject="interests", major="", title="绩效分配办法")
    party = planned_meeting(college, "party_meeting")
    item = placed(college, topic, party)
    begun(college, party)
    close(college, item, counts=(3, 0, 0))
    for _ in range(2):
        joint = planned_meeting(college)
        item = placed(college, topic, joint)
        begun(college, joint)
        close(college, item, Outcome.POSTPONED, counts=None)
    found = values(college)
    assert found["undecided_twice"] == (2, None)
    assert found["postponed"] == (1, None)
    joint = planned_meeting(college)
    item = placed(college, topic, joint)
    begun(college, joint)
    close(college, item)
    found = values(college)
    assert (found["decided"], found["party_first"]) == ((1, None), (1, 1))
    assert "undecided_twice" not in found
    assert (found["party_meetings"], found["joint_meetings"]) == ((1, None), (3, None))


def test_meeting_that_is_only_planned_was_not_held(college: College) -> None:
    planned_meeting(college)
    assert not values(college)


@pytest.mark.parametrize("count", [1, 3])
def test_facts_take_four_queries(college: College, count: int, django_assert_num_queries: Any) -> None:
    decided_topic(college)
    parent = college.organisation.parent
    more = [
        make_organisation(college.institution, f"第{one}学院党委", parent=parent) for one in range(count - 1)
    ]
    units = [one.pk for one in (college.organisation, *more)]
    with django_assert_num_queries(4):
        found = list(decision_facts(units, YEAR))
    assert {one.organisation_id for one in found} == {college.organisation.pk}, "the others state nothing"


def test_doors_join_what_decisions_state(college: College) -> None:
    decided_topic(college)
    found = {one.measure: one for one in facts_between([college.organisation.pk], YEAR)}
    assert found["decisions.decided"].value == 1
    assert set(found) <= set(measures()) | {one for one in found if one.startswith("orglife.")}
