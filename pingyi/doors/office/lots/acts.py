"""The three steps of a draw, each a form of its own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.lots.form import sent_sources
from pingyi.doors.office.lots.pages import lot_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.queries.lookup import find_cycle, find_meeting
from pingyi.review.lots.services import announce_lot, confirm_lot, draw_lot

MOST_NUMBERS = 5


@office_page
@require_POST
def lot_announce(request: OfficeRequest, cycle_id: int, planned_id: int) -> HttpResponse:
    """POST `label-N`, `digits-N`, `kind-N`=witness|public for N from 1 to 5, `reason` (from the second draw on)."""
    cycle = find_cycle(cycle_id)
    meeting = find_meeting(cycle, planned_id)
    try:
        lot = announce_lot(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            sources=sent_sources(request.POST),
            reason=request.POST.get("reason", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return lot_page(request, cycle, meeting, refusal, "announce")
    messages.success(
        request, Words("公布了第{round}次抽签的名单和办法。请当众读出指纹，再报数。", round=lot.round)
    )
    return redirect("office:lot-show", cycle_id, planned_id)


@office_page
@require_POST
def lot_draw(request: OfficeRequest, cycle_id: int, planned_id: int) -> HttpResponse:
    """POST `commitment`, `number-0`, `number-1` … in the order of the sources, `witnesses`."""
    cycle = find_cycle(cycle_id)
    meeting = find_meeting(cycle, planned_id)
    try:
        draw_lot(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            commitment=request.POST.get("commitment", ""),
            numbers=[request.POST.get(f"number-{place}", "") for place in range(MOST_NUMBERS)],
            witnesses=request.POST.get("witnesses", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return lot_page(request, cycle, meeting, refusal, "draw")
    messages.success(request, Words("抽出了次序，记下了。确认以后才成为发言先后。"))
    return redirect("office:lot-show", cycle_id, planned_id)


@office_page
@require_POST
def lot_confirm(request: OfficeRequest, cycle_id: int, planned_id: int) -> HttpResponse:
    """POST `commitment`."""
    cycle = find_cycle(cycle_id)
    meeting = find_meeting(cycle, planned_id)
    try:
        confirm_lot(
            actor=request.actor, now=now(), meeting=meeting, commitment=request.POST.get("commitment", "")
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return lot_page(request, cycle, meeting, refusal)
    messages.success(request, Words("现场先后照抽签结果排好了。"))
    return redirect("office:lot-show", cycle_id, planned_id)
