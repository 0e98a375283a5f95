"""Planning a meeting of one body."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.faults import Gathered
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.decisions.reading import choices, may_write, people_choices, units_seen
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_moment, sent_number
from pingyi.ledgers.decisions.domain.bodies import pair_of
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.queries.people import leaders_of, people_of
from pingyi.ledgers.decisions.services import plan_meeting

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


@office_page
@require_http_methods(["GET", "POST"])
def decision_meeting_plan(request: OfficeRequest) -> HttpResponse:
    """GET organisation. POST organisation, body, held_at, place, chair, recorder."""
    wanted = sent_number(request.POST or request.GET, "organisation")
    writable = [one for one in units_seen(request.actor) if may_write(request.actor, one)]
    organisation = next(
        (one for one in writable if one.pk == wanted), writable[0] if len(writable) == 1 else None
    )
    if organisation is None:
        return render(request, "office/topic-unit.html", {"units": writable, "for_meeting": True})
    if request.method == "GET":
        return _page(request, organisation, NOT_FAILED)
    found = Gathered()
    held_at = found.read(lambda: sent_moment(request.POST, "held_at"))
    try:
        meeting = plan_meeting(
            actor=request.actor,
            now=now(),
            organisation=organisation,
            body=request.POST.get("body", ""),
            held_at=held_at,
            place=request.POST.get("place", ""),
            chair_id=sent_number(request.POST, "chair"),
            recorder_id=sent_number(request.POST, "recorder"),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        sent = {name: str(value) for name, value in request.POST.items()}
        return _page(request, organisation, Failed("plan", found.with_also(refusal), sent))
    messages.success(request, Words("安排好了，成员按登记的职务列出。接着列议程。"))
    return redirect("office:decision-meeting-show", meeting.pk)


def _page(request: OfficeRequest, organisation: "Organisation", failed: Failed) -> HttpResponse:
    day = today(now())
    leaders = leaders_of(organisation, day)
    people = people_choices(people_of(organisation))
    chair = str(leaders[0].pk) if leaders else ""
    form = failed.state("plan", chair=chair)
    shown = {
        "organisation": organisation,
        "refusal": failed.loose,
        "fields": [
            form.field(
                "body",
                Words("什么会"),
                kind="select",
                options=choices(BODIES, pair_of(organisation.unit_kind).both),
            ),
            form.field("held_at", Words("什么时候"), kind="datetime-local", is_required=True),
            form.field("place", Words("地点")),
            form.field("chair", Words("主持人"), kind="select", options=people),
            form.field("recorder", Words("记录人"), kind="select", options=people),
        ],
    }
    return render(request, "office/decision-meeting-plan.html", shown, status=failed.status)
