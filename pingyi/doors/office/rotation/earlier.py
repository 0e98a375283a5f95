"""Who reported on site before the system knew of it: entered on a page or from a sheet."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.sheets.writing import write_book
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, rows_in
from pingyi.doors.office.sent_file import sent_list
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.rotation.domain.earlier import EARLIER_FORM
from pingyi.review.rotation.queries.history import entry_rows
from pingyi.review.rotation.rules import may_decide_turns, may_read_turns
from pingyi.review.rotation.services import EarlierFaulty, enter_earlier_turns, import_earlier_turns

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILE_NAME = "%E4%BB%A5%E5%BE%80%E7%8E%B0%E5%9C%BA%E8%BF%B0%E8%81%8C.xlsx"


@office_page
def earlier_turn_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `years-ORGANISATION`: 2019、2023, or 无, or nothing for unknown."""
    cycle = find_cycle(cycle_id)
    if request.method != "POST":
        return _page(request, cycle)
    try:
        count = enter_earlier_turns(
            actor=request.actor, now=now(), cycle=cycle, typed=rows_in(request.POST, "years")
        )
    except Refused as refusal:
        return _page(request, cycle, refusal)
    return _entered(request, cycle_id, count)


@office_page
@require_POST
def earlier_turn_import(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `file`, an .xlsx with 单位, 现场述职的年度."""
    cycle = find_cycle(cycle_id)
    try:
        count = import_earlier_turns(actor=request.actor, now=now(), cycle=cycle, content=sent_list(request))
    except Refused as refusal:
        return _page(request, cycle, refusal)
    return _entered(request, cycle_id, count)


@office_page
@require_GET
def earlier_turn_sheet(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """The workbook to fill in, with every organisation and what is entered for it already."""
    cycle = find_cycle(cycle_id)
    if not may_read_turns(request.actor, cycle):
        raise Forbidden
    lines = [{"organisation": row.organisation.name, "years": row.typed} for row in entry_rows(cycle)]
    response = HttpResponse(write_book((EARLIER_FORM,), {EARLIER_FORM.name: lines}), content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{FILE_NAME}"
    return response


def _entered(request: OfficeRequest, cycle_id: int, count: int) -> HttpResponse:
    messages.success(
        request, Words("{count}个单位的以往现场记下了。", count=count) if count else Words("没有变动。")
    )
    return redirect("office:earlier-turn-list", cycle_id)


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    if not may_read_turns(request.actor, cycle):
        raise Forbidden
    faults = faults_of(refusal)
    rows = entry_rows(cycle)
    sent = request.POST if refusal else {}
    shown = {
        "cycle": cycle,
        "lines": [
            (
                row,
                sent.get(f"years-{row.organisation.pk}", row.typed),
                faults.get(f"years-{row.organisation.pk}", ""),
            )
            for row in rows
        ],
        "known": sum(row.entry is not None and row.entry.years is not None for row in rows),
        "may_edit": may_decide_turns(request.actor, cycle),
        "refusal": refusal if refusal and "file" not in faults else None,
        "file_fault": faults.get("file", ""),
        "sheet_faults": refusal.faults[:100] if isinstance(refusal, EarlierFaulty) else [],
        "tab": "earlier",
    }
    return render(request, "office/earlier-turn-list.html", shown, status=refusal.status if refusal else 200)
