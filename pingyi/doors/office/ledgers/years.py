"""The year that a page of a ledger is about."""

from collections.abc import Iterable

from pingyi.core.clock import now, today
from pingyi.doors.office.pages import OfficeRequest
from pingyi.doors.office.sent_fields import number_in
from pingyi.ledgers.kit.domain.days import FIRST_YEAR

# This year and so many before it can be chosen whether there are records or not.
ALWAYS_BEFORE = 3


def year_in(request: OfficeRequest) -> int:
    """GET `year`; this year for anything that is none, or that has not begun."""
    this_year = today(now()).year
    asked = number_in(request.GET.get("year", ""))
    return asked if FIRST_YEAR <= asked <= this_year else this_year


def first_always() -> int:
    """The first of the years that can be chosen in any case."""
    return today(now()).year - ALWAYS_BEFORE


def years_to_choose(year: int, earlier: Iterable[int] = ()) -> list[int]:
    """This year and the ones before, the earlier ones that have records, and the year that is shown."""
    return sorted({year, *earlier, *range(first_always(), today(now()).year + 1)}, reverse=True)
