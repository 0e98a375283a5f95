"""The meetings of the units that one sees."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.decisions.reading import second_level, units_seen
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.ledgers.decisions.domain.checks.held import SIGNERS
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.queries.meeting_times import year_of_bodies
from pingyi.ledgers.decisions.queries.meetings import MeetingLine, list_meetings
from pingyi.ledgers.kit.phrases import STATES


@office_page
@require_GET
def decision_meeting_list(request: OfficeRequest) -> HttpResponse:
    """GET organisation, page."""
    units = units_seen(request.actor)
    wanted = sent_number(request.GET, "organisation")
    day = today(now())
    found = list_meetings(
        [one.pk for one in units if wanted in (0, one.pk)], sent_number(request.GET, "page")
    )
    shown = {
        "found": found,
        "lines": [(one, BODIES[one.meeting.body], _state_words(one)) for one in found.lines],
        "missed": sum(one.missed for one in year_of_bodies(second_level(units), day.year, day)),
        "signers": SIGNERS,
        "units": units,
        "wanted": wanted,
        "may_write": request.actor.has_role("clerk", "secretary"),
    }
    return render(request, "office/decision-meeting-list.html", shown)


def _state_words(line: MeetingLine) -> str:
    """How far its record is on the way to the level above, or that there is none to come."""
    if line.meeting.called_off_at is not None:
        return Words("取消了")
    return STATES[line.state] if line.state else ""
