"""The ladder in working days, the month as a sheet: without a database."""

from datetime import date

import pytest

from pingyi.organisations.domain.working_days import KnownYear, SpecialDay, UnknownYear, calendar_of
from pingyi.review.supervision.domain.columns import OF_PROBLEMS, OF_TASKS, Column
from pingyi.review.supervision.domain.ladder import (
    Ladder,
    Rung,
    counts_from,
    day_of_rung,
    enough_days,
    rungs_reached,
    working_days_late,
)
from pingyi.review.supervision.domain.month import Month, month_in, month_of

HOLIDAYS = tuple(SpecialDay(date(2026, 10, day), False, "国庆节") for day in range(1, 8))
SHIFTED = SpecialDay(date(2026, 10, 10), True, "国庆节")
CALENDAR = calendar_of([KnownYear(2026, "通知", (*HOLIDAYS, SHIFTED))])
LADDER = Ladder(3, 7, 14, 2)
LONGEST = enough_days(LADDER.of_tasks)


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (date(2026, 9, 30), 0),
        (date(2026, 10, 7), 0),
        (date(2026, 10, 8), 1),
        (date(2026, 10, 10), 3),
        (date(2026, 10, 12), 4),
        (date(2026, 12, 1), 15),
    ],
)
def test_holidays_are_no_delay_and_shifted_saturdays_are(day: date, late: int) -> None:
    assert working_days_late(CALENDAR, date(2026, 9, 30), day, LONGEST) == late


def test_only_the_last_weeks_must_be_known() -> None:
    assert working_days_late(CALENDAR, date(2019, 3, 1), date(2026, 12, 1), LONGEST) == 15
    with pytest.raises(UnknownYear):
        working_days_late(CALENDAR, date(2019, 3, 1), date(2026, 1, 5), LONGEST)


def test_rungs_follow_one_another_up_the_line() -> None:
    graces = LADDER.of_tasks
    assert rungs_reached(graces, 0) == []
    assert rungs_reached(graces, 1) == [Rung.RESPONSIBLE]
    assert rungs_reached(graces, 3) == [Rung.RESPONSIBLE]
    assert rungs_reached(graces, 4) == [Rung.RESPONSIBLE, Rung.SECRETARY]
    assert rungs_reached(graces, 15) == list(Rung)
    assert rungs_reached(Ladder(None, 2, None, 1).of_tasks, 99) == [Rung.RESPONSIBLE, Rung.SUPERIOR]


def test_a_problem_that_nobody_answers_begins_with_the_secretary_after_its_own_grace() -> None:
    graces = LADDER.of_problems
    assert rungs_reached(graces, 1) == []
    assert rungs_reached(graces, 2) == [Rung.SECRETARY]
    assert rungs_reached(graces, 9) == [Rung.SECRETARY, Rung.SUPERIOR]
    assert rungs_reached(graces, 16) == [Rung.SECRETARY, Rung.SUPERIOR, Rung.DEPARTMENT]
    assert Ladder(3, 7, 14, None).of_problems == {}
    assert rungs_reached(Ladder(None, None, None, 1).of_problems, 1) == [Rung.SECRETARY]
    assert enough_days({}) == 1


def test_the_rungs_in_use_are_those_of_tasks_or_of_problems() -> None:
    assert LADDER.rungs == tuple(Rung)
    assert Ladder(None, None, 5, 1).rungs == (Rung.RESPONSIBLE, Rung.SECRETARY, Rung.DEPARTMENT)
    assert Ladder(None, None, None, None).rungs == (Rung.RESPONSIBLE,)


def test_the_day_of_a_rung_is_told_beforehand() -> None:
    assert day_of_rung(CALENDAR, date(2026, 9, 30), 0) == date(2026, 10, 8)
    assert day_of_rung(CALENDAR, date(2026, 9, 30), 3) == date(2026, 10, 12)
    assert day_of_rung(CALENDAR, date(2026, 12, 30), 7) is None


def test_a_reopened_task_is_late_from_its_reopening() -> None:
    assert counts_from(date(2026, 6, 30), None) == date(2026, 6, 30)
    assert counts_from(date(2026, 6, 30), date(2026, 9, 1)) == date(2026, 9, 1)
    assert counts_from(date(2026, 6, 30), date(2026, 2, 1)) == date(2026, 6, 30)


def test_months_follow_one_another() -> None:
    assert (Month(2026, 1).before, Month(2026, 12).after) == (Month(2025, 12), Month(2027, 1))
    assert (Month(2026, 3).before, Month(2026, 3).after) == (Month(2026, 2), Month(2026, 4))
    assert Month(2026, 3).weeks()[0][0] == date(2026, 2, 23)
    assert Month(2026, 3).first == date(2026, 3, 1)
    today = date(2026, 7, 5)
    assert month_in("2026-03", today) == Month(2026, 3)
    assert Month(2026, 3).text == "2026-03"
    for wrong in ("", "2026", "2026-13", "1899-01", "９９-01", "abcd-ef"):
        assert month_in(wrong, today) == month_of(today)


def test_every_column_is_of_problems_or_of_tasks() -> None:
    assert (*OF_PROBLEMS, *OF_TASKS) == tuple(Column)
