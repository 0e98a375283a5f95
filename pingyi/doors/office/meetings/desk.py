"""The check-in desks, one for each class or one for all: for a tablet in somebody's hand."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.meetings.acting import act_and_return, number_in
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.meetings.domain.agenda import SittingState
from pingyi.review.meetings.queries import find_meeting, find_sitting, sitting_of
from pingyi.review.meetings.queries.attendance import class_attendance, desk_rows, find_desk, find_person
from pingyi.review.meetings.rules import may_use_desk
from pingyi.review.meetings.services import record_arrival, undo_arrival


@office_page
@require_GET
def show_all(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """One desk for all classes."""
    return _page(request, meeting_id, None)


@office_page
@require_GET
def show_class(request: OfficeRequest, meeting_id: int, class_id: int) -> HttpResponse:
    """The desk of one class."""
    return _page(request, meeting_id, class_id)


@office_page
@require_POST
def arrive(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    meeting = find_meeting(meeting_id)
    sitting, person = find_sitting(meeting), find_person(number_in(request, "person"))
    desk = number_in(request, "desk") if request.POST.get("desk") else None
    voter_class = find_desk(meeting, desk) if desk else None
    return act_and_return(
        request,
        lambda: record_arrival(
            actor=request.actor, now=now(), sitting=sitting, person=person, voter_class=voter_class
        ),
        _here(meeting_id, desk),
        place=f"voter-{person.pk}",
    )


@office_page
@require_POST
def undo(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    sitting, person = find_sitting(find_meeting(meeting_id)), find_person(number_in(request, "person"))
    desk = number_in(request, "desk") if request.POST.get("desk") else None
    return act_and_return(
        request,
        lambda: undo_arrival(actor=request.actor, now=now(), sitting=sitting, person=person),
        _here(meeting_id, desk),
        Words("{person}的签到撤了。", person=person.name),
        place=f"voter-{person.pk}",
    )


def _page(request: OfficeRequest, meeting_id: int, class_id: int | None) -> HttpResponse:
    meeting = find_meeting(meeting_id)
    if not may_use_desk(request.actor, meeting):
        raise Forbidden(Words("签到台由经办人、计票人、监票人用。"))
    desk = find_desk(meeting, class_id) if class_id else None
    if desk is not None and desk.pk != class_id:
        return redirect("office:desk-class", meeting_id, desk.pk)
    sitting = sitting_of(meeting)
    wish = request.GET.get("q", "").strip()
    rows = desk_rows(meeting, desk, wish)
    attendance = class_attendance(meeting)
    chosen = [row for row in attendance if desk is None or row.standing.pk == desk.pk]
    shown = {
        "meeting": meeting,
        "sitting": sitting,
        "desk": desk,
        "wish": wish,
        "rows": rows,
        "attendance": attendance,
        "present": sum(row.present for row in chosen),
        "listed": sum(row.listed for row in chosen),
        "is_open": sitting is not None and sitting.state != SittingState.ENDED,
        "topic": f"meeting:{meeting.pk}",
        "here": f"{_here(meeting_id, class_id)}?{urlencode({'q': wish})}",
    }
    is_fragment = request.headers.get("X-Requested-With") == "live"
    return render(request, "office/_desk-rows.html" if is_fragment else "office/desk-show.html", shown)


def _here(meeting_id: int, desk: int | None) -> str:
    if desk is None:
        return reverse("office:desk-all", args=[meeting_id])
    return reverse("office:desk-class", args=[meeting_id, desk])
