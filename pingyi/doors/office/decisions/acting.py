"""What an act on a meeting answers: the meeting's page, with the refusal at the form that was sent."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.decisions.meeting_page import meeting_page
from pingyi.doors.office.decisions.reading import readable_meeting
from pingyi.doors.office.pages import OfficeRequest

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import DecisionMeeting


def act_on_meeting(
    request: OfficeRequest,
    meeting_id: int,
    form: str,
    act: "Callable[[DecisionMeeting], object]",
    said: str,
) -> HttpResponse:
    """Does it and goes back to the page, or shows the page again as it is by then."""
    meeting = readable_meeting(request.actor, meeting_id)
    return act_or_show(
        request,
        lambda: act(meeting),
        lambda failed: meeting_page(request, readable_meeting(request.actor, meeting_id), failed),
        form=form,
        back=reverse("office:decision-meeting-show", args=[meeting_id]),
        said=said,
    )
