"""One satisfaction poll: its plan while it is a draft, its next step, what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.cycles.meeting_form import sent_meeting
from pingyi.doors.office.cycles.plan import stored_meeting
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.polls.poll_form import chosen_in, poll_form
from pingyi.doors.office.polls.words import poll_bar, state_of
from pingyi.doors.office.sent_fields import faults_of
from pingyi.review.appraisal.phrases import SATISFIED_WORDS, WITHHELD_WORDS
from pingyi.review.appraisal.queries.polls import Poll, lines_of, poll_of
from pingyi.review.appraisal.rules import may_calculate, may_see_results
from pingyi.review.appraisal.services import replan_poll, take_satisfaction
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.phrases import BALLOT_MODE_WORDS
from pingyi.review.cycles.domain.settings import Satisfied
from pingyi.review.cycles.queries import reporters_of
from pingyi.review.cycles.queries.lookup import find_poll
from pingyi.review.cycles.queries.meetings import likely_speakers
from pingyi.review.cycles.rules import may_prepare, may_read_rules
from pingyi.review.cycles.services import drop_poll

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_GET
def poll_show(request: OfficeRequest, poll_id: int) -> HttpResponse:
    return _page(request, find_poll(poll_id))


@office_page
@require_POST
def poll_change(request: OfficeRequest, poll_id: int) -> HttpResponse:
    """POST the fields of a meeting without commentator, `organisations` (any number)."""
    row = find_poll(poll_id)
    try:
        replan_poll(
            actor=request.actor,
            now=now(),
            poll=row,
            plan=sent_meeting(request.POST),
            organisation_ids=chosen_in(request.POST),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, row, request.POST, refusal)
    messages.success(request, Words("存好了。"))
    return redirect("office:poll-show", poll_id)


@office_page
@require_POST
def poll_drop(request: OfficeRequest, poll_id: int) -> HttpResponse:
    """POST nothing. Leads back to the review's polls."""
    row = find_poll(poll_id)
    try:
        drop_poll(actor=request.actor, now=now(), poll=row)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, row, refusal=refusal)
    messages.success(request, Words("撤掉了“{name}”。", name=row.name))
    return redirect("office:poll-list", row.polled_id)


@office_page
@require_POST
def poll_calculate(request: OfficeRequest, poll_id: int) -> HttpResponse:
    """POST nothing. A second click gives what is there."""
    row = find_poll(poll_id)
    return act_and_return(
        request,
        lambda: take_satisfaction(actor=request.actor, now=now(), poll=row),
        reverse("office:poll-show", args=[poll_id]),
        Words("算好了。"),
    )


def _page(
    request: OfficeRequest, row: Cycle, sent: QueryDict | None = None, refusal: Refused | None = None
) -> HttpResponse:
    if not may_read_rules(request.actor, row):
        raise Forbidden
    poll = poll_of(row)
    is_counted = poll.voting is not None and poll.voting.state == VotingState.COUNTED
    shown = {
        "cycle": poll.row,
        "poll": poll,
        "state": state_of(poll),
        "mode": BALLOT_MODE_WORDS[poll.meeting.ballot_mode],
        "bar": poll_bar(poll, request.actor),
        "may_calculate": is_counted and poll.result is None and may_calculate(request.actor, poll.row),
        "refusal": refusal if refusal and not faults_of(refusal) else None,
        "result": _result(poll) if may_see_results(request.actor, poll.row) else None,
        "reporters": reporters_of(poll.meeting),
        "form": None,
    }
    review = poll.row.polled
    if review and poll.row.state == "draft" and may_prepare(request.actor, poll.row):
        polled = {one.organisation_id for one in reporters_of(poll.meeting)}
        stored = stored_meeting(poll.meeting)
        shown["form"] = poll_form(review, now(), stored, polled, sent, refusal)
        shown["people"] = likely_speakers(poll.row)
    return render(request, "office/poll-show.html", shown, status=refusal.status if refusal else 200)


def _result(poll: Poll) -> dict[str, object] | None:
    """The lines, each with why it is withheld in words; for whoever may see counts."""
    if poll.result is None:
        return None
    lines = lines_of(poll.result)
    return {
        "kept": poll.result,
        "lines": [(line, [WITHHELD_WORDS[reason] for reason in line.withheld]) for line in lines],
        "withheld": sum(bool(line.withheld) for line in lines),
        "has_unknown": any(line.grades[-1] for line in lines),
        "rule": SATISFIED_WORDS[Satisfied(poll.result.input["satisfied"])],
    }
