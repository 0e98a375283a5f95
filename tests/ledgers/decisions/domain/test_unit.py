"""How often bodies meet, how many sit in them, who holds the posts: the numbers of yearround-rules 1, 6.2 and 6.4."""

from datetime import date
from typing import Any

import pytest

from pingyi.ledgers.decisions.domain.bodies import HOSPITAL, BodyKind
from pingyi.ledgers.decisions.domain.checks.unit import (
    Committee,
    check_committee,
    check_meetings,
    check_posts,
    committee_kind,
)
from pingyi.ledgers.decisions.domain.meeting_times import periods_of, times_due
from pingyi.ledgers.decisions.domain.parameters import PARAMETERS
from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.ledgers.kit.domain.parameters import Entry, Rulebook
from pingyi.ledgers.kit.domain.periods import Period, Rhythm
from tests.ledgers.decisions.domain.books import JOINT, PARTY

DAY, UNIT = date(2025, 12, 31), 7


def numbers(**laid_down: Any) -> Rulebook:
    return Rulebook(
        PARAMETERS,
        [
            Entry(key.replace("__", "."), value, date(2024, 1, 1), number)
            for number, (key, value) in enumerate(laid_down.items())
        ],
    )


@pytest.mark.parametrize(
    ("body", "laid_down", "counts"),
    [
        (PARTY, {}, [1] * 12),
        (JOINT, {}, [2] * 12),
        (JOINT, {"joint_meeting__meets_times": 4}, [4] * 12),
        (PARTY, {"party_meeting__meets_in": "half_year"}, [1, 1]),
        (PARTY, {"party_meeting__meets_times": 0}, [0] * 12),
        (PARTY, {"exempt_months": [2, 8]}, [1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1]),
        (PARTY, {"party_meeting__meets_in": "quarter", "exempt_months": [7, 8, 9, 10]}, [1, 1, 0, 1]),
        (BodyKind.HOSPITAL_COMMITTEE, {}, [1] * 12),
    ],
    ids=["monthly", "fortnightly", "weekly", "twice a year", "not asked", "holidays", "quarters", "hospital"],
)
def test_bodies_meet_as_often_as_was_laid_down(
    body: BodyKind, laid_down: dict[str, Any], counts: list[int]
) -> None:
    book = numbers(**laid_down)
    periods = periods_of(body, book, 2025)
    due = times_due(body, periods, book, [(UNIT, date(2025, 1, 1))])
    assert [due(UNIT, period) for period in periods] == counts


def test_nobody_is_blamed_for_what_was_before_the_ledger() -> None:
    book, march = numbers(), Period(2025, 3, Rhythm.MONTH)
    due = times_due(PARTY, [march, Period(2025, 2, Rhythm.MONTH)], book, [(UNIT, date(2025, 3, 20))])
    assert due(UNIT, march) == 1
    assert due(UNIT, Period(2025, 2, Rhythm.MONTH)) == 0
    assert due(8, march) == 0, "another unit keeps no ledger"


@pytest.mark.parametrize(
    ("due", "missed", "verdict"), [(12, 0, Verdict.PASS), (12, 3, Verdict.WARN)], ids=["all", "three missing"]
)
def test_missed_meetings_are_said(due: int, missed: int, verdict: Verdict) -> None:
    one = check_meetings(PARTY, due, missed)
    assert one is not None
    assert (one.code, one.verdict) == ("D27", verdict)


def test_where_nothing_was_due_nothing_is_said() -> None:
    assert check_meetings(PARTY, 0, 0) is None


@pytest.mark.parametrize(
    ("unit_kind", "kind", "found"),
    [
        ("college", "committee", "committee"),
        ("college", "general_branch", "general_branch"),
        ("college", "direct_branch", ""),
        (HOSPITAL, "committee", "hospital"),
    ],
)
def test_numbers_of_a_committee_go_by_the_kind_of_unit(unit_kind: str, kind: str, found: str) -> None:
    assert committee_kind(unit_kind, kind) == found


@pytest.mark.parametrize(
    ("committee", "verdicts"),
    [
        (Committee("committee", 7), [Verdict.PASS]),
        (Committee("committee", 10), [Verdict.WARN]),
        (Committee("general_branch", 4), [Verdict.WARN]),
        (Committee("hospital", 11, 9), [Verdict.PASS, Verdict.PASS]),
        (Committee("hospital", 12, 4), [Verdict.WARN, Verdict.WARN]),
        (Committee("hospital", None), []),
        (Committee("", 3), []),
    ],
)
def test_committee_has_as_many_members_as_was_laid_down(
    committee: Committee, verdicts: list[Verdict]
) -> None:
    found = check_committee(committee, numbers(), DAY)
    assert [one.verdict for one in found] == verdicts
    assert {one.code for one in found} <= {"D28"}


def test_more_than_usual_in_a_hospital_is_said_as_unusual() -> None:
    (found,) = check_committee(Committee("hospital", 10), numbers(), DAY)
    assert found.is_good
    assert "一般不多于9人" in found.message


def test_secretary_and_president_of_a_hospital_are_two_people() -> None:
    one, two = check_posts(HOSPITAL, True, numbers(), DAY), check_posts(HOSPITAL, False, numbers(), DAY)
    assert one is not None
    assert two is not None
    assert (one.verdict, two.verdict) == (Verdict.WARN, Verdict.PASS)
    assert check_posts("college", True, numbers(), DAY) is None
    assert check_posts(HOSPITAL, True, numbers(hospital__posts_separate=False), DAY) is None
