from datetime import date

import pytest

from pingyi.ledgers.kit.domain.periods import (
    Period,
    Rhythm,
    period_of,
    period_with_code,
    periods_of_year,
)


@pytest.mark.parametrize(
    ("rhythm", "number", "first", "last", "words"),
    [
        (Rhythm.MONTH, 2, date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        (Rhythm.QUARTER, 1, date(2024, 1, 1), date(2024, 3, 31), "2024年第1季度"),
        (Rhythm.HALF_YEAR, 1, date(2024, 1, 1), date(2024, 6, 30), "2024年上半年"),
        (Rhythm.YEAR, 1, date(2024, 1, 1), date(2024, 12, 31), "2024年全年"),
    ],
)
def test_a_period_has_days_and_words(
    rhythm: Rhythm, number: int, first: date, last: date, words: str
) -> None:
    period = period_of(rhythm, date(2024, 2, 29))
    assert period == Period(2024, number, rhythm)
    assert (period.first, period.last, period.words) == (first, last, words)
    assert period_with_code(period.code) == period


def test_a_period_has_a_short_name_within_its_year() -> None:
    day = date(2024, 7, 1)
    heads = [period_of(rhythm, day).head for rhythm in (Rhythm.MONTH, Rhythm.QUARTER, Rhythm.YEAR)]
    assert heads == ["7月", "第3季度", "全年"]


def test_the_second_half_of_a_year() -> None:
    assert period_of(Rhythm.HALF_YEAR, date(2024, 7, 1)).head == "下半年"
    assert period_of(Rhythm.HALF_YEAR, date(2024, 7, 1)).months == range(7, 13)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "2024-month",
        "2024-week-1",
        "x-month-1",
        "2024-month-x",
        "2024-month-13",
        "2024-month-0",
        "1-year-1",
        "2024-month-01",
    ],
)
def test_no_period_is_read_from_anything_else(code: str) -> None:
    assert period_with_code(code) is None


def test_a_year_has_twelve_months() -> None:
    assert len(periods_of_year(Rhythm.MONTH, 2024)) == 12
