"""Days in words: 1月16日, 2026年1月16日."""

from datetime import date

from pingyi.core.words import Words

MONTHS = (
    Words("1月"),
    Words("2月"),
    Words("3月"),
    Words("4月"),
    Words("5月"),
    Words("6月"),
    Words("7月"),
    Words("8月"),
    Words("9月"),
    Words("10月"),
    Words("11月"),
    Words("12月"),
)


def month_day(day: date) -> str:
    """1月16日."""
    return Words("{month}{day}日", month=MONTHS[day.month - 1], day=day.day)


def full_day(day: date) -> str:
    """2026年1月16日."""
    return Words("{year}年{day}", year=day.year, day=month_day(day))
