"""The ledgers that state numbers about organisations; only the doors know both them and the review."""

from typing import TYPE_CHECKING

from pingyi.core.clock import now, today
from pingyi.ledgers.orglife.queries.facts import orglife_facts
from pingyi.review.duties.queries.measures import facts_of_year

if TYPE_CHECKING:
    from pingyi.organisations.domain.facts import Fact, FactSource
    from pingyi.review.duties.models import DutyList

SOURCES: "tuple[FactSource, ...]" = (orglife_facts,)


def ledger_facts(duty_list: "DutyList") -> "list[Fact]":
    """What the ledgers say of the organisation in the list's year, up to today."""
    return facts_of_year(duty_list, today(now()), SOURCES)
