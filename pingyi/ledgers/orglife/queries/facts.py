"""What organisational life states about organisations, for the review to read (evidence interface)."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import timedelta

from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.orglife import phrases
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS
from pingyi.ledgers.orglife.domain.measures import DONE, EXCUSED, LATE, MISSED, facts_of_sum
from pingyi.ledgers.orglife.queries.basis import load_basis
from pingyi.ledgers.orglife.queries.matrix import matrices_of, sum_of
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Organisation


def orglife_facts(organisation_ids: Collection[int], period: Span) -> Iterator[Fact]:
    """How much of each kind the branches of these organisations held in the calendar years of the span; what is not
    over on its last day is not missed yet. A branch speaks for itself, any other organisation for the branches below.
    Six queries.
    """
    asked = list(Organisation.objects.filter(pk__in=organisation_ids))
    standing = Organisation.objects.filter(kind__in=BRANCHES, dissolved_on__isnull=True)
    branches = list(standing)
    below: dict[int, set[int]] = defaultdict(set)
    for one in asked:
        for branch in branches:
            if branch.pk == one.pk or branch.path.startswith(f"{one.path}/"):
                below[one.pk].add(branch.pk)
    wanted = set().union(*below.values()) if below else set()
    chosen = [branch for branch in branches if branch.pk in wanted]
    years = range(period.first.year, period.last.year + 1)
    matrices = matrices_of(
        BRANCH_KINDS, chosen, years, basis=load_basis(chosen), today=period.last + timedelta(days=1)
    )
    for organisation_id, keys in below.items():
        for kind, matrix in matrices.items():
            found = sum_of(kind, matrix, keys)
            counts = {DONE: found.done, LATE: found.late, EXCUSED: found.excused, MISSED: found.missed}
            yield from facts_of_sum(
                organisation_id, period, kind, phrases.KINDS[kind], due=found.due, counts=counts
            )
