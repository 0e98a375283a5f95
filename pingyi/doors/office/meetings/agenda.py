"""The agenda: its order, who is skipped and why, items of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.meetings.acting import act_and_return, number_in
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.collection.rules import may_read_collection
from pingyi.review.meetings.domain.agenda import SittingState
from pingyi.review.meetings.domain.countdown import say_length
from pingyi.review.meetings.queries import agenda_of, find_run_meeting, find_sitting, sitting_of
from pingyi.review.meetings.queries.comments import find_reporter
from pingyi.review.meetings.queries.sittings import find_item, not_on_agenda
from pingyi.review.meetings.rules import may_run_meeting, may_watch_meeting
from pingyi.review.meetings.services import insert_item, insert_reporter, move_item, restore_item, skip_item

if TYPE_CHECKING:
    from pingyi.review.meetings.models import AgendaItem


@dataclass(frozen=True)
class AgendaRow:
    """An item with its time in words."""

    item: AgendaItem
    length: str


@office_page
@require_GET
def show(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    return _page(request, meeting_id)


@office_page
@require_POST
def move(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    item = find_item(find_run_meeting(meeting_id), number_in(request, "item"))
    places = -1 if request.POST.get("places") == "-1" else 1
    return act_and_return(
        request,
        lambda: move_item(actor=request.actor, now=now(), item=item, places=places),
        _here(meeting_id),
        place=f"item-{item.pk}",
    )


@office_page
@require_POST
def skip(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    item = find_item(find_run_meeting(meeting_id), number_in(request, "item"))
    reason = request.POST.get("reason", "")
    return act_and_return(
        request,
        lambda: skip_item(actor=request.actor, now=now(), item=item, reason=reason),
        _here(meeting_id),
        Words("“{title}”跳过了，原因已记下。", title=item.title),
        place=f"item-{item.pk}",
    )


@office_page
@require_POST
def restore(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    item = find_item(find_run_meeting(meeting_id), number_in(request, "item"))
    return act_and_return(
        request,
        lambda: restore_item(actor=request.actor, now=now(), item=item),
        _here(meeting_id),
        Words("“{title}”回到议程里了。", title=item.title),
        place=f"item-{item.pk}",
    )


@office_page
@require_POST
def insert(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    sitting = find_sitting(find_run_meeting(meeting_id))
    typed = {name: request.POST.get(name, "").strip() for name in ("title", "minutes", "before")}
    try:
        item = insert_item(
            actor=request.actor,
            now=now(),
            sitting=sitting,
            title=typed["title"],
            minutes=_minutes(typed["minutes"]),
            before=int(typed["before"]) if typed["before"].isdigit() else None,
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, meeting_id, typed=typed, refusal=refusal)
    return redirect(f"{_here(meeting_id)}#item-{item.pk}")


@office_page
@require_POST
def add_reporter(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    meeting = find_run_meeting(meeting_id)
    sitting, reporter = find_sitting(meeting), find_reporter(meeting, number_in(request, "reporter"))
    return act_and_return(
        request,
        lambda: insert_reporter(actor=request.actor, now=now(), sitting=sitting, reporter=reporter),
        _here(meeting_id),
        Words("{organisation}排进议程了。", organisation=reporter.organisation.name),
    )


def _page(
    request: OfficeRequest,
    meeting_id: int,
    typed: dict[str, str] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    meeting = find_run_meeting(meeting_id)
    if not may_watch_meeting(request.actor, meeting):
        raise Forbidden
    sitting = sitting_of(meeting)
    items = agenda_of(sitting) if sitting else []
    shown = {
        "meeting": meeting,
        "sitting": sitting,
        "items": items,
        "rows": [AgendaRow(item, say_length(item.planned_seconds)) for item in items],
        "missing": not_on_agenda(meeting, items) if sitting else [],
        "done": sum(item.state in {"done", "skipped"} for item in items),
        "minutes": sum(item.planned_seconds for item in items if item.state == "waiting") // 60,
        "may_change": sitting is not None
        and sitting.state != SittingState.ENDED
        and may_run_meeting(request.actor, meeting),
        "may_read_collection": may_read_collection(request.actor, meeting),
        "typed": typed or {},
        "refusal": refusal,
    }
    return render(request, "office/agenda-show.html", shown, status=refusal.status if refusal else 200)


def _minutes(text: str) -> int:
    words = text.removesuffix(Words("分钟")) or "0"
    if not words.isascii() or not words.isdigit():
        raise Refused(
            Words("“{text}”不是分钟数。写整数，例如10；不限时就空着。", text=text),
            code="agenda.minutes",
            field="minutes",
        )
    return int(words)


def _here(meeting_id: int) -> str:
    return reverse("office:agenda-show", args=[meeting_id])
