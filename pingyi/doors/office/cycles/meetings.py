"""Adding, changing and removing the meetings of a plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.meeting_form import sent_meeting
from pingyi.doors.office.cycles.plan import NEW_MEETING, plan_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.queries.lookup import find_cycle, find_meeting
from pingyi.review.cycles.services import change_meeting, plan_meeting, remove_meeting


@office_page
@require_POST
def meeting_add(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `name` `held_at` `place` `ballot_mode` `chair` `chair_title` `commentator` `commentator_title`."""
    cycle = find_cycle(cycle_id)
    try:
        meeting = plan_meeting(actor=request.actor, now=now(), cycle=cycle, plan=sent_meeting(request.POST))
    except Refused as refusal:
        return plan_page(request, cycle, refusal, NEW_MEETING)
    messages.success(request, Words("加上了“{meeting}”。", meeting=meeting.name))
    return redirect("office:cycle-plan", cycle_id)


@office_page
@require_POST
def meeting_edit(request: OfficeRequest, cycle_id: int, planned_id: int) -> HttpResponse:
    """POST as for a new meeting."""
    cycle = find_cycle(cycle_id)
    meeting = find_meeting(cycle, planned_id)
    try:
        change_meeting(actor=request.actor, now=now(), meeting=meeting, plan=sent_meeting(request.POST))
    except Refused as refusal:
        return plan_page(request, cycle, refusal, f"meeting{meeting.pk}")
    messages.success(request, Words("“{meeting}”存好了。", meeting=meeting.name))
    return redirect("office:cycle-plan", cycle_id)


@office_page
@require_POST
def meeting_remove(request: OfficeRequest, cycle_id: int, planned_id: int) -> HttpResponse:
    """POST nothing."""
    cycle = find_cycle(cycle_id)
    meeting = find_meeting(cycle, planned_id)
    try:
        remove_meeting(actor=request.actor, now=now(), meeting=meeting)
    except Refused as refusal:
        return plan_page(request, cycle, refusal)
    messages.success(request, Words("“{meeting}”撤掉了，它的票类和名单也一起撤掉。", meeting=meeting.name))
    return redirect("office:cycle-plan", cycle_id)
