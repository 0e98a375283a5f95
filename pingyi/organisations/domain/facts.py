"""The evidence interface: what ledgers, tasks and earlier reviews state about an organisation, for others to read.

Whoever knows facts offers an `EvidenceSource`; the doors put the sources together. Neither side imports the other.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with its origin. `measure` is a stable code such as `orglife.committee.done`; a share names what it
    is a share of in `out_of`; `source` says in words where the number can be looked up.
    """

    period: Span
    organisation_id: int
    measure: str
    value: int
    source: str
    out_of: int | None = None

    @property
    def begins_late(self) -> bool:
        """From a ledger that was begun after January; what is stated of one single day is a state and no ledger."""
        return self.period.first.month > 1 and self.period.first != self.period.last


class Better(StrEnum):
    """Which way a number is good. `neither`: it only describes."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a source counts: `title` as a table heads it, `unit` the word behind the number (次、个、人). `words` are
    the Chinese names by which a report may speak of it; none where reports do not.
    """

    code: str
    title: str
    unit: str
    better: Better
    words: tuple[str, ...] = ()


# Facts of these organisations in this span, with a fixed number of queries however many organisations there are.
FactSource = Callable[[Collection[int], Span], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """One ledger or list as its readers know it: what it can state, and the facts.

    `kept_by` is a measure that is stated for every organisation that wrote anything down in the span: without it the
    noughts of the others say nothing, but for those in `lasting`, which are there without records. None where the
    source itself is silent about who wrote nothing down.
    """

    measures: tuple[Measure, ...]
    facts: FactSource
    kept_by: str | None = None
    lasting: frozenset[str] = frozenset()

    def stated(self, organisation_ids: Collection[int], span: Span) -> list[Fact]:
        """The facts that say something: a ledger that nobody kept states no nought."""
        found = list(self.facts(organisation_ids, span))
        if self.kept_by is None:
            return found
        keeping = {fact.organisation_id for fact in found if fact.measure == self.kept_by}
        return [fact for fact in found if fact.organisation_id in keeping or fact.measure in self.lasting]
