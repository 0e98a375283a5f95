"""Dates and times as people in the office say them: 1月16日（周五）, 今天 14:30."""

from datetime import date, datetime

from pingyi.core.clock import PEOPLE_ZONE

WEEKDAYS = "一二三四五六日"


def say_day(value: date | datetime | None) -> str:
    """1月16日; nothing is written for nothing."""
    if value is None:
        return ""
    day = _day_of(value)
    return f"{day.month}月{day.day}日"


def say_weekday(value: date | datetime | None) -> str:
    """1月16日（周五）."""
    if value is None:
        return ""
    return f"{say_day(value)}（周{WEEKDAYS[_day_of(value).weekday()]}）"


def say_full_day(value: date | datetime | None) -> str:
    """2026年1月16日."""
    if value is None:
        return ""
    return f"{_day_of(value).year}年{say_day(value)}"


def say_time(value: datetime | None) -> str:
    """14:30, on the clock of the people."""
    return "" if value is None else value.astimezone(PEOPLE_ZONE).strftime("%H:%M")


def say_moment(value: datetime | None) -> str:
    """1月16日 14:30."""
    return "" if value is None else f"{say_day(value)} {say_time(value)}"


def _day_of(value: date | datetime) -> date:
    return value.astimezone(PEOPLE_ZONE).date() if isinstance(value, datetime) else value
