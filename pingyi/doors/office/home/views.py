"""The front page of each role, and the overview of one cycle."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.queries.events import newest_events
from pingyi.doors.office.events.lines import event_lines
from pingyi.doors.office.guide.views import guide_parts
from pingyi.doors.office.home.late import late_table
from pingyi.doors.office.home.marks import marks_of
from pingyi.doors.office.home.overview import overview_of
from pingyi.doors.office.home.start import start_of
from pingyi.doors.office.navigation import leads_somewhere
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.polls.words import poll_under_way
from pingyi.notices.queries import unread_notices
from pingyi.organisations.rules import may_read_events
from pingyi.publishing.queries import past_review_of_cycle
from pingyi.review.appraisal.queries.late import due_items
from pingyi.review.appraisal.queries.places import cycle_places
from pingyi.review.appraisal.queries.progress import progress_of
from pingyi.review.appraisal.queries.start import start_facts
from pingyi.review.appraisal.rules import may_see_progress, may_see_who_is_late

NEWEST_EVENTS = 5


@office_page
@require_GET
def home(request: OfficeRequest) -> HttpResponse:
    """Everybody to the page where her own work is; before the first cycle to the page that says how to start."""
    if not may_see_progress(request.actor):
        is_only_examiner = request.actor.has_role("examiner") and not request.actor.has_role("secretary")
        return redirect("office:report-turns" if is_only_examiner else "office:home-mine")
    cycles = cycle_places()
    if not cycles:
        return _start(request)
    if not request.actor.has_role("clerk", "leader"):
        for meeting in cycles[0].meetings:
            desk = f"/office/meetings/{meeting.meeting_id}/voting/"
            if leads_somewhere(desk):
                return redirect(desk)
    return redirect("office:home-overview", cycles[0].cycle_id)


@office_page
@require_GET
def overview(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """The line of one cycle: the next step, three phases, who is late, the numbers of now."""
    actor, moment = request.actor, now()
    if not may_see_progress(actor):
        raise Forbidden
    progress = progress_of(cycle_id, moment)
    if progress.cycle.state == "archived":
        past = past_review_of_cycle(cycle_id)
        if past is not None:
            return redirect("office:past-show", past.pk)
    shown = {
        "cycle": progress.cycle,
        "progress": progress,
        "facts": progress.facts,
        "overview": overview_of(progress, actor, moment),
        "marks": marks_of(progress),
        "today": today(moment),
        "late": late_table(due_items(progress.cycle, moment)) if may_see_who_is_late(actor) else None,
        "events": event_lines(newest_events(actor.institution_id, NEWEST_EVENTS))
        if may_read_events(actor)
        else [],
        "poll": poll_under_way(progress.cycle, actor),
        "moment": moment,
        "notices": unread_notices(actor.account_id),
    }
    return render(request, "office/home-overview.html", shown)


def _start(request: OfficeRequest) -> HttpResponse:
    parts = guide_parts(request.actor, [])
    if not request.actor.has_role("clerk"):
        return render(request, "office/home-waiting.html", parts)
    return render(request, "office/home-start.html", {"start": start_of(start_facts()), **parts})
