"""The template of a year: what the lists of secretaries, or of bodies, begin with."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.duties.row_form import FormRow, rows_sent, rows_typed, with_spare_rows
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.duties.domain.entries import Holder
from pingyi.review.duties.domain.samples import SEEN
from pingyi.review.duties.phrases import HOLDERS, PARTS, STRANDS
from pingyi.review.duties.queries import template_of
from pingyi.review.duties.rules import may_keep_lists, may_read_lists
from pingyi.review.duties.services import save_template

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_http_methods(["GET", "POST"])
def duty_template(request: OfficeRequest, cycle_id: int, duty_holder: str) -> HttpResponse:
    """POST the rows of `row_form`. Lists that were laid out already stay as they are."""
    cycle, kind = find_cycle(cycle_id), _holder(duty_holder)
    if not may_read_lists(request.actor, cycle):
        raise Forbidden(Words("责任清单的模板由经办人写，经办人和领导看。"))
    if request.method == "GET":
        return _page(request, cycle, kind)
    try:
        rows = rows_sent(request.POST.dict(), has_people=False)
        save_template(actor=request.actor, now=now(), cycle=cycle, holder=kind, rows=rows)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, cycle, kind, refusal)
    messages.success(request, Words("模板存好了，{rows}条。以后列的清单照它列。", rows=len(rows)))
    return redirect("office:duty-list", cycle.pk)


def _page(
    request: OfficeRequest, cycle: "Cycle", kind: Holder, refusal: Refused | None = None
) -> HttpResponse:
    template = template_of(cycle, kind)
    faults = faults_of(refusal)
    stored = [
        FormRow(row.number, row.text, row.part, row.strand, row.due_on.isoformat() if row.due_on else "")
        for row in template.rows
    ]
    shown = {
        "cycle": cycle,
        "holder": HOLDERS[kind],
        "template": template,
        "seen": SEEN,
        "rows": rows_typed(request.POST.dict(), faults) if refusal else with_spare_rows(stored),
        "parts": PARTS.items(),
        "strands": STRANDS.items(),
        "may_keep": may_keep_lists(request.actor, cycle),
        "refusal": refusal,
        "rows_fault": faults.get("rows", ""),
    }
    return render(request, "office/duty-template.html", shown, status=refusal.status if refusal else 200)


def _holder(text: str) -> Holder:
    if text not in set(Holder):
        raise Missing(Words("没有这种模板。请回到“责任清单”。"), code="duty_template.missing")
    return Holder(text)
