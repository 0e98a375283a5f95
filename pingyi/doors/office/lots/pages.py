"""The draw of a meeting: what comes next, every draw so far, and the record that anybody can repeat."""

import json
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.lots.form import source_lines
from pingyi.doors.office.lots.next_step import bar_of_lot
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.cycles.domain.fingerprint import canonical_text
from pingyi.review.cycles.queries.lookup import find_cycle, find_meeting
from pingyi.review.lots.phrases import SOURCE_KINDS
from pingyi.review.lots.queries.lots import MeetingLots, find_lot, lots_of, lots_of_cycle
from pingyi.review.lots.rules import may_announce_lot, may_draw_lot, may_read_lots

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, ReviewMeeting


@office_page
@require_GET
def lot_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Every meeting with its draws; with one meeting, that meeting."""
    cycle = find_cycle(cycle_id)
    if not may_read_lots(request.actor, cycle):
        raise Forbidden
    meetings = lots_of_cycle(cycle)
    if len(meetings) == 1:
        return redirect("office:lot-show", cycle_id, meetings[0].meeting.pk)
    shown = {"cycle": cycle, "meetings": meetings, "tab": "lots", "has_tabs": _has_tabs(request)}
    return render(request, "office/lot-list.html", shown)


@office_page
@require_GET
def lot_show(request: OfficeRequest, cycle_id: int, planned_id: int) -> HttpResponse:
    """The draw of one meeting: announce, enter the numbers, confirm."""
    cycle = find_cycle(cycle_id)
    return lot_page(request, cycle, find_meeting(cycle, planned_id))


@office_page
@require_GET
def lot_record(request: OfficeRequest, cycle_id: int, planned_id: int, number: int) -> HttpResponse:
    """The record of one draw on paper, with room for signatures."""
    cycle = find_cycle(cycle_id)
    if not may_read_lots(request.actor, cycle):
        raise Forbidden
    meeting = find_meeting(cycle, planned_id)
    row = find_lot(meeting, number)
    shown = {
        "cycle": cycle,
        "planned": meeting,
        "row": row,
        "others": [one for one in lots_of(meeting).lots if one.lot.pk != row.lot.pk],
        "text": canonical_text(row.lot.announcement),
        "kinds": SOURCE_KINDS,
    }
    return render(request, "office/lot-record.html", shown)


@office_page
@require_GET
def lot_file(request: OfficeRequest, cycle_id: int, planned_id: int, number: int) -> HttpResponse:
    """The record as a file, for `draw FILE` or a few lines of one's own."""
    cycle = find_cycle(cycle_id)
    if not may_read_lots(request.actor, cycle):
        raise Forbidden
    row = find_lot(find_meeting(cycle, planned_id), number)
    if row.drawn is None:
        raise Refused(Words("还没有抽，没有记录可以下载。"), code="lot.not_drawn")
    content = json.dumps(row.record, ensure_ascii=False, indent=1) + "\n"
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="lot-{cycle.year}-{planned_id}-{number}.json"'
    return response


def lot_page(
    request: OfficeRequest,
    cycle: "Cycle",
    meeting: "ReviewMeeting",
    refusal: Refused | None = None,
    failed: str = "",
) -> HttpResponse:
    """The page; with a refusal, the form that `failed` keeps what was typed."""
    if not may_read_lots(request.actor, cycle):
        raise Forbidden
    lots = lots_of(meeting)
    faults = faults_of(refusal)
    may_announce = may_announce_lot(request.actor, cycle) and not lots.is_over
    shown = {
        "cycle": cycle,
        "planned": meeting,
        "lots": lots,
        "newest": lots.newest,
        "may_announce": may_announce,
        "may_draw": may_draw_lot(request.actor, cycle) and not lots.is_over,
        "may_confirm": may_announce and cycle.state == "draft",
        "bar": bar_of_lot(lots, cycle, may_announce=may_announce),
        "sources": source_lines(request.POST if failed == "announce" else None),
        "reason": request.POST.get("reason", "") if failed == "announce" else "",
        "numbers": _number_lines(request, lots, faults, is_failed=failed == "draw"),
        "witnesses": request.POST.get("witnesses", "") if failed == "draw" else _witnesses(lots),
        "faults": faults,
        "failed": failed,
        "refusal": refusal if refusal and not set(faults) - {"sources"} else None,
        "kinds": SOURCE_KINDS,
        "tab": "lots",
        "has_tabs": _has_tabs(request),
    }
    return render(request, "office/lot-show.html", shown, status=refusal.status if refusal else 200)


def _number_lines(
    request: OfficeRequest, lots: MeetingLots, faults: dict[str, str], *, is_failed: bool
) -> list[tuple[dict[str, object], str, str]]:
    if lots.newest is None:
        return []
    return [
        (
            source,
            request.POST.get(f"number-{place}", "") if is_failed else "",
            faults.get(f"number-{place}", ""),
        )
        for place, source in enumerate(lots.newest.sources)
    ]


def _witnesses(lots: MeetingLots) -> str:
    """Those who give numbers are there; others are added."""
    if lots.newest is None:
        return ""
    return listed(str(one["label"]) for one in lots.newest.sources if one["kind"] == "witness")


def _has_tabs(request: OfficeRequest) -> bool:
    """The pages beside this one are for those who prepare or lead."""
    return request.actor.has_role("clerk", "leader")
