"""What is done with a meeting: notice, invitations, attendance, signatures. A refusal is shown at its form."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.decisions.acting import act_on_meeting
from pingyi.doors.office.decisions.reading import readable_seat
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in, rows_in, sent_day, sent_moment, sent_number
from pingyi.ledgers.decisions.services import (
    begin_meeting,
    call_off_meeting,
    change_meeting,
    invite,
    notify_members,
    plan_seats,
    sign_minutes,
    uninvite,
)


@office_page
@require_POST
def decision_meeting_notify(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST notified_on."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "notify",
        lambda meeting: notify_members(
            actor=request.actor, now=now(), meeting=meeting, notified_on=sent_day(request.POST, "notified_on")
        ),
        Words("记下了哪天通知的。"),
    )


@office_page
@require_POST
def decision_meeting_change(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST held_at, place."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "change",
        lambda meeting: change_meeting(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            held_at=sent_moment(request.POST, "held_at"),
            place=request.POST.get("place", ""),
        ),
        Words("改好了。时间变了的，重新通知参会的人，再记哪天通知。"),
    )


@office_page
@require_POST
def decision_meeting_call_off(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """No fields."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "call-off",
        lambda meeting: call_off_meeting(actor=request.actor, now=now(), meeting=meeting),
        Words("这次会取消了，议程上的议题都撤下了。"),
    )


@office_page
@require_POST
def decision_meeting_invite(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST person, vote (member|observer)."""
    return act_on_meeting(
        request,
        decision_meeting_id,
        "invite",
        lambda meeting: invite(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            person_id=sent_number(request.POST, "person"),
            is_voting=request.POST.get("vote") == "member",
        ),
        Words("加上了。"),
    )


@office_page
@require_POST
def seat_remove(request: OfficeRequest, seat_id: int) -> HttpResponse:
    """No fields."""
    seat = readable_seat(request.actor, seat_id)
    return act_on_meeting(
        request,
        seat.meeting_id,
        "seats",
        lambda _: uninvite(actor=request.actor, now=now(), seat=seat),
        Words("从名单上去掉了。"),
    )


@office_page
@require_POST
def decision_meeting_seats(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST plan-NUMBER, reason-NUMBER, opinion-NUMBER for each seat."""
    plans = {
        number: (plan, request.POST.get(f"reason-{number}", ""), request.POST.get(f"opinion-{number}", ""))
        for number, plan in rows_in(request.POST, "plan").items()
    }
    return act_on_meeting(
        request,
        decision_meeting_id,
        "seats",
        lambda meeting: plan_seats(actor=request.actor, now=now(), meeting=meeting, plans=plans),
        Words("记下了，能不能定重新算过。"),
    )


@office_page
@require_POST
def decision_meeting_begin(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST attended (numbers of seats)."""
    attended = {number_in(one) for one in request.POST.getlist("attended")}
    return act_on_meeting(
        request,
        decision_meeting_id,
        "begin",
        lambda meeting: begin_meeting(actor=request.actor, now=now(), meeting=meeting, attended=attended),
        Words("到会的人记下了。接着逐项记意见、表决。"),
    )


@office_page
@require_POST
def decision_meeting_sign(request: OfficeRequest, decision_meeting_id: int) -> HttpResponse:
    """POST seat (a number, or recorder), signed_on."""
    number = sent_number(request.POST, "seat")
    return act_on_meeting(
        request,
        decision_meeting_id,
        "sign",
        lambda meeting: sign_minutes(
            actor=request.actor,
            now=now(),
            meeting=meeting,
            seat=readable_seat(request.actor, number) if number else None,
            signed_on=sent_day(request.POST, "signed_on"),
        ),
        Words("签名记下了。"),
    )
