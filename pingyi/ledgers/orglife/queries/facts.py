"""What organisational life states about organisations, for the review to read (evidence interface)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.matrix import Matrix
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
from pingyi.ledgers.orglife.domain.measures import BRANCHES as BRANCH_COUNT
from pingyi.ledgers.orglife.domain.measures import (
    DONE,
    EXCUSED,
    LATE,
    LATE_ENTRIES,
    MEASURES,
    MEMBERS,
    MISSED,
    SECRETARIES_DUE,
    facts_of_sum,
)
from pingyi.ledgers.orglife.queries.basis import load_basis
from pingyi.ledgers.orglife.queries.facts_of_people import facts_of_people
from pingyi.ledgers.orglife.queries.facts_of_records import facts_of_records
from pingyi.ledgers.orglife.queries.facts_of_runs import facts_of_runs
from pingyi.ledgers.orglife.queries.matrix import matrices_of, sum_of
from pingyi.organisations.domain.facts import EvidenceSource, Fact, Span
from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class Asked:
    """An organisation with the branches for which it speaks: itself, or all below it."""

    organisation: Organisation
    branches: tuple[Organisation, ...]


def orglife_facts(organisation_ids: Collection[int], period: Span) -> Iterator[Fact]:
    """How much of each kind the branches of these organisations held in the calendar years of the span; what is not
    over on its last day is not missed yet. Members, hours and what was recorded when are those of the span itself.
    A branch speaks for itself, any other organisation for the branches below. Eleven queries, however many
    organisations and years.
    """
    asked = _asked(organisation_ids)
    if not asked:
        return
    chosen = list({branch.pk: branch for one in asked for branch in one.branches}.values())
    basis = load_basis(chosen)
    years = range(period.first.year, period.last.year + 1)
    above = [one.organisation for one in asked if one.organisation.kind not in BRANCHES]
    kinds, end = (*BRANCH_KINDS, Kind.SECRETARIES), period.last + timedelta(days=1)
    matrices = matrices_of(kinds, [*chosen, *above], years, basis=basis, today=end)
    regular = matrices.pop(Kind.SECRETARIES)
    pairs = [(one.organisation, one.branches) for one in asked]
    records = list(facts_of_records(pairs, basis.rulebook, period))
    recorded = {fact.organisation_id for fact in records if fact.measure == LATE_ENTRIES}
    for one in asked:
        yield from _facts_of_kinds(one, matrices, period)
        yield from facts_of_runs(one.organisation, one.branches, matrices, period)
        if one.organisation.pk in recorded:
            yield from _facts_of_secretaries(one.organisation, regular, period)
    yield from records
    yield from facts_of_people(pairs, basis, period)


def _asked(organisation_ids: Collection[int]) -> list[Asked]:
    """Two queries."""
    rows = list(Organisation.objects.filter(pk__in=organisation_ids).order_by("pk"))
    standing = list(
        Organisation.objects.filter(kind__in=BRANCHES, dissolved_on__isnull=True).order_by("path")
    )
    return [
        Asked(
            one,
            tuple(
                branch for branch in standing if branch.pk == one.pk or branch.path.startswith(f"{one.path}/")
            ),
        )
        for one in rows
    ]


def _facts_of_kinds(asked: Asked, matrices: dict[Kind, Matrix], period: Span) -> Iterator[Fact]:
    keys = {branch.pk for branch in asked.branches}
    for kind, matrix in matrices.items():
        found = sum_of(kind, matrix, keys)
        counts = {DONE: found.done, LATE: found.late, EXCUSED: found.excused, MISSED: found.missed}
        yield from facts_of_sum(
            asked.organisation.pk, period, kind, phrases.KINDS[kind], due=found.due, counts=counts
        )


def _facts_of_secretaries(organisation: Organisation, matrix: Matrix, period: Span) -> Iterator[Fact]:
    """In how many of the quarters in which they were due the secretaries of the branches met."""
    found = sum_of(Kind.SECRETARIES, matrix, {organisation.pk})
    if found.due:
        source = Words(
            "组织生活台账：{kind}，{first}到{last}",
            kind=phrases.KINDS[Kind.SECRETARIES],
            first=period.first,
            last=period.last,
        )
        yield Fact(period, organisation.pk, SECRETARIES_DUE, found.done, source, out_of=found.due)


EVIDENCE = EvidenceSource(
    MEASURES, orglife_facts, kept_by=LATE_ENTRIES, lasting=frozenset({BRANCH_COUNT, MEMBERS})
)
