"""Late and left in working days: one calculation, and what is not known is not guessed."""

from datetime import date

import pytest

from pingyi.organisations.domain.reckoning import Late, Reckoning
from pingyi.organisations.domain.working_days import KnownYear, SpecialDay, calendar_of
from pingyi.organisations.phrases import late_words

HOLIDAYS = tuple(SpecialDay(date(2026, 10, day), False, "国庆节") for day in range(1, 8))
SHIFTED = SpecialDay(date(2026, 10, 10), True, "国庆节")
CALENDAR = calendar_of([KnownYear(2026, "通知", (*HOLIDAYS, SHIFTED))])


def on(day: date) -> Reckoning:
    return Reckoning(CALENDAR, day)


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (date(2026, 9, 30), None),
        (date(2026, 10, 7), None),
        (date(2026, 10, 8), Late(1)),
        (date(2026, 10, 10), Late(3)),
        (date(2026, 10, 11), Late(3)),
    ],
)
def test_a_deadline_is_over_when_a_working_day_has_come_after_it(day: date, late: Late | None) -> None:
    assert on(day).late_by(date(2026, 9, 30)) == late


def test_the_boundary_for_the_database_says_the_same_as_the_single_row() -> None:
    for number in range(1, 28):
        at = on(date(2026, 10, number))
        for due in (date(2026, 9, 28), date(2026, 9, 30), date(2026, 10, 9), date(2026, 10, 12)):
            assert (due < at.late_before) == (at.late_by(due) is not None)
            begun = at.begun_late_before(3)
            due_after = at.due_after(due, 3)
            assert begun is not None
            assert due_after is not None
            assert (due < begun) == (at.late_after(due, 3) is not None) == (at.late_by(due_after) is not None)


def test_a_span_of_working_days_ends_on_its_last_day() -> None:
    at = on(date(2026, 10, 13))
    assert at.due_after(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert at.late_after(date(2026, 9, 30), 3) == Late(2)
    assert at.late_after(date(2026, 10, 12), 3) is None


def test_days_left_are_working_days_and_never_negative() -> None:
    assert on(date(2026, 9, 30)).days_left(date(2026, 10, 10)) == 3
    assert on(date(2026, 9, 30)).days_left(date(2026, 9, 30)) == 0
    assert on(date(2026, 10, 30)).days_left(date(2026, 9, 30)) == 0
    assert on(date(2026, 12, 30)).days_left(date(2027, 1, 8)) is None


def test_an_unknown_year_of_long_ago_leaves_it_late_without_a_number() -> None:
    at = on(date(2026, 10, 13))
    assert at.unknown_year is None
    assert at.late_by(date(2019, 3, 1)) == Late(None, 2019)
    assert at.late_after(date(2019, 3, 1), 8) == Late(None, 2019)
    assert at.due_after(date(2026, 12, 30), 8) is None
    assert late_words(Late(None, 2019)) == "逾期，缺2019年工作日历"
    assert late_words(Late(3)) == "逾3个工作日"


def test_without_this_year_a_date_is_past_and_a_span_is_not_told() -> None:
    at = on(date(2027, 2, 1))
    assert at.unknown_year == 2027
    assert at.late_by(date(2027, 1, 29)) == Late(None, 2027)
    assert at.late_by(date(2027, 2, 1)) is None
    assert at.late_after(date(2026, 3, 2), 8) is None
