"""The days for which a meeting can be planned."""

from datetime import date

from pingyi.core.dates import full_day
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.days import FIRST_YEAR


def last_to_plan(today: date) -> date:
    """The same day a year on: nobody plans a meeting further ahead, so that a later one is a slip."""
    is_leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year + 1, day=28 if is_leap_day else today.day)


def meeting_fault(held_on: date, today: date) -> str:
    """Why no meeting can be held on this day; nothing where it can."""
    last = last_to_plan(today)
    if held_on.year >= FIRST_YEAR and held_on <= last:
        return ""
    return Words(
        "写的是{day}。台账从{first}年记起，会最晚安排到一年以后的今天，{last}。请核对年份。",
        day=full_day(held_on),
        first=FIRST_YEAR,
        last=full_day(last),
    )
