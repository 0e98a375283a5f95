"""The matrix of one kind of one organisation: branches × periods, and the form that opens at a cell."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.ledgers.years import first_always, year_in, years_to_choose
from pingyi.doors.office.orglife.cells import CellLine, foot_of, lines_of
from pingyi.doors.office.orglife.places import LedgerPlace, place_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.kit.domain.matrix import Cell, Mark, Matrix
from pingyi.ledgers.kit.domain.periods import period_with_code
from pingyi.ledgers.kit.rules import may_import_records
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
from pingyi.ledgers.orglife.phrases import EXCUSES
from pingyi.ledgers.orglife.queries.activities import count_records, excuses_of, late_ones, years_before
from pingyi.ledgers.orglife.queries.basis import Basis, load_basis
from pingyi.ledgers.orglife.queries.beside_cells import by_spot, open_records, short_meetings, waiting_of
from pingyi.ledgers.orglife.queries.hints import hints_of
from pingyi.ledgers.orglife.queries.matrix import KindSum, matrices_of, sum_of
from pingyi.ledgers.orglife.queries.secretaries import regular_meetings
from pingyi.ledgers.orglife.services import excuse_miss

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pingyi.ledgers.orglife.queries.beside_cells import OpenRecord
    from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class Tab:
    """One kind with how much of it was held."""

    kind: Kind
    words: str
    found: KindSum


@dataclass(frozen=True)
class Opened:
    """The cell that the form below is about."""

    branch: "Organisation"
    cell: Cell
    code: str
    reason: str
    waiting: "Sequence[OpenRecord]"

    @property
    def may_be_excused(self) -> bool:
        """Not while a record waits to be filed: it says that it was held."""
        return self.cell.mark in (Mark.MISSED, Mark.EXCUSED) and not self.waiting


@office_page
@require_GET
def matrix(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """GET `year`, `kind`, and `cell` (branch and period, as in 12:2025-month-3) for the form below."""
    return _page(request, place_of(request, organisation_id), NOT_FAILED)


@office_page
@require_POST
def excuse(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `reason` or `other`. The cell is in the address, as for the page."""
    place = place_of(request, organisation_id)
    branch, _, code = request.GET.get("cell", "").partition(":")
    organisation = next(
        (one for one in _rows_of(place, _kind(request, place)) if str(one.pk) == branch), None
    )
    period = period_with_code(code)
    if organisation is None or period is None:
        raise Missing
    return act_or_show(
        request,
        lambda: excuse_miss(
            actor=request.actor,
            now=now(),
            organisation=organisation,
            kind=_kind(request, place),
            period=period,
            reason=request.POST.get("other", "").strip() or request.POST.get("reason", ""),
        ),
        lambda failed: _page(request, place, failed),
        form="excuse",
        back=f"{reverse('office:orglife-matrix', args=[organisation_id])}?{_without_cell(request)}",
        said=Words("原因记下了。这一次仍然算没办。"),
    )


def _page(request: OfficeRequest, place: LedgerPlace, failed: Failed) -> HttpResponse:
    year, kind, day = year_in(request), _kind(request, place), today(now())
    basis = load_basis(place.branches)
    matrices = _matrices(place, year, day, basis)
    end = date(year, 12, 31)
    tabs = [Tab(one, basis.kind_words(one, end), sum_of(one, made)) for one, made in matrices.items()]
    shown = {
        "place": place,
        "year": year,
        "years": years_to_choose(year, years_before(place.all, first_always())),
        "today": day,
        "kind": kind,
        "tab": next(tab for tab in tabs if tab.kind == kind),
        # Kinds of which nothing is due come last: the others fit beside each other.
        "tabs": sorted(tabs, key=lambda tab: not (tab.found.due or tab.found.done)),
        "missed": sum(tab.found.missed for tab in tabs),
        "due": sum(tab.found.due for tab in tabs),
        "excuses": EXCUSES,
        "hints": hints_of(place.branches, date(year, 1, 1), end),
        "has_rosters": len(basis.rosters) == len(place.branches),
        "may_import": may_import_records(request.actor),
        "failed": failed,
        **_grid(request, place, kind, matrices, basis),
        **_beside(place, kind, year, basis),
    }
    return render(request, "office/orglife-matrix.html", shown, status=failed.status)


def _grid(
    request: OfficeRequest, place: LedgerPlace, kind: Kind, matrices: dict[Kind, Matrix], basis: Basis
) -> dict[str, object]:
    """The rows and columns of the chosen kind, and the cell that is opened. Two queries, three for kinds that vote."""
    year, day = year_in(request), today(now())
    organisations, matrix = _rows_of(place, kind), matrices[kind]
    unfiled = open_records(place.all, date(year, 1, 1), date(year, 12, 31))
    short = short_meetings(kind, organisations, year, basis.rulebook)
    lines = lines_of(organisations, matrix, by_spot(unfiled, kind, matrix), short)
    names = {one.pk: one.name for one in organisations}
    return {
        "lines": lines,
        "heads": [(one.head, one.first <= day <= one.last) for one in matrix.periods],
        "foot": foot_of(matrix),
        "opened": _opened(request, lines, kind),
        "waiting": waiting_of(unfiled, matrices),
        "short": [(one, names[one.organisation_id]) for one in short],
    }


def _beside(place: LedgerPlace, kind: Kind, year: int, basis: Basis) -> dict[str, object]:
    """The lists below the matrix."""
    late = late_ones(place.all, year, basis.rulebook)
    return {
        "regular": regular_meetings(place.organisation, place.branches, year)
        if kind is Kind.SECRETARIES
        else None,
        "late": [(one, basis.kind_words(one.kind, one.happened_on)) for one in late],
        "records": count_records(place.all, year),
    }


def _kind(request: OfficeRequest, place: LedgerPlace) -> Kind:
    """GET `kind`, among those that this page shows; the first of them for anything else."""
    kinds = _kinds_of(place)
    return next((kind for kind in kinds if kind == request.GET.get("kind")), kinds[0])


def _kinds_of(place: LedgerPlace) -> tuple[Kind, ...]:
    return BRANCH_KINDS if place.is_branch else (*BRANCH_KINDS, Kind.SECRETARIES)


def _rows_of(place: LedgerPlace, kind: Kind) -> tuple["Organisation", ...]:
    """The organisations that hold this kind: the branches, or the one above them for its regular meetings."""
    return (place.organisation,) if kind is Kind.SECRETARIES else place.branches


def _matrices(place: LedgerPlace, year: int, day: date, basis: Basis) -> dict[Kind, Matrix]:
    found = matrices_of(BRANCH_KINDS, place.branches, [year], basis=basis, today=day)
    if not place.is_branch:
        found |= matrices_of((Kind.SECRETARIES,), [place.organisation], [year], basis=basis, today=day)
    return found


def _opened(request: OfficeRequest, lines: list[CellLine], kind: Kind) -> Opened | None:
    """The cell that the address names, with the reason that was written."""
    code = request.GET.get("cell", "")
    for line in lines:
        for shown in line.cells:
            if shown.code == code:
                reasons = excuses_of(line.organisation, shown.cell.period.code)
                reason = reasons.get(kind, "")
                return Opened(line.organisation, shown.cell, code, reason, shown.waiting)
    return None


def _without_cell(request: OfficeRequest) -> str:
    sent = request.GET.copy()
    sent.pop("cell", None)
    return sent.urlencode()
