"""The working calendar of an institution: the years that came with us, and those that it keeps itself instead."""

from datetime import date

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.domain.holiday_notices import PRESET
from pingyi.organisations.domain.reckoning import Reckoning
from pingyi.organisations.domain.working_days import (
    KnownYear,
    SpecialDay,
    UnknownYear,
    WorkCalendar,
    calendar_of,
)
from pingyi.organisations.models import CalendarYear


def work_calendar(institution_id: int) -> WorkCalendar:
    """Every year that is known to this institution. Two queries."""
    return calendar_of(PRESET, own_years(institution_id))


def reckoning_on(day: date, institution_id: int) -> Reckoning:
    """What is late and what is left on this day, by the institution's calendar. Two queries."""
    return Reckoning(work_calendar(institution_id), day)


def working_days_after(institution_id: int, start: date, days: int, *, field: str = "") -> date:
    """The day so many working days after `start`; refused, with the year, where the calendar is not known so far."""
    try:
        return work_calendar(institution_id).after(start, days)
    except UnknownYear as unknown:
        raise Refused(
            Words(
                "{year}年的放假安排还没有录入，算不出工作日。写具体的日子，或者请经办人在“工作日历”里录入。",
                year=unknown.year,
            ),
            code="calendar.unknown_year",
            field=field,
        ) from unknown


def own_years(institution_id: int) -> list[KnownYear]:
    """The years that the institution keeps itself, in order. Two queries."""
    rows = CalendarYear.objects.filter(institution=institution_id).prefetch_related("days").order_by("year")
    return [
        KnownYear(
            row.year,
            row.source,
            tuple(
                SpecialDay(one.day, one.is_working, one.name)
                for one in sorted(row.days.all(), key=lambda one: one.day)
            ),
        )
        for row in rows
    ]
