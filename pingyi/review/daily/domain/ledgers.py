"""What the ledgers state for the arithmetic: numbers by organisation, and whether somebody kept them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pingyi.organisations.domain.facts import Fact, Span


@dataclass(frozen=True)
class Stated:
    """What ledgers and lists state about organisations in a span. `titles` are the names of the measures.

    `kept_by` has every measure that can be stated, with the one by which it is seen that somebody kept its ledger;
    None for lists that the system keeps itself.
    """

    span: Span
    facts: Sequence[Fact]
    titles: Mapping[str, str]
    kept_by: Mapping[str, str | None]

    @cached_property
    def _by_organisation(self) -> dict[int, dict[str, Fact]]:
        return added_up(self.facts)

    def of(self, organisation_id: int) -> "Known":
        """Everything about one organisation."""
        facts = self._by_organisation.get(organisation_id, {})
        kept = (code for code, by in self.kept_by.items() if by is None or by in facts)
        return Known(facts, frozenset(kept))


@dataclass(frozen=True)
class Known:
    """What is stated about one organisation, by measure. `kept` are the measures whose ledger it kept: one of them
    that is not stated had nothing to count.
    """

    facts: Mapping[str, Fact]
    kept: frozenset[str] = frozenset()


def added_up(facts: Iterable[Fact]) -> dict[int, dict[str, Fact]]:
    """The facts by organisation and measure. A measure that is stated several times (branch by branch) is added up."""
    known: dict[int, dict[str, Fact]] = {}
    for fact in facts:
        mine = known.setdefault(fact.organisation_id, {})
        before = mine.get(fact.measure)
        mine[fact.measure] = fact if before is None else _sum_of(before, fact)
    return known


def _sum_of(first: Fact, second: Fact) -> Fact:
    out_of = None if first.out_of is None or second.out_of is None else first.out_of + second.out_of
    return Fact(
        first.period, first.organisation_id, first.measure, first.value + second.value, first.source, out_of
    )
