"""The console of the one who runs the meeting, and the list of meetings."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.hall.qr import address_qr
from pingyi.doors.hall.views import milliseconds
from pingyi.doors.office.meetings.acting import act_and_return, number_in
from pingyi.doors.office.meetings.console import Console, console_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.meetings.queries import find_run_meeting, find_sitting
from pingyi.review.meetings.queries.sittings import find_item, meetings_of_institution
from pingyi.review.meetings.rules import (
    may_read_words,
    may_record_words,
    may_run_meeting,
    may_use_desk,
    may_watch_meeting,
)
from pingyi.review.meetings.services import (
    end_item,
    end_sitting,
    open_sitting,
    reopen_sitting,
    set_hall_network,
    start_item,
)


@office_page
@require_GET
def show_list(request: OfficeRequest) -> HttpResponse:
    """All meetings, the newest first."""
    if not request.actor.has_role("clerk", "leader", "scrutineer", "counter"):
        raise Forbidden
    return render(request, "office/meeting-list.html", {"rows": meetings_of_institution()})


@office_page
@require_GET
def show(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The whole console."""
    console = _console(request, meeting_id)
    shown = {**_shown(request, console), "hall_address": "", "hall_qr": ""}
    if console.sitting:
        address = request.build_absolute_uri(reverse("hall:screen-show", args=[console.sitting.hall_key]))
        shown |= {"hall_address": address, "hall_qr": address_qr(address)}
    return render(request, "office/meeting-control.html", shown)


@office_page
@require_GET
def fragment(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The part of the console that follows the meeting."""
    return render(request, "office/_meeting-now.html", _shown(request, _console(request, meeting_id)))


@office_page
@require_POST
def open_hall(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    meeting = find_run_meeting(meeting_id)
    return act_and_return(
        request,
        lambda: open_sitting(actor=request.actor, now=now(), meeting=meeting),
        _here(meeting_id),
        Words("会场打开了，议程按方案排好。"),
    )


@office_page
@require_POST
def start(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    item = find_item(find_run_meeting(meeting_id), number_in(request, "item"))
    return act_and_return(
        request,
        lambda: start_item(actor=request.actor, now=now(), item=item),
        _here(meeting_id),
    )


@office_page
@require_POST
def stop(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    item = find_item(find_run_meeting(meeting_id), number_in(request, "item"))
    return act_and_return(
        request, lambda: end_item(actor=request.actor, now=now(), item=item), _here(meeting_id)
    )


@office_page
@require_POST
def end(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Who may not end it only because problems have no home is led to where they get one."""
    sitting = find_sitting(find_run_meeting(meeting_id))
    return act_and_return(
        request,
        lambda: end_sitting(actor=request.actor, now=now(), sitting=sitting),
        _here(meeting_id),
        Words("会议结束了。"),
        remedies={"sitting.problems_without_home": reverse("office:sentence-list", args=[meeting_id])},
    )


@office_page
@require_POST
def reopen(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    sitting = find_sitting(find_run_meeting(meeting_id))
    return act_and_return(
        request,
        lambda: reopen_sitting(actor=request.actor, now=now(), sitting=sitting),
        _here(meeting_id),
        Words("会议恢复了，议程和签到可以接着办。"),
    )


@office_page
@require_POST
def network(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    sitting = find_sitting(find_run_meeting(meeting_id))
    name, password = request.POST.get("network_name", ""), request.POST.get("network_password", "")
    return act_and_return(
        request,
        lambda: set_hall_network(
            actor=request.actor, now=now(), sitting=sitting, name=name, password=password
        ),
        _here(meeting_id),
        Words("会场网络记下了，测评时会显示在会场屏幕上。"),
    )


def _console(request: OfficeRequest, meeting_id: int) -> Console:
    meeting = find_run_meeting(meeting_id)
    if not may_watch_meeting(request.actor, meeting):
        raise Forbidden
    return console_of(meeting, now())


def _shown(request: OfficeRequest, console: Console) -> dict[str, object]:
    return {
        "meeting": console.meeting,
        "sitting": console.sitting,
        "console": console,
        "may_run": may_run_meeting(request.actor, console.meeting),
        "may_use_desk": may_use_desk(request.actor, console.meeting),
        "may_read_words": may_read_words(request.actor, console.meeting),
        "may_record_words": may_record_words(request.actor, console.meeting),
        "may_follow": console.step.is_for_all or may_read_words(request.actor, console.meeting),
        "now_ms": milliseconds(now()),
        "topic": f"meeting:{console.meeting.pk}",
    }


def _here(meeting_id: int) -> str:
    return reverse("office:meeting-control", args=[meeting_id])
