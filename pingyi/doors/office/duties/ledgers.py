"""The numbers that ledgers state beside an entry of a responsibility list."""

from typing import TYPE_CHECKING

from pingyi.core.clock import now, today
from pingyi.doors.evidence import SOURCES
from pingyi.review.duties.queries.measures import facts_of_year

if TYPE_CHECKING:
    from pingyi.organisations.domain.facts import Fact
    from pingyi.review.duties.models import DutyList


def ledger_facts(duty_list: "DutyList") -> "list[Fact]":
    """What the ledgers say of the organisation in the list's year, up to today."""
    return facts_of_year(duty_list, today(now()), tuple(source.facts for source in SOURCES))
