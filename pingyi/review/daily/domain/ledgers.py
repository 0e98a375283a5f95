"""Which numbers of ledgers say something: a ledger in which nobody wrote anything states no zero."""

from collections.abc import Collection, Iterable

from pingyi.organisations.domain.facts import Fact

# By ledger: how the measures end that grow with every record of a person.
_GROW = {"orglife": (".done", ".late", ".excused", ".held"), "decisions": (".decided", "_meetings")}


def recorded_facts(facts: Iterable[Fact]) -> dict[int, dict[str, Fact]]:
    """The facts by organisation and measure; a ledger without any record of the organisation is left out.

    A measure that is stated several times (branch by branch) is added up.
    """
    known: dict[int, dict[str, Fact]] = {}
    for fact in facts:
        mine = known.setdefault(fact.organisation_id, {})
        before = mine.get(fact.measure)
        mine[fact.measure] = fact if before is None else _sum_of(before, fact)
    return {
        organisation_id: {code: fact for code, fact in mine.items() if _is_kept(code, mine)}
        for organisation_id, mine in known.items()
    }


def nothing_was_due(code: str, known: Collection[str]) -> bool:
    """Whether a number is missing because there was nothing to count: its ledger speaks of other numbers (`known`), or
    is a list that the system itself keeps.
    """
    ledger = code.partition(".")[0]
    return ledger not in _GROW or any(other.startswith(f"{ledger}.") for other in known)


def _is_kept(code: str, mine: dict[str, Fact]) -> bool:
    ledger = code.partition(".")[0]
    endings = _GROW.get(ledger)
    if endings is None:
        return True
    return any(
        fact.value > 0
        for other, fact in mine.items()
        if other.startswith(f"{ledger}.") and other.endswith(endings)
    )


def _sum_of(first: Fact, second: Fact) -> Fact:
    out_of = None if first.out_of is None or second.out_of is None else first.out_of + second.out_of
    return Fact(
        first.period, first.organisation_id, first.measure, first.value + second.value, first.source, out_of
    )
