"""What a unit states of its decisions in a year."""

from datetime import date
from typing import Any

import pytest

from pingyi.ledgers.decisions.domain.measures import (
    MEASURES,
    MeetingDay,
    TaskDays,
    TopicDays,
    UnitDays,
    facts_of_unit,
)
from pingyi.organisations.domain.facts import Fact, Span
from tests.ledgers.decisions.domain.books import JOINT, PARTY

YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
BEFORE, MARCH, MAY = date(2024, 11, 3), date(2025, 3, 4), date(2025, 5, 6)


def facts(
    topics: tuple[TopicDays, ...] = (),
    tasks: tuple[TaskDays, ...] = (),
    meetings: tuple[MeetingDay, ...] = (),
) -> dict[str, Fact]:
    found = facts_of_unit(7, UnitDays(topics, tasks, meetings), YEAR)
    return {one.measure.removeprefix("decisions."): one for one in found}


def topic(**changes: Any) -> TopicDays:
    return TopicDays(
        **{
            "title": "评聘办法",
            "needs_first": False,
            "studied_on": None,
            "closed_on": None,
            "is_carried": False,
            **changes,
        }
    )


def test_unit_without_topics_and_meetings_states_nothing() -> None:
    assert not facts()


def test_of_a_year_without_any_record_no_noughts_are_stated_only_what_is_still_to_be_done() -> None:
    old = topic(filed_on=BEFORE, closed_on=BEFORE, is_carried=True)
    assert not facts((topic(),)), "a draft is no record"
    assert not facts((old,), meetings=(MeetingDay(JOINT, BEFORE),))
    assert set(facts((old,), (TaskDays(MARCH, None),))) == {"overdue"}


@pytest.mark.parametrize(
    "written",
    [
        {"topics": (topic(filed_on=MARCH),)},
        {"meetings": (MeetingDay(PARTY, MARCH),)},
        {"tasks": (TaskDays(MARCH, MAY),)},
    ],
    ids=["a topic was filed", "a meeting was held", "a task was done"],
)
def test_whoever_wrote_something_down_decided_nothing_and_says_so(written: dict[str, Any]) -> None:
    assert facts(**written)["decided"].value == 0


def test_decided_are_those_carried_in_the_year() -> None:
    found = facts(
        (
            topic(closed_on=MARCH, is_carried=True),
            topic(closed_on=MARCH),
            topic(closed_on=BEFORE, is_carried=True),
            topic(),
        )
    )
    assert (found["decided"].value, found["decided"].out_of) == (1, None)
    assert "party_first" not in found, "nothing needed it"
    assert "overdue" not in found, "nothing was to be done"
    assert found["decided"].organisation_id == 7
    assert "2025-01-01" in found["decided"].source


@pytest.mark.parametrize(("studied_on", "first"), [(BEFORE, 1), (MARCH, 1), (MAY, 0), (None, 0)], ids=str)
def test_party_first_is_a_share_of_the_decided_that_needed_it(studied_on: date | None, first: int) -> None:
    found = facts((topic(closed_on=MARCH, is_carried=True, needs_first=True, studied_on=studied_on),))
    assert (found["party_first"].value, found["party_first"].out_of) == (first, 1)


def test_topic_put_off_in_the_year_counts_once() -> None:
    found = facts((topic(put_off=(MARCH, MAY)), topic(put_off=(BEFORE,)), topic()))
    assert found["postponed"].value == 1


@pytest.mark.parametrize(
    ("task", "counts"),
    [
        (TaskDays(MARCH, None), (1, 1)),
        (TaskDays(BEFORE, None), (1, 1)),
        (TaskDays(MARCH, date(2026, 1, 5)), (1, 1)),
        (TaskDays(MARCH, MAY), (0, 1)),
        (TaskDays(date(2025, 12, 31), None), (0, 1)),
    ],
    ids=["not done", "since the year before", "done in the next year", "done late", "due on the last day"],
)
def test_overdue_is_a_share_of_what_was_due(task: TaskDays, counts: tuple[int, int]) -> None:
    found = facts((topic(),), (task, TaskDays(date(2026, 2, 1), None), TaskDays(BEFORE, BEFORE)))
    assert (found["overdue"].value, found["overdue"].out_of) == counts


def test_meetings_are_counted_by_body() -> None:
    held = [
        MeetingDay(PARTY, MARCH),
        MeetingDay(JOINT, MARCH),
        MeetingDay(JOINT, MAY),
        MeetingDay(JOINT, BEFORE),
    ]
    found = facts(meetings=tuple(held))
    assert (found["party_meetings"].value, found["joint_meetings"].value) == (1, 2)


@pytest.mark.parametrize(
    ("put_off", "closed_on", "times"),
    [
        ((MARCH, MAY), None, 2),
        ((BEFORE, MAY), None, 2),
        ((MARCH, MAY), date(2026, 1, 8), 2),
        ((MARCH, MAY), date(2025, 6, 1), 0),
        ((BEFORE, BEFORE), None, 0),
        ((MARCH, date(2026, 1, 8)), None, 0),
    ],
    ids=["twice", "once before", "decided afterwards", "decided then", "not in the year", "once up to then"],
)
def test_topic_put_off_twice_and_still_open_is_named(
    put_off: tuple[date, ...], closed_on: date | None, times: int
) -> None:
    found = facts((topic(put_off=put_off, closed_on=closed_on, is_carried=closed_on is not None),))
    if times:
        assert found["undecided_twice"].value == times
        assert "评聘办法" in found["undecided_twice"].source
    else:
        assert "undecided_twice" not in found


def test_every_fact_has_its_measure() -> None:
    found = facts(
        (topic(closed_on=MARCH, is_carried=True, needs_first=True), topic(put_off=(MARCH, MAY))),
        (TaskDays(MARCH, None),),
    )
    assert {f"decisions.{one}" for one in found} == {one.code for one in MEASURES}
