"""Days as findings say them, and the days for which a meeting can be planned."""

from datetime import date

import pytest

from pingyi.core.dates import full_day
from pingyi.core.words import shown
from pingyi.ledgers.decisions.domain.days import last_to_plan, meeting_fault

TODAY = date(2025, 12, 18)


def test_day_is_said_as_the_pages_say_it() -> None:
    assert full_day(date(2026, 9, 29)) == "2026年9月29日"
    with shown():
        assert str(full_day(date(2026, 9, 29))) == "2026年9月29日", "nobody set another language"


@pytest.mark.parametrize("day", [date(2000, 1, 1), TODAY, date(2026, 12, 18)])
def test_meeting_may_be_put_on_record_late_or_planned_a_year_ahead(day: date) -> None:
    assert meeting_fault(day, TODAY) == ""


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1999, 12, 31), date(2026, 12, 19), date(2099, 1, 1)])
def test_meeting_of_a_wrong_year_is_told_the_limits(day: date) -> None:
    said = meeting_fault(day, TODAY)
    assert full_day(day) in said
    assert "从2000年记起" in said
    assert "2026年12月18日" in said


def test_leap_day_has_a_day_a_year_on() -> None:
    assert last_to_plan(date(2028, 2, 29)) == date(2029, 2, 28)
