"""The secret votes on single matters that are not counted: for those who work on them and read nothing else of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.phrases import STATE_WORDS
from pingyi.review.ballots.queries.votes import votes_of_institution


@office_page
@require_GET
def vote_list(request: OfficeRequest) -> HttpResponse:
    """Each with how far it is; the page of its voting says the next step."""
    if not request.actor.has_role("clerk", "leader", "scrutineer", "counter"):
        raise Forbidden(Words("议题的投票由经办人、监票人、计票人办，领导可以看进度。"))
    votes = [(one, STATE_WORDS[VotingState(one.state)]) for one in votes_of_institution()]
    return render(request, "office/vote-list.html", {"votes": votes})
