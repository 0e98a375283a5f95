"""The reading on phones: opened for a stated time, closed, told on a printed notice."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.documents.render.posters import pdf_poster
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.collection.show import collection_page
from pingyi.doors.office.drawing.dates import say_moment
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_moment
from pingyi.review.ballots.domain.address import read_address
from pingyi.review.collection.documents import ReadingNotice, reading_notice
from pingyi.review.collection.domain.opening import is_open
from pingyi.review.collection.queries import room_of
from pingyi.review.collection.rules import may_prepare_reading
from pingyi.review.collection.services import close_reading, open_reading
from pingyi.review.meetings.queries import find_review_meeting


@office_page
@require_POST
def open_room(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: until (2026-01-19T09:00), new_address (on: what was printed before no longer works)."""
    meeting = find_review_meeting(meeting_id)
    try:
        room = open_reading(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            until=_until(request),
            with_new_address="new_address" in request.POST,
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return collection_page(request, meeting, refusal, request.POST.get("until", ""))
    messages.success(
        request,
        Words(
            "开放了，到{say_moment}为止。有网址的人都能看，到时自动关闭。",
            say_moment=say_moment(room.open_until),
        ),
    )
    return redirect(f"{reverse('office:collection-show', args=[meeting_id])}#reading")


@office_page
@require_POST
def close_room(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """No fields."""
    close_reading(actor=request.actor, now=now(), meeting=find_review_meeting(meeting_id))
    messages.success(request, Words("关闭了，手机上现在打不开。"))
    return redirect(f"{reverse('office:collection-show', args=[meeting_id])}#reading")


@office_page
@require_GET
def notice(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The printed notice; `?address=` is where phones reach this server, else as this browser does."""
    meeting = find_review_meeting(meeting_id)
    if not may_prepare_reading(request.actor, meeting):
        raise Forbidden(Words("会前阅读的告示由经办人印。"))
    room = room_of(meeting)
    if room is None or not is_open(open_until=room.open_until, closed_at=room.closed_at, now=now()):
        raise Missing(Words("会前阅读没有开放，没有告示可印。先在“材料汇编”页开放。"), code="reading.closed")
    typed = request.GET.get("address", "").strip()
    server = read_address(typed) if typed else f"{request.scheme}://{request.get_host()}"
    told = ReadingNotice(
        convenor=meeting.cycle.convenor.name,
        meeting=meeting.name,
        link=server + reverse("reading:list", args=[room.key]),
        until=say_moment(room.open_until),
    )
    file = pdf_poster(reading_notice(told))
    return file_answer(file.content, file.name.removesuffix(".pdf"), "pdf", file.media_type)


def _until(request: OfficeRequest) -> datetime:
    until = sent_moment(request.POST, "until")
    if until is None:
        raise Refused(Words("写明开放到什么时候，没有开放。"), code="reading.until", field="until")
    return until
