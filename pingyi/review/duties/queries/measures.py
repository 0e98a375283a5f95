"""The numbers of the ledgers beside an entry, as the ledgers state them now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pingyi.organisations.domain.facts import Fact, FactSource, Span
from pingyi.review.duties.models import DutyItem, DutyList, DutyMeasure

# Of what a source counts this is what was done; the rest (missed, late, noteworthy) is read in the ledger itself.
DONE = (".done", ".held", ".reached", ".closed")


@dataclass(frozen=True)
class OfferedFact:
    """`is_linked`: it tells of this entry already. No `fact` where nothing is stated of it at the moment."""

    measure: str
    fact: Fact | None
    is_linked: bool


def facts_of_year(duty_list: DutyList, day: date, sources: Iterable[FactSource]) -> list[Fact]:
    """What the ledgers state about the organisation from the first day of the list's year to this day, or to the
    year's last; nothing before the year has begun. As many queries as the sources take.
    """
    year = duty_list.cycle.year
    period = Span(date(year, 1, 1), min(day, date(year, 12, 31)))
    if period.last < period.first:
        return []
    return [fact for source in sources for fact in source([duty_list.organisation_id], period)]


def of_what_was_done(facts: Iterable[Fact]) -> list[Fact]:
    """Those that may tell of an entry."""
    return [fact for fact in facts if fact.measure.endswith(DONE)]


def offered_facts(item: DutyItem, facts: Iterable[Fact]) -> list[OfferedFact]:
    """What is stated, and behind it what tells of the entry and is not stated. One query."""
    linked = set(DutyMeasure.objects.filter(item=item).values_list("measure", flat=True))
    offered = [OfferedFact(one.measure, one, one.measure in linked) for one in facts]
    silent = linked - {one.measure for one in offered}
    return [*offered, *(OfferedFact(one, None, is_linked=True) for one in sorted(silent))]
