"""The voter classes of a meeting: weights, order, merges, overlaps."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.doors.office.cycles.class_form import class_fields, sent_class
from pingyi.doors.office.cycles.class_lines import class_lines
from pingyi.doors.office.cycles.next_step import bar_of
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, number_in, rows_in, sent_number
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.domain.gaps import Page
from pingyi.review.cycles.queries.class_board import class_board
from pingyi.review.cycles.queries.lookup import find_class, find_meeting, find_plan
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.rules import may_prepare, may_read_rules
from pingyi.review.cycles.services import (
    add_class,
    decide_class,
    merge_small_class,
    move_class,
    set_equal_weights,
    set_weights,
    unmerge_class,
)

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, ReviewMeeting

NEW_CLASS = "new"


@office_page
@require_GET
def class_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """`?meeting=ID` with several meetings; the first one else."""
    cycle = find_plan(cycle_id)
    return board_page(request, cycle, number_in(request.GET.get("meeting", "")))


@office_page
@require_POST
def class_add(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting`, `name`, `code` and `weight` (may be empty), `is_selected_part`=on, `selection_note`."""
    cycle = find_plan(cycle_id)
    meeting = _sent_meeting(request, cycle)
    try:
        row = add_class(actor=request.actor, now=now(), meeting=meeting, plan=sent_class(request.POST))
    except Refused as refusal:
        return board_page(request, cycle, meeting.pk, refusal, NEW_CLASS)
    messages.success(request, Words("加上了{code}类{row}。接着列它的名单。", code=row.code, row=row.name))
    return redirect("office:class-show", cycle_id, row.pk)


@office_page
@require_POST
def class_weights(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting`, `weight-ID` for each class (0.6 or 60%, empty for not yet)."""
    cycle = find_plan(cycle_id)
    meeting = _sent_meeting(request, cycle)
    try:
        set_weights(actor=request.actor, now=now(), meeting=meeting, typed=rows_in(request.POST, "weight"))
    except Refused as refusal:
        return board_page(request, cycle, meeting.pk, refusal, "weights")
    messages.success(request, Words("权重存好了。"))
    return _back(cycle_id, meeting)


@office_page
@require_POST
def class_equal(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting`."""
    cycle = find_plan(cycle_id)
    meeting = _sent_meeting(request, cycle)
    try:
        weights = set_equal_weights(actor=request.actor, now=now(), meeting=meeting)
    except Refused as refusal:
        return board_page(request, cycle, meeting.pk, refusal)
    words = {share_text(weight) for weight in weights.values()}
    if len(words) == 1:
        messages.success(request, Words("{weights}类各{pop}。", weights=len(weights), pop=words.pop()))
    else:
        shown = listed(
            (
                Words("{code}类{share_text}", code=code, share_text=share_text(weight))
                for code, weight in weights.items()
            ),
            "，",
        )
        messages.success(
            request, Words("{weights}类除不尽，零头算在第一类：{shown}。", weights=len(weights), shown=shown)
        )
    return _back(cycle_id, meeting)


@office_page
@require_POST
def class_decide(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting`, `class-PERSON` = number of the class, or `order` to leave it to the order of the classes."""
    cycle = find_plan(cycle_id)
    meeting = _sent_meeting(request, cycle)
    choices = {
        person: None if text == "order" else number_in(text)
        for person, text in rows_in(request.POST, "class").items()
    }
    try:
        count = decide_class(actor=request.actor, now=now(), meeting=meeting, choices=choices)
    except Refused as refusal:
        return board_page(request, cycle, meeting.pk, refusal)
    messages.success(
        request, Words("{count}人在哪一类投票改好了。", count=count) if count else Words("没有变动。")
    )
    return _back(cycle_id, meeting)


@office_page
@require_POST
def class_move(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST `step` = -1 or 1."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        step = -1 if request.POST.get("step") == "-1" else 1
        move_class(actor=request.actor, now=now(), voter_class=row, step=step)
    except Refused as refusal:
        return board_page(request, cycle, row.meeting_id, refusal)
    return _back(cycle_id, row.meeting)


@office_page
@require_POST
def class_merge(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST `into` (number of the class), `reason`."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        into = find_class(cycle, sent_number(request.POST, "into"))
        merge_small_class(
            actor=request.actor, now=now(), voter_class=row, into=into, reason=request.POST.get("reason", "")
        )
    except Refused as refusal:
        return board_page(request, cycle, row.meeting_id, refusal, f"merge{row.pk}")
    messages.success(
        request,
        Words("{code}类并入{code_2}类投票。", code=row.code, code_2=into.code)
        if cycle.polled_id
        else Words(
            "{code}类并入{code_2}类：发{code_2}类的票，进{code_2}类的票箱，权重加到{code_2}类。",
            code=row.code,
            code_2=into.code,
        ),
    )
    return _back(cycle_id, row.meeting)


@office_page
@require_POST
def class_unmerge(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST nothing."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        unmerge_class(actor=request.actor, now=now(), voter_class=row)
    except Refused as refusal:
        return board_page(request, cycle, row.meeting_id, refusal)
    messages.success(
        request,
        Words("{code}类又单独投票了。", code=row.code)
        if cycle.polled_id
        else Words("{code}类又单独投票了，权重也还给它。", code=row.code),
    )
    return _back(cycle_id, row.meeting)


def board_page(
    request: OfficeRequest,
    cycle: "Cycle",
    meeting_id: int = 0,
    refusal: Refused | None = None,
    failed: str = "",
) -> HttpResponse:
    """The page of one meeting's classes; with a refusal, the form that `failed` keeps what was typed."""
    if not may_read_rules(request.actor, cycle):
        raise Forbidden
    meetings = meetings_of(cycle)
    meeting = next((one for one in meetings if one.pk == meeting_id), meetings[0] if meetings else None)
    may_prepare_it = may_prepare(request.actor, cycle)
    board = class_board(meeting) if meeting else None
    sent = request.POST if refusal else {}
    faults = faults_of(refusal)
    new = FormState(
        NEW_CLASS, {}, sent if failed == NEW_CLASS else None, faults if failed == NEW_CLASS else None
    )
    shown = {
        "cycle": cycle,
        "meetings": meetings,
        "in_view": meeting,
        "board": board,
        "lines": class_lines(board, sent, faults, failed) if board else [],
        "sum_text": share_text(board.sum) if board else "",
        "may_edit": may_prepare_it and cycle.state == "draft",
        "bar": bar_of(cycle, Page.CLASSES, may_edit=may_prepare_it),
        "refusal": refusal,
        "is_general": refusal is not None and not faults,
        "fields": class_fields(new, has_weight=not cycle.polled_id),
    }
    return render(request, "office/class-list.html", shown, status=refusal.status if refusal else 200)


def _sent_meeting(request: OfficeRequest, cycle: "Cycle") -> "ReviewMeeting":
    return find_meeting(cycle, sent_number(request.POST, "meeting"))


def _back(cycle_id: int, meeting: "ReviewMeeting") -> HttpResponse:
    return redirect(f"{reverse('office:class-list', args=[cycle_id])}?meeting={meeting.pk}")
