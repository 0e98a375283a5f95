"""The meetings of the units that one sees."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.doors.office.decisions.reading import units_seen
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.ledgers.decisions.domain.checks.held import SIGNERS
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.queries.meetings import list_meetings


@office_page
@require_GET
def decision_meeting_list(request: OfficeRequest) -> HttpResponse:
    """GET organisation, page."""
    units = units_seen(request.actor)
    wanted = sent_number(request.GET, "organisation")
    found = list_meetings(
        [one.pk for one in units if wanted in (0, one.pk)], sent_number(request.GET, "page")
    )
    shown = {
        "found": found,
        "lines": [(one, BODIES[one.meeting.body]) for one in found.lines],
        "signers": SIGNERS,
        "units": units,
        "wanted": wanted,
        "may_write": request.actor.has_role("clerk", "secretary"),
    }
    return render(request, "office/decision-meeting-list.html", shown)
