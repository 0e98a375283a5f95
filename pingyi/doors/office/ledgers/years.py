"""The year that a page of a ledger is about."""

from pingyi.core.clock import now, today
from pingyi.doors.office.pages import OfficeRequest
from pingyi.doors.office.sent_fields import number_in

FIRST_YEAR = 2000


def year_in(request: OfficeRequest) -> int:
    """GET `year`; this year for anything that is none, or that has not begun."""
    this_year = today(now()).year
    asked = number_in(request.GET.get("year", ""))
    return asked if FIRST_YEAR <= asked <= this_year else this_year


def years_to_choose(year: int) -> list[int]:
    """This year and the ones before, with the year that is shown."""
    this_year = today(now()).year
    return sorted({year, *range(this_year - 3, this_year + 1)}, reverse=True)
