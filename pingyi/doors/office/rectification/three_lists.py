"""The three lists on the screen, as Word files and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.render.files import excel_file, word_file
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.doors.office.sent_fields import number_in
from pingyi.organisations.queries.lookup import find_organisation
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.rectification.documents import ThreeLists, list_paper, lists_workbook
from pingyi.review.rectification.domain.lists import COLUMNS, TITLES, ListKind, cells_of, lines_of
from pingyi.review.rectification.queries.lists import listed_lines

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation
    from pingyi.review.cycles.models import Cycle


@office_page
@require_GET
def three_lists(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET list (problems, responsibility, tasks), organisation, page. A secretary gets her own organisations only."""
    cycle = find_cycle(cycle_id)
    own = own_only(request.actor, cycle)
    kind = _kind(request.GET.get("list", ""))
    chosen = number_in(request.GET.get("organisation", "")) or None
    found = listed_lines(
        cycle,
        today(now()),
        organisation_ids=own,
        organisation_id=chosen,
        page=number_in(request.GET.get("page", "")) or 1,
    )
    bodies = organisations_under_review(cycle.convenor, cycle.year)
    shown = {
        "cycle": cycle,
        "kind": kind,
        "kinds": [(one.value, TITLES[one]) for one in ListKind],
        "columns": COLUMNS[kind],
        "lines": [
            (line, list(zip(COLUMNS[kind], cells_of(kind, line), strict=True)))
            for line in lines_of(kind, found.lines)
        ],
        "found": found,
        "organisations": [(one.pk, one.name) for one in bodies if own is None or one.pk in own],
        "chosen": chosen,
        "query": urlencode({"organisation": chosen}) if chosen else "",
    }
    return render(request, "office/three-lists.html", shown)


@office_page
@require_GET
def list_file(request: OfficeRequest, cycle_id: int, list_file: str) -> HttpResponse:
    """problems.docx, responsibility.docx, tasks.docx or lists.xlsx; GET organisation chooses one."""
    cycle = find_cycle(cycle_id)
    own = own_only(request.actor, cycle)
    chosen = number_in(request.GET.get("organisation", "")) or None
    if own is not None and chosen is None and len(own) == 1:
        chosen = next(iter(own))
    body = find_organisation(chosen) if chosen else None
    lists = _lists(cycle, own, body)
    if list_file == "lists.xlsx":
        return rendered_answer(excel_file(lists_workbook(lists)))
    name, _, ending = list_file.partition(".")
    if ending != "docx" or name not in set(ListKind):
        raise Missing(Words("没有这种清单。请从“三张清单”里下载。"), code="file.missing")
    return rendered_answer(word_file(list_paper(lists, ListKind(name))))


def _lists(cycle: Cycle, own: frozenset[int] | None, body: Organisation | None) -> ThreeLists:
    day = today(now())
    found = listed_lines(cycle, day, organisation_ids=own, organisation_id=body.pk if body else None)
    return ThreeLists(
        issuer=(body or cycle.convenor).name,
        review=cycle.name.removesuffix("会"),
        lines=found.lines,
        as_of=day,
        is_of_one=body is not None,
    )


def _kind(word: str) -> ListKind:
    return ListKind(word) if word in set(ListKind) else ListKind.PROBLEMS
