"""The numbers that ledgers state beside an entry of a responsibility list, and which of them nobody kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.evidence import SOURCES, measures
from pingyi.review.duties.queries.measures import OfferedFact, facts_of_year, of_what_was_done, offered_facts

if TYPE_CHECKING:
    from pingyi.organisations.domain.facts import Fact
    from pingyi.review.duties.models import DutyItem, DutyList


@dataclass(frozen=True)
class NumberLine:
    """One number: `words` are the name of what is counted, `source` is where. `gap` says why there is none."""

    measure: str
    is_linked: bool
    words: str
    value: str
    gap: str = ""
    source: str = ""


def ledger_facts(duty_list: "DutyList") -> "list[Fact]":
    """What was done according to the ledgers in the list's year, up to today; one that nobody kept says nothing."""
    return of_what_was_done(_all_facts(duty_list))


def numbers_beside(item: "DutyItem") -> list[NumberLine]:
    """What the ledgers say, and of what was chosen and is not stated that it is not."""
    facts = _all_facts(item.duty_list)
    said = {fact.measure for fact in facts}
    return [_line(one, said) for one in offered_facts(item, of_what_was_done(facts))]


def _all_facts(duty_list: "DutyList") -> "list[Fact]":
    return facts_of_year(duty_list, today(now()), tuple(source.stated for source in SOURCES))


def _line(one: OfferedFact, said: set[str]) -> NumberLine:
    """A count without a number that was due stands with its unit: 6次, beside 2 / 3."""
    known = measures().get(one.measure)
    title = known.title if known else one.measure
    if one.fact is None:
        return NumberLine(one.measure, one.is_linked, title, "", _gap(one.measure, said))
    fact, unit = one.fact, known.unit if known else ""
    value = (
        Words("{count}{unit}", count=fact.value, unit=unit)
        if fact.out_of is None
        else f"{fact.value} / {fact.out_of}"
    )
    return NumberLine(one.measure, one.is_linked, title, value, source=fact.source)


def _gap(measure: str, said: set[str]) -> str:
    """Nobody kept the ledger; or it was kept, as the system keeps its own lists, and nothing was to be done."""
    ledger = next((one for one in SOURCES if any(known.code == measure for known in one.measures)), None)
    is_kept = ledger is not None and (ledger.kept_by is None or ledger.kept_by in said)
    return Words("没有应办的") if is_kept else Words("没有台账")
