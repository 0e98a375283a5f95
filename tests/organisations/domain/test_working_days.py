"""Working days by the notices that are known; what is not known is never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pingyi.organisations.domain.holiday_notices import PRESET
from pingyi.organisations.domain.working_days import KnownYear, SpecialDay, UnknownYear, calendar_of

CALENDAR = calendar_of(PRESET)


def working_days_in(year: int) -> int:
    first = date(year, 1, 1)
    days = (date(year + 1, 1, 1) - first).days
    return sum(CALENDAR.is_working(first + timedelta(days=step)) for step in range(days))


@pytest.mark.parametrize(("year", "days"), [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_the_notices_leave_the_known_number_of_working_days(year: int, days: int) -> None:
    assert working_days_in(year) == days


@pytest.mark.parametrize("known", PRESET, ids=lambda known: str(known.year))
def test_a_notice_names_itself_and_moves_only_weekends_to_work(known: KnownYear) -> None:
    assert f"{known.year}年部分节假日安排的通知（国办发明电〔{known.year - 1}〕" in known.source
    assert all(one.day.year == known.year for one in known.days)
    assert all(one.day.weekday() >= 5 for one in known.days if one.is_working)
    assert len({one.day for one in known.days}) == len(known.days)


@pytest.mark.parametrize(
    ("day", "works", "name"),
    [
        (date(2026, 2, 14), True, "春节调休"),
        (date(2026, 2, 17), False, "春节"),
        (date(2026, 2, 25), True, ""),
        (date(2026, 3, 1), False, ""),
        (date(2026, 10, 10), True, "国庆节调休"),
        (date(2025, 10, 8), False, "国庆节、中秋节"),
    ],
)
def test_a_day_is_what_its_notice_or_its_weekday_says(day: date, works: bool, name: str) -> None:
    assert (CALENDAR.is_working(day), CALENDAR.name_of(day)) == (works, name)


def test_days_are_counted_over_a_long_holiday() -> None:
    assert CALENDAR.after(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert CALENDAR.after(date(2026, 2, 13), 2) == date(2026, 2, 24)
    assert CALENDAR.after(date(2026, 2, 13), 0) == date(2026, 2, 13)
    assert CALENDAR.between(date(2026, 2, 13), date(2026, 2, 24)) == 2
    assert CALENDAR.between(date(2026, 2, 24), date(2026, 2, 13)) == 0
    assert CALENDAR.next_working_day(date(2026, 2, 14)) == date(2026, 2, 24)


def test_an_unknown_year_is_named_and_never_guessed() -> None:
    with pytest.raises(UnknownYear) as unknown:
        CALENDAR.after(date(2026, 12, 30), 5)
    assert unknown.value.year == 2027
    assert not CALENDAR.is_known(date(2027, 1, 1))
    assert CALENDAR.next_working_day(date(2026, 12, 31)) is None


def test_what_an_institution_keeps_takes_the_place_of_the_notice() -> None:
    own = KnownYear(2026, "校历", (SpecialDay(date(2026, 1, 5), is_working=False, name="校庆"),))
    calendar = calendar_of(PRESET, [own])
    assert not calendar.is_working(date(2026, 1, 5))
    assert calendar.is_working(date(2026, 2, 17))
    assert calendar.years[2026].source == "校历"
    assert calendar.years[2025] == CALENDAR.years[2025]


@given(
    start=st.dates(date(2023, 1, 1), date(2026, 6, 30)),
    days=st.integers(min_value=1, max_value=120),
)
def test_counting_forth_and_back_agree(start: date, days: int) -> None:
    end = CALENDAR.after(start, days)
    assert CALENDAR.is_working(end)
    assert CALENDAR.between(start, end) == days
