"""The way of a meeting from its signed minutes to the level above: put right, filed, confirmed or returned."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.decisions.acting import act_on_meeting
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_day
from pingyi.ledgers.decisions.queries.lookup import record_of
from pingyi.ledgers.decisions.services import correct_minutes, file_meeting, inform_absent
from pingyi.ledgers.kit.services import confirm_record, return_record

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import DecisionMeeting, MeetingRecord


@office_page
@require_POST
def meeting_file(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST nothing."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "file",
        lambda meeting: file_meeting(actor=request.actor, now=now(), meeting=meeting),
        Words("报上去了，等上级确认。"),
    )


@office_page
@require_POST
def meeting_confirm(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST nothing."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "confirm",
        lambda meeting: confirm_record(actor=request.actor, now=now(), record=_record(meeting)),
        Words("确认了。"),
    )


@office_page
@require_POST
def meeting_return(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST `reason`."""
    reason = request.POST.get("reason", "")
    return act_on_meeting(
        request,
        decision_meeting_id,
        "return",
        lambda meeting: return_record(actor=request.actor, now=now(), record=_record(meeting), reason=reason),
        Words("退回了，理由写在上面。"),
    )


@office_page
@require_POST
def meeting_correct(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST `correction`."""
    words = request.POST.get("correction", "")
    return act_on_meeting(
        request,
        decision_meeting_id,
        "correct",
        lambda meeting: correct_minutes(actor=request.actor, now=now(), meeting=meeting, correction=words),
        Words("记下了，写在纪要后面。"),
    )


@office_page
@require_POST
def meeting_informed(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST `informed_on`."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "informed",
        lambda meeting: inform_absent(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            informed_on=sent_day(request.POST, "informed_on"),
        ),
        Words("记下了。"),
    )


def _record(meeting: "DecisionMeeting") -> "MeetingRecord":
    record = record_of(meeting)
    if record is None:
        raise Missing(Words("会还没有开，没有可报的。"), code="meeting.not_begun")
    return record
