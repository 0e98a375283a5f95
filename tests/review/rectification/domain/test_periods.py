"""Deadlines in months, and what is late."""

from datetime import date

import pytest

from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.domain.working_days import KnownYear, calendar_of
from pingyi.review.rectification.domain.periods import (
    DueFault,
    add_months,
    answer_lateness,
    due_fault,
    latest_due,
    task_lateness,
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


@pytest.mark.parametrize(("state", "is_late"), [("open", True), ("submitted", False), ("closed", False)])
def test_only_what_is_still_in_the_organisations_hand_is_late(state: str, is_late: bool) -> None:
    due = date(2026, 6, 30)
    assert (task_lateness(state, due, on(date(2026, 7, 1))) == Late(1)) is is_late
    assert task_lateness(state, due, on(due)) is None


@pytest.mark.parametrize(
    ("state", "is_late"),
    [("raised", True), ("claimed", True), ("contested", False), ("in_progress", False), ("closed", False)],
)
def test_a_problem_is_late_while_nobody_answered_or_planned(state: str, is_late: bool) -> None:
    assert (answer_lateness(state, RAISED, 8, on(date(2026, 1, 29))) == Late(1)) is is_late
    assert answer_lateness(state, RAISED, 8, on(date(2026, 1, 28))) is None


def on(day: date) -> Reckoning:
    return Reckoning(calendar_of([KnownYear(2026, "通知")]), day)
