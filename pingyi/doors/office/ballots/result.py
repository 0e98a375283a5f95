"""After closing: the receipt words for everybody's check; after the count: the counts, for the few who may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.ballots.matters import matter_href
from pingyi.doors.office.ballots.reading import find_voting
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.appraisal.queries.polls import poll_of
from pingyi.review.appraisal.queries.snapshots import snapshots_of
from pingyi.review.ballots.domain.codes import grouped
from pingyi.review.ballots.queries.count_sheet import count_sheet
from pingyi.review.ballots.queries.receipts import receipt_words
from pingyi.review.ballots.rules import may_see_counts, may_see_voting
from pingyi.review.ballots.services.count_boxes import count_boxes
from pingyi.review.cycles.queries.reviews import is_poll, is_vote

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Voting


@office_page
@require_GET
def receipts(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The list to put up on the wall."""
    voting = find_voting(meeting_id)
    if not may_see_voting(request.actor, voting):
        raise Forbidden
    boxes = [(box, [grouped(word) for word in words]) for box, words in receipt_words(voting)]
    shown = {
        "meeting": voting.meeting,
        "voting": voting,
        "boxes": boxes,
        "total": sum(len(b[1]) for b in boxes),
    }
    return render(request, "office/voting-receipts.html", shown)


@office_page
@require_POST
def count(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """No fields."""
    voting = find_voting(meeting_id)
    return act_and_return(
        request,
        lambda: count_boxes(actor=request.actor, now=now(), voting=voting),
        reverse("office:voting-show", args=[meeting_id]),
        Words("票计好了。"),
    )


@office_page
@require_GET
def counts(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """One class at a time (?class=CODE), every secretary in the order of the ballot."""
    voting = find_voting(meeting_id)
    if not may_see_counts(request.actor, voting):
        raise Forbidden(Words("各类票数只给计票席和定等次的领导看。"))
    sheet = count_sheet(voting, request.GET.get("class", ""))
    shown = {
        "meeting": voting.meeting,
        "voting": voting,
        "sheet": sheet,
        "bar": _after_counting(request, voting),
    }
    shown |= {"is_poll": is_poll(voting.meeting), "is_vote": is_vote(voting.meeting)}
    return render(request, "office/voting-counts.html", shown)


def _after_counting(request: OfficeRequest, voting: Voting) -> dict[str, str]:
    if is_vote(voting.meeting):
        return {
            "title": Words("票计好了，回到会议记结果"),
            "effect": Words("票数就是这一项的表决结果，由主持人宣布，不用再抄一遍。"),
            "href": matter_href(request.actor, voting.meeting),
            "button": Words("去记结果"),
        }
    if is_poll(voting.meeting):
        is_done = poll_of(voting.meeting.cycle).result is not None
        return {
            "title": Words("满意率已经算了，去看结果") if is_done else Words("接着算每个单位的满意率"),
            "effect": Words("票数、规则和结果一起留底，以后谁也改不了。"),
            "href": reverse("office:poll-show", args=[voting.meeting.cycle_id]),
            "button": Words("去看测评结果"),
        }
    results = reverse("office:result-list", args=[voting.meeting.cycle_id])
    if snapshots_of(voting.meeting):
        effect = Words("得分、建议等次和会议定的等次都在结果页。")
        return {
            "title": Words("分已经算了，去看结果"),
            "effect": effect,
            "href": results,
            "button": Words("看结果与等次"),
        }
    effect = Words("票数、规则和结果一起留底，以后谁也改不了。")
    return {
        "title": Words("接着算分，存一份底"),
        "effect": effect,
        "href": results,
        "button": Words("去算分"),
    }
