"""The working calendar of an institution: the years that came with us, and those that it keeps itself instead."""

from pingyi.organisations.domain.holiday_notices import PRESET
from pingyi.organisations.domain.working_days import KnownYear, SpecialDay, WorkCalendar, calendar_of
from pingyi.organisations.models import CalendarYear


def work_calendar(institution_id: int) -> WorkCalendar:
    """Every year that is known to this institution. Two queries."""
    return calendar_of(PRESET, own_years(institution_id))


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
