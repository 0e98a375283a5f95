"""Dates and times as people in the office say them: 1月16日（周五）, 今天 14:30."""

from datetime import date, datetime

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.dates import full_day, month_day
from pingyi.core.words import Words

WEEKDAYS = (
    Words("周一"),
    Words("周二"),
    Words("周三"),
    Words("周四"),
    Words("周五"),
    Words("周六"),
    Words("周日"),
)


def say_day(value: date | datetime | None) -> str:
    """1月16日; nothing is written for nothing."""
    if value is None:
        return ""
    return month_day(_day_of(value))


def say_weekday(value: date | datetime | None) -> str:
    """1月16日（周五）."""
    if value is None:
        return ""
    return Words("{day}（{weekday}）", day=say_day(value), weekday=WEEKDAYS[_day_of(value).weekday()])


def say_full_day(value: date | datetime | None) -> str:
    """2026年1月16日."""
    if value is None:
        return ""
    return full_day(_day_of(value))


def say_time(value: datetime | None) -> str:
    """14:30, on the clock of the people."""
    return "" if value is None else value.astimezone(PEOPLE_ZONE).strftime("%H:%M")


def say_moment(value: datetime | None) -> str:
    """1月16日 14:30."""
    return "" if value is None else Words("{day} {time}", day=say_day(value), time=say_time(value))


def _day_of(value: date | datetime) -> date:
    return value.astimezone(PEOPLE_ZONE).date() if isinstance(value, datetime) else value
