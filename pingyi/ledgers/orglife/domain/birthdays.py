"""Whose political birthday comes so soon that it has to be told (R4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pingyi.ledgers.orglife.domain.roster import Member


@dataclass(frozen=True, slots=True)
class Birthday:
    """The day on which joining comes round for one member."""

    member: Member
    day: date


def in_year(joined: date, year: int) -> date:
    """The anniversary; that of 29 February is 28 February where there is none."""
    try:
        return joined.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def birthdays_to_tell(members: Iterable[Member], today: date, days_before: int) -> list[Birthday]:
    """The birthdays from today on that are at most so many days ahead, in the order of the days. None for 0 days."""
    last = today + timedelta(days=days_before)
    found = [
        Birthday(one, day)
        for one in members
        for day in {in_year(one.admitted_on, year) for year in (today.year, last.year)}
        if days_before and today <= day <= last and day.year > one.admitted_on.year and one.is_member(day)
    ]
    return sorted(found, key=lambda one: (one.day, one.member.person_id))
