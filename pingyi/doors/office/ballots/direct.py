"""The scrutineer's part: open, void a slip, close, clean up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.ballots.reading import find_voting
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.ballots.queries.before_opening import open_questions
from pingyi.review.ballots.queries.board import board_rows
from pingyi.review.ballots.queries.opening_check import opening_findings
from pingyi.review.ballots.queries.turnout import total_in_steps
from pingyi.review.ballots.rules import may_direct_voting
from pingyi.review.ballots.services.clean_up import clean_up
from pingyi.review.ballots.services.close_voting import close_voting
from pingyi.review.ballots.services.open_voting import open_voting
from pingyi.review.ballots.services.void_slip import void_slip

VOID_SAID = Words("这张票条作废了，用它投不进票。没用过的票条请收回，点进“没用交还”。")


@office_page
@require_http_methods(["GET", "POST"])
def open_page(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """GET: what the check found and what is still open; POST (no fields): opens."""
    voting = find_voting(meeting_id)
    if not may_direct_voting(request.actor, voting):
        raise Forbidden(Words("宣布开始由监票人来按。"))
    if request.method == "POST":
        return act_and_return(
            request,
            lambda: open_voting(actor=request.actor, now=now(), voting=voting),
            reverse("office:voting-show", args=[meeting_id]),
            Words("投票开始了，现在可以投。"),
        )
    findings = opening_findings()
    shown = {
        "meeting": voting.meeting,
        "voting": voting,
        "stopping": [finding for finding in findings if finding.stops],
        "remarks": [finding.message for finding in findings if not finding.stops] + open_questions(voting),
        "unprinted": [row for row in board_rows(voting) if not row.is_printed],
    }
    return render(request, "office/voting-open.html", shown)


@office_page
@require_POST
def void(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: code (as printed on the slip)."""
    voting, code = find_voting(meeting_id), request.POST.get("code", "")
    return act_and_return(
        request,
        lambda: void_slip(actor=request.actor, now=now(), voting=voting, code=code),
        reverse("office:voting-show", args=[meeting_id]),
        VOID_SAID,
        place="void",
    )


@office_page
@require_http_methods(["GET", "POST"])
def close_page(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """GET: what closing means; POST: closes. Field: accepts_small=1 closes although a class has too few ballots."""
    voting = find_voting(meeting_id)
    if not may_direct_voting(request.actor, voting):
        raise Forbidden(Words("宣布结束由监票人来按。"))
    refusal = None
    if request.method == "POST":
        accepts = request.POST.get("accepts_small") == "1"
        try:
            close_voting(actor=request.actor, now=now(), voting=voting, accepts_small=accepts)
        except Refused as refused:
            if refused.code != "voting.small_box":
                messages.error(request, refused.message)
                return redirect("office:voting-show", meeting_id)
            refusal = refused
        else:
            messages.success(request, Words("投票结束了，票打乱重写过。接着点票、录纸质票、对账。"))
            return redirect("office:voting-show", meeting_id)
    shown = {
        "meeting": voting.meeting,
        "voting": voting,
        "total": total_in_steps(voting),
        "refusal": refusal,
    }
    return render(request, "office/voting-close.html", shown)


@office_page
@require_POST
def clean(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """No fields."""
    voting = find_voting(meeting_id)
    return act_and_return(
        request,
        lambda: clean_up(actor=request.actor, now=now(), voting=voting),
        reverse("office:voting-show", args=[meeting_id]),
        Words("清理做完了。"),
    )
