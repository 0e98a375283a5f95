"""Common faults, for the plan of the next year."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.lines import number_of, problem_chip
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.genealogy.queries.carried import asked_before, unclosed_before
from pingyi.review.genealogy.queries.common import common_faults_of
from pingyi.review.genealogy.rules import may_read_lines


@office_page
@require_GET
def fault_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Lines over several units or years up to this year, most units first."""
    cycle = find_cycle(cycle_id)
    if not may_read_lines(request.actor, cycle):
        raise Forbidden(Words("共性问题由经办人和领导看。"))
    found = common_faults_of(cycle)
    shown = {
        "cycle": cycle,
        "found": found,
        "rows": [
            (row, [(one, number_of(one), problem_chip(one)) for one in row.problems]) for row in found.rows
        ],
        "carried": len(unclosed_before(cycle)),
        "asked": len(asked_before(cycle)),
    }
    return render(request, "office/fault-list.html", shown)
