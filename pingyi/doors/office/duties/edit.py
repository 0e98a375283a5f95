"""The entries of one list, written all at once."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.duties.reading import readable_list
from pingyi.doors.office.duties.row_form import FormRow, rows_sent, rows_typed, with_spare_rows
from pingyi.doors.office.duties.words import whose
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, sent_number
from pingyi.review.cycles.queries.people import label_of
from pingyi.review.duties.domain.entries import ReportState
from pingyi.review.duties.phrases import PARTS, STRANDS
from pingyi.review.duties.queries.lookup import items_in_force
from pingyi.review.duties.rules import may_keep_lists
from pingyi.review.duties.services import save_list
from pingyi.review.rectification.queries.responsible import people_of

if TYPE_CHECKING:
    from pingyi.review.duties.models import DutyItem, DutyList


@office_page
@require_http_methods(["GET", "POST"])
def duty_edit(request: OfficeRequest, duty_list_id: int) -> HttpResponse:
    """POST the rows of `row_form`, version (the one seen), and reason once the list is in force."""
    row = readable_list(request.actor, duty_list_id)
    if not may_keep_lists(request.actor, row.cycle):
        raise Forbidden(Words("责任清单由经办人列，您的账号只能看。"))
    if request.method == "GET":
        return _page(request, row)
    try:
        is_changed = save_list(
            actor=request.actor,
            now=now(),
            duty_list=row,
            rows=rows_sent(request.POST.dict(), has_people=True),
            seen_version=sent_number(request.POST, "version"),
            reason=request.POST.get("reason", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, readable_list(request.actor, duty_list_id), refusal)
    messages.success(request, Words("清单存好了。") if is_changed else Words("没有变动。"))
    return redirect("office:duty-show", row.pk)


def _page(request: OfficeRequest, row: "DutyList", refusal: Refused | None = None) -> HttpResponse:
    items = items_in_force(row)
    faults = faults_of(refusal)
    settled = frozenset(one.pk for one in items if one.state != ReportState.OPEN)
    is_issued = row.state == row.State.ISSUED
    reason = FormState("edit", {}, request.POST.dict() if refusal else None, faults)
    shown = {
        "cycle": row.cycle,
        "duty_list": row,
        "whose": whose(row),
        "is_issued": is_issued,
        "rows": rows_typed(request.POST.dict(), faults, settled)
        if refusal
        else with_spare_rows(_rows(items)),
        # Kept as it was seen: whoever was overtaken compares before saving again.
        "version": request.POST.get("version") if refusal else row.version,
        "parts": PARTS.items(),
        "strands": STRANDS.items(),
        "people": [label_of(one) for one in people_of(row.organisation)],
        "reason_field": reason.field("reason", Words("为什么改"), hint=Words("单位在每一条的经过里看得到")),
        "refusal": refusal,
        "rows_fault": faults.get("rows", ""),
    }
    return render(request, "office/duty-edit.html", shown, status=refusal.status if refusal else 200)


def _rows(items: "list[DutyItem]") -> list[FormRow]:
    return [
        FormRow(
            place,
            one.text,
            one.part,
            one.strand,
            one.due_on.isoformat() if one.due_on else "",
            label_of(one.responsible) if one.responsible else "",
            one.pk,
            one.state != ReportState.OPEN,
        )
        for place, one in enumerate(items, start=1)
    ]
