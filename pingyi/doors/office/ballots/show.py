"""The page of a voting: where it stands, the next step, one row per class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.ballots.matters import matter_href
from pingyi.doors.office.ballots.reading import find_voting
from pingyi.doors.office.ballots.steps import next_step
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.phone.guessing import is_somebody_guessing
from pingyi.review.ballots.domain.address import is_only_here
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.phrases import STATE_WORDS, form_word, mode_word
from pingyi.review.ballots.queries.board import board_rows
from pingyi.review.ballots.queries.obstacles import obstacles_of
from pingyi.review.ballots.queries.papers import rows_of
from pingyi.review.ballots.queries.turnout import total_in_steps
from pingyi.review.ballots.queries.votings import voting_of
from pingyi.review.ballots.rules import (
    may_check_hand_count,
    may_direct_voting,
    may_enter_paper,
    may_prepare_voting,
    may_see_counts,
    may_see_voting,
)
from pingyi.review.meetings.queries import find_meeting

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Voting


@office_page
@require_GET
def show(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    meeting = find_meeting(meeting_id)
    if not may_see_voting(request.actor, meeting):
        raise Forbidden(Words("票条与投票由经办人、监票人、计票人办，领导可以看进度。"))
    voting = voting_of(meeting)
    if voting is None:
        shown = {"meeting": meeting, "may_prepare": may_prepare_voting(request.actor, meeting)}
        return render(request, "office/voting-empty.html", shown)
    return render(request, "office/voting-show.html", shown_of(request, voting))


@office_page
@require_GET
def fragment(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The part that changes while people vote: state, step, and the total in tens."""
    voting = find_voting(meeting_id)
    if not may_see_voting(request.actor, voting):
        raise Forbidden
    return render(request, "office/_voting-now.html", shown_of(request, voting))


def shown_of(request: OfficeRequest, voting: Voting) -> dict[str, Any]:
    """Everything on the page. The same number of queries for any number of classes."""
    actor, rows = request.actor, board_rows(voting)
    obstacles = obstacles_of(voting) if voting.state == VotingState.CLOSED else []
    address = voting.address or address_of(request)
    return {
        "meeting": voting.meeting,
        "voting": voting,
        "rows": rows,
        "people": sum(row.standing.member_count for row in rows),
        "seats": len(rows_of(voting)),
        "total": total_in_steps(voting) if voting.state == VotingState.OPEN else None,
        "ballots": sum(row.ballots or 0 for row in rows),
        "obstacles": obstacles,
        "step": next_step(voting, rows, obstacles, actor),
        "mode_word": mode_word(voting.meeting, voting.mode),
        "form_word": form_word(voting.meeting),
        "matter_href": matter_href(actor, voting.meeting),
        "state_word": STATE_WORDS[VotingState(voting.state)],
        "address": address,
        "is_only_here": is_only_here(address),
        "is_somebody_guessing": is_somebody_guessing(),
        "may_prepare": may_prepare_voting(actor, voting),
        "may_direct": may_direct_voting(actor, voting),
        "may_enter": may_enter_paper(actor, voting),
        "is_desk": may_check_hand_count(actor, voting),
        "may_see_counts": may_see_counts(actor, voting),
    }


def address_of(request: HttpRequest) -> str:
    """How this browser reached the server: the first guess for how phones reach it."""
    return f"{request.scheme}://{request.get_host()}"
