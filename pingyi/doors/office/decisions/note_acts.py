"""A topic that is only studied or reported: the meeting heard it, nobody votes."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.decisions.meeting_page import meeting_page
from pingyi.doors.office.decisions.reading import readable_item, readable_meeting
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.decisions.services import note_item


@office_page
@require_POST
def item_note(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST decision."""
    item = readable_item(request.actor, item_id)
    return act_or_show(
        request,
        lambda: note_item(
            actor=request.actor, now=now(), item=item, decision=request.POST.get("decision", "")
        ),
        lambda failed: meeting_page(request, readable_meeting(request.actor, item.meeting_id), failed),
        form=f"note-{item_id}",
        back=reverse("office:decision-meeting-show", args=[item.meeting_id]),
        said=Words("记下了。"),
    )
