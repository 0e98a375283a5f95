"""Deadlines in months, and what is late."""

from datetime import date

import pytest

from pingyi.review.rectification.domain.periods import (
    DueFault,
    add_months,
    answer_due,
    days_late,
    due_fault,
    is_problem_late,
    is_task_late,
    latest_due,
)

RAISED = date(2026, 1, 16)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 16), 6, date(2026, 7, 16)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 5, 5), 24, date(2028, 5, 5)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@pytest.mark.parametrize(
    ("planned", "months", "latest"),
    [
        (RAISED, None, None),
        (date(2026, 2, 1), 6, date(2026, 7, 16)),
        (date(2026, 7, 16), 6, date(2026, 7, 16)),
        (date(2026, 7, 17), 6, date(2027, 1, 17)),
    ],
)
def test_the_period_runs_from_the_naming_and_anew_when_it_is_over(
    planned: date, months: int | None, latest: date | None
) -> None:
    assert latest_due(RAISED, planned, months) == latest


@pytest.mark.parametrize(
    ("due_on", "latest", "fault"),
    [
        (date(2026, 1, 15), None, DueFault.PAST),
        (date(2026, 1, 16), date(2026, 7, 16), None),
        (date(2026, 7, 17), date(2026, 7, 16), DueFault.BEYOND),
        (date(2030, 1, 1), None, None),
    ],
)
def test_a_deadline_lies_between_today_and_the_end_of_the_period(
    due_on: date, latest: date | None, fault: DueFault | None
) -> None:
    assert due_fault(due_on, RAISED, latest) == fault


def test_the_organisation_answers_within_so_many_days() -> None:
    assert answer_due(RAISED, 8) == date(2026, 1, 24)


def test_late_begins_the_day_after() -> None:
    due = date(2026, 6, 30)
    assert (days_late(due, due), days_late(due, date(2026, 7, 3)), days_late(due, RAISED)) == (0, 3, 0)


@pytest.mark.parametrize(("state", "is_late"), [("open", True), ("submitted", False), ("closed", False)])
def test_only_what_is_still_in_the_organisations_hand_is_late(state: str, is_late: bool) -> None:
    assert is_task_late(state, date(2026, 6, 30), date(2026, 7, 1)) is is_late
    assert is_task_late(state, date(2026, 6, 30), date(2026, 6, 30)) is False


@pytest.mark.parametrize(
    ("state", "is_late"),
    [("raised", True), ("claimed", True), ("contested", False), ("in_progress", False), ("closed", False)],
)
def test_a_problem_is_late_while_nobody_answered_or_planned(state: str, is_late: bool) -> None:
    assert is_problem_late(state, date(2026, 1, 24), date(2026, 1, 25)) is is_late
    assert is_problem_late(state, date(2026, 1, 24), date(2026, 1, 24)) is False
