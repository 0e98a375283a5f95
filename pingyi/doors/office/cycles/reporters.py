"""The roster: who reports, on site or in writing, in which order, and who is voted on."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.next_step import bar_of
from pingyi.doors.office.cycles.roster_lines import roster_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rotation.turn_lines import turn_lines, years_of
from pingyi.doors.office.sent_fields import faults_of, number_in, rows_in, sent_number, typed_number
from pingyi.review.cycles.domain.gaps import Page
from pingyi.review.cycles.queries.lookup import find_cycle, find_meeting, find_reporter
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.queries.roster import roster_of
from pingyi.review.cycles.rules import may_prepare, may_read_plan
from pingyi.review.cycles.services import (
    RosterLine,
    move_reporter,
    order_reporters,
    propose_reporters,
)
from pingyi.review.rotation.queries.board import turn_board
from pingyi.review.rotation.services import settle_roster

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
def reporter_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST saves the table: `mode-ID`=on_site|written, `voted-ID`=on, `order-ID`=n (on site), `meeting-ID`; `reason-ID`
    where somebody moves against the proposal.

    Only rows whose `mode-ID` is sent are saved; a row without `voted-ID` is not voted on.
    """
    cycle = find_cycle(cycle_id)
    if request.method != "POST":
        return roster_page(request, cycle)
    try:
        count = settle_roster(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            lines=_sent_lines(request),
            reasons=rows_in(request.POST, "reason"),
        )
    except Refused as refusal:
        return roster_page(request, cycle, refusal)
    messages.success(
        request, Words("名册存好了，{count}位有变动。", count=count) if count else Words("名册没有变动。")
    )
    return redirect("office:reporter-list", cycle_id)


@office_page
@require_POST
def reporters_propose(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting` (may be left out when there is one meeting)."""
    cycle = find_cycle(cycle_id)
    try:
        meeting = find_meeting(cycle, sent_number(request.POST, "meeting") or _only_meeting(cycle))
        proposal = propose_reporters(actor=request.actor, now=now(), cycle=cycle, meeting=meeting)
    except Refused as refusal:
        return roster_page(request, cycle, refusal)
    words = (
        Words("{added}位列进了名册，先都算书面。", added=len(proposal.added))
        if proposal.added
        else Words("没有要补的，名册没有变动。")
    )
    if proposal.without_anyone:
        words += Words(
            "{without_anyone}个单位没有在任的书记，也没有主持工作的副书记，列在页尾。",
            without_anyone=len(proposal.without_anyone),
        )
    messages.success(request, words)
    return redirect("office:reporter-list", cycle_id)


@office_page
@require_POST
def reporter_move(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """POST `step` = -1 or 1, `seen` = numbers of those on site as the page showed them, with commas (may be left out).

    Leads back with the keyboard on the same arrow.
    """
    cycle = find_cycle(cycle_id)
    step = -1 if request.POST.get("step") == "-1" else 1
    try:
        reporter = find_reporter(cycle, reporter_id)
        move_reporter(
            actor=request.actor, now=now(), reporter=reporter, step=step, seen=_sent_order(request, "seen")
        )
    except Refused as refusal:
        return roster_page(request, cycle, refusal)
    address = reverse("office:reporter-list", args=[cycle_id])
    # No fragment: browsers leave autofocus alone where the address has one.
    return redirect(f"{address}?moved={reporter_id}&step={step}")


@office_page
@require_POST
def reporter_order(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting`, `order` and `seen`: numbers of those on site with commas, as wanted and as the page showed."""
    cycle = find_cycle(cycle_id)
    try:
        meeting = find_meeting(cycle, sent_number(request.POST, "meeting"))
        wanted = _sent_order(request, "order") or []
        seen = _sent_order(request, "seen")
        is_changed = order_reporters(
            actor=request.actor, now=now(), meeting=meeting, wanted=wanted, seen=seen
        )
    except Refused as refusal:
        return roster_page(request, cycle, refusal)
    messages.success(request, Words("先后存好了。") if is_changed else Words("先后没有变动。"))
    return redirect(f"{reverse('office:reporter-list', args=[cycle_id])}#speaking-{meeting.pk}")


def roster_page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    """The page; with a refusal it keeps what was typed."""
    if not may_read_plan(request.actor, cycle):
        raise Forbidden
    meetings = meetings_of(cycle)
    roster = roster_of(cycle, meetings)
    board = turn_board(cycle)
    turns = turn_lines(board)
    may_prepare_it = may_prepare(request.actor, cycle)
    sent = request.POST if refusal else {}
    shown = {
        "cycle": cycle,
        "may_edit": may_prepare_it and cycle.state == "draft",
        "bar": bar_of(cycle, Page.REPORTERS, may_edit=may_prepare_it),
        "refusal": refusal,
        "meetings": meetings,
        "roster": roster,
        "lines": roster_lines(roster, turns, sent, faults_of(refusal)),
        "board": board,
        "years": years_of(board),
        "tab": "roster",
        "moved": number_in(request.GET.get("moved", "")),
        "moved_step": request.GET.get("step", ""),
        "each_minutes": (roster.settings.speech_seconds + roster.settings.comment_seconds) / 60,
    }
    return render(request, "office/reporter-list.html", shown, status=refusal.status if refusal else 200)


def _sent_lines(request: OfficeRequest) -> dict[int, RosterLine]:
    sent = request.POST
    return {
        pk: RosterLine(
            mode=mode,
            is_voted_on=f"voted-{pk}" in sent,
            order=typed_number(sent, f"order-{pk}") or None,
            meeting_id=sent_number(sent, f"meeting-{pk}") or None,
        )
        for pk, mode in rows_in(sent, "mode").items()
    }


def _sent_order(request: OfficeRequest, field: str) -> list[int] | None:
    """Numbers with commas between them; None where the field was not sent."""
    text = request.POST.get(field)
    return None if text is None else [number_in(part.strip()) for part in text.split(",") if part.strip()]


def _only_meeting(cycle: "Cycle") -> int:
    meetings = meetings_of(cycle)
    if not meetings:
        raise Refused(Words("还没有会议，名册没有地方放。先在“方案和会议”里加一场。"), code="meeting.none")
    if len(meetings) > 1:
        raise Refused(Words("有几场会议，请选名册列在哪一场。"), code="meeting.choose", field="meeting")
    return int(meetings[0].pk)
