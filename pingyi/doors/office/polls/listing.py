"""The satisfaction polls of a review, and the form that begins one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.meeting_form import sent_meeting
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.polls.poll_form import chosen_in, first_name, poll_form
from pingyi.doors.office.polls.words import state_of
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.appraisal.queries.polls import polls_of
from pingyi.review.appraisal.services import start_poll
from pingyi.review.ballots.phrases import BALLOT_MODE_WORDS
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.meetings import likely_speakers
from pingyi.review.cycles.rules import may_prepare, may_read_rules

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_GET
def poll_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    return _page(request, find_cycle(cycle_id))


@office_page
@require_POST
def poll_start(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST the fields of a meeting without commentator, `organisations` (any number). A second click finds it begun."""
    review = find_cycle(cycle_id)
    try:
        poll = start_poll(
            actor=request.actor,
            now=now(),
            review=review,
            plan=sent_meeting(request.POST),
            organisation_ids=chosen_in(request.POST),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, review, request.POST, refusal)
    messages.success(request, Words("测评建好了。票类和名单照述职评议会的抄来，核对一下。"))
    return redirect("office:poll-show", poll.pk)


def _page(
    request: OfficeRequest, review: Cycle, sent: QueryDict | None = None, refusal: Refused | None = None
) -> HttpResponse:
    if not may_read_rules(request.actor, review):
        raise Forbidden
    polls = polls_of(review)
    may_start = may_prepare(request.actor, review) and review.state == "frozen"
    waiting = next((poll for poll in polls if state_of(poll).is_open), None)
    shown = {
        "cycle": review,
        "lines": [(poll, state_of(poll), BALLOT_MODE_WORDS[poll.meeting.ballot_mode]) for poll in polls],
        "waiting": waiting,
        "may_start": may_start,
        "refusal": refusal if refusal and not faults_of(refusal) else None,
        "form": None,
    }
    if may_start and waiting is None:
        stored = {"name": first_name(review, len(polls)), "ballot_mode": "paper"}
        shown["form"] = poll_form(review, now(), stored, None, sent, refusal)
        shown["people"] = likely_speakers(review)
    return render(request, "office/poll-list.html", shown, status=refusal.status if refusal else 200)
