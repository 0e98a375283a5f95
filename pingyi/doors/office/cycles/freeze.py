"""Freezing the plan, and opening it again with a reason."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.meeting_form import MEETING_MODES
from pingyi.doors.office.cycles.next_step import gap_lines
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.cycles.domain.fingerprint import canonical_text, fingerprint_of, spoken
from pingyi.review.cycles.queries.document import plan_document
from pingyi.review.cycles.queries.lookup import find_plan
from pingyi.review.cycles.queries.plan import gaps_of
from pingyi.review.cycles.queries.summary import plan_summary
from pingyi.review.cycles.rules import may_prepare, may_read_plan
from pingyi.review.cycles.services import freeze_cycle, unfreeze_cycle

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
def cycle_freeze(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST nothing: freezes. A second click finds the plan frozen and says so."""
    cycle = find_plan(cycle_id)
    if request.method != "POST":
        return _page(request, cycle)
    try:
        frozen = freeze_cycle(actor=request.actor, now=now(), cycle=cycle)
    except Refused as refusal:
        return _page(request, find_plan(cycle_id), refusal)
    messages.success(request, Words("方案封存了，指纹 {spoken}。", spoken=spoken(frozen.fingerprint)))
    return redirect("office:cycle-freeze", cycle_id)


@office_page
@require_POST
def cycle_unfreeze(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `reason`."""
    cycle = find_plan(cycle_id)
    try:
        unfreeze_cycle(actor=request.actor, now=now(), cycle=cycle, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        return _page(request, cycle, refusal)
    messages.success(request, Words("方案解封了，理由记在办事记录里。改完要重新封存，指纹会变。"))
    return redirect("office:cycle-freeze", cycle_id)


@office_page
@require_GET
def cycle_document(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """The canonical text of the plan: its SHA-256 is the fingerprint, for everybody to recompute."""
    cycle = find_plan(cycle_id)
    if not may_read_plan(request.actor, cycle):
        raise Forbidden
    response = HttpResponse(
        canonical_text(plan_document(cycle)), content_type="application/json; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="plan-{cycle.year}-{cycle.pk}.json"'
    return response


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    if not may_read_plan(request.actor, cycle):
        raise Forbidden
    is_draft = cycle.state == "draft"
    gaps = gaps_of(cycle) if is_draft else []
    fingerprint = fingerprint_of(plan_document(cycle))
    state = FormState("", {}, request.POST if refusal else None, faults_of(refusal))
    shown = {
        "cycle": cycle,
        "is_draft": is_draft,
        "may_edit": may_prepare(request.actor, cycle),
        "refusal": refusal if refusal and not faults_of(refusal) else None,
        "missing": gap_lines(cycle, [gap for gap in gaps if gap.is_blocking]),
        "notices": gap_lines(cycle, [gap for gap in gaps if not gap.is_blocking]),
        "fingerprint": spoken(cycle.fingerprint or fingerprint),
        "whole_fingerprint": cycle.fingerprint or fingerprint,
        "is_same": cycle.fingerprint in ("", fingerprint),
        "summary": plan_summary(cycle),
        "modes": MEETING_MODES,
        "reason": state.field(
            "reason", Words("为什么要解封"), hint=Words("记入办事记录，谁也删不掉。"), is_required=True
        ),
    }
    return render(request, "office/cycle-freeze.html", shown, status=refusal.status if refusal else 200)
