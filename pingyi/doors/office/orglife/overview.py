"""All organisations of the second level: how much of everything their branches held in the year."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.words import listed
from pingyi.doors.office.ledgers.years import first_always, year_in, years_to_choose
from pingyi.doors.office.orglife.places import tree_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.kit.domain.matrix import Matrix
from pingyi.ledgers.kit.queries import LedgerTree
from pingyi.ledgers.kit.queries.places import BRANCHES
from pingyi.ledgers.kit.rules import may_import_records
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
from pingyi.ledgers.orglife.queries.activities import years_before
from pingyi.ledgers.orglife.queries.basis import Basis, load_basis
from pingyi.ledgers.orglife.queries.matrix import KindSum, matrices_of, sum_of

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class OverviewRow:
    """One organisation with its branches and, for each kind by its name, how much of it was held."""

    organisation: "Organisation"
    branches: int
    cells: list[tuple[str, KindSum]]

    @property
    def missed(self) -> int:
        return sum(found.missed for _, found in self.cells)


@office_page
@require_GET
def overview(request: OfficeRequest) -> HttpResponse:
    """GET `year`. Whoever sees one organisation only is led to its page."""
    tree = tree_of(request)
    places = tree.seconds or tree.branches
    if len(places) == 1:
        return redirect("office:orglife-matrix", places[0].pk)
    year = year_in(request)
    basis = load_basis(tree.branches)
    day = today(now())
    matrices = matrices_of(BRANCH_KINDS, tree.branches, [year], basis=basis, today=day)
    if above := [one for one in tree.seconds if one.kind not in BRANCHES]:
        matrices |= matrices_of((Kind.SECRETARIES,), above, [year], basis=basis, today=day)
    heads = _heads(matrices, basis, date(year, 12, 31))
    # A kind that is not due anywhere so far takes no column.
    shown_kinds = {
        kind: matrices[kind] for kind, (_, found) in zip(matrices, heads, strict=True) if found.due
    }
    rows = _rows(tree, shown_kinds, [words for words, found in heads if found.due])
    shown = {
        "rows": rows,
        "heads": [head for head in heads if head[1].due],
        "idle": listed([words for words, found in heads if not found.due]),
        "missed": sum(row.missed for row in rows),
        "due": sum(one.due for row in rows for _, one in row.cells),
        "branches": len(tree.branches),
        "year": year,
        "years": years_to_choose(year, years_before(tree.organisations, first_always())),
        "may_import": may_import_records(request.actor),
    }
    return render(request, "office/orglife-overview.html", shown)


def _rows(tree: LedgerTree, matrices: dict[Kind, Matrix], words: list[str]) -> list[OverviewRow]:
    rows = []
    for second in tree.seconds or tree.branches:
        branches = {branch.pk for branch in tree.branches_of(second)}
        keys = branches | {second.pk}
        sums = [sum_of(kind, matrix, keys) for kind, matrix in matrices.items()]
        rows.append(OverviewRow(second, len(branches), list(zip(words, sums, strict=True))))
    return rows


def _heads(matrices: dict[Kind, Matrix], basis: Basis, day: date) -> list[tuple[str, KindSum]]:
    """Each kind by its local name, with the sum over everybody."""
    return [(basis.kind_words(kind, day), sum_of(kind, matrix)) for kind, matrix in matrices.items()]
