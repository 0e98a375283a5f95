"""The account of the papers: hand counts, the three lines, and what becomes of a box with a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.ballots.account_cards import account_cards
from pingyi.doors.office.ballots.reading import box_in, find_voting, whole_number
from pingyi.doors.office.ballots.steps import next_step
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.ballots.domain.balance import HandFigures
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.queries.obstacles import obstacles_of
from pingyi.review.ballots.rules import may_check_hand_count, may_direct_voting, may_enter_paper
from pingyi.review.ballots.services.hand_count import check_hand_count, record_hand_count
from pingyi.review.ballots.services.small_box import count_small_box, leave_unopened, revote_on_paper
from pingyi.review.cycles.queries import settings_of

if TYPE_CHECKING:
    from pingyi.organisations.actor import Actor
    from pingyi.review.ballots.models import Voting
    from pingyi.review.ballots.queries.balance import BoxAccount

FIGURES = {
    "handed_out": Words("发出"),
    "left_over": Words("剩余"),
    "returned_unused": Words("没用交还"),
    "spoiled": Words("损坏作废"),
    "exchanged": Words("换发"),
}
DECISIONS: dict[str, tuple[Callable[..., None], str]] = {
    "revote": (
        revote_on_paper,
        Words("先前的票作废，不看。请经办人印好这一类的测评表、填上张数，当场重投。"),
    ),
    "unopened": (leave_unopened, Words("这一类的箱不开，计票时里面的票销毁。")),
    "count": (count_small_box, Words("这一类照常计票，原因已记下。")),
}


@office_page
@require_GET
def show(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """All classes with their lines, each figure with its source."""
    voting = find_voting(meeting_id)
    if not may_check_hand_count(request.actor, voting):
        raise Forbidden(Words("票数账，计票席才能看。"))
    cards = account_cards(voting, request.actor)
    shown = {
        "meeting": voting.meeting,
        "voting": voting,
        "cards": cards,
        "bar": _bar(voting, request.actor, [card.account for card in cards]),
        "confirmed": sum(card.account.is_confirmed for card in cards),
        "threshold": settings_of(voting.meeting.cycle).threshold,
        "may_record": may_enter_paper(request.actor, voting) and voting.state == "closed",
        "may_decide": may_direct_voting(request.actor, voting) and voting.state == "closed",
    }
    return render(request, "office/voting-balance.html", shown)


def _bar(voting: Voting, actor: Actor, accounts: list[BoxAccount]) -> dict[str, str]:
    """The step of the voting, seen from here: to its place on this page, or back to where it is taken."""
    here = reverse("office:voting-balance", args=[voting.meeting_id])
    back = reverse("office:voting-show", args=[voting.meeting_id])
    obstacles = obstacles_of(voting, accounts) if voting.state == VotingState.CLOSED else []
    step = next_step(voting, (), obstacles, actor)
    if step.name == "voting-balance":
        return {
            "title": step.title,
            "effect": step.effect,
            "href": f"{here}#{step.anchor}",
            "button": Words("到这一类"),
        }
    return {"title": step.title, "effect": step.effect, "href": back, "button": Words("回票条与投票")}


@office_page
@require_POST
def record(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, handed_out, left_over, returned_unused, spoiled, exchanged."""
    voting = find_voting(meeting_id)

    def act() -> None:
        figures = {name: whole_number(request, name, word) for name, word in FIGURES.items()}
        box = box_in(request, voting)
        record_hand_count(actor=request.actor, now=now(), box=box, figures=HandFigures(**figures))

    return _back(request, meeting_id, act, Words("张数记下了，等另一位核对。"))


@office_page
@require_POST
def check(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, difference_note (why a line differs)."""
    voting = find_voting(meeting_id)
    note = request.POST.get("difference_note", "")
    return _back(
        request,
        meeting_id,
        lambda: check_hand_count(
            actor=request.actor, now=now(), box=box_in(request, voting), difference_note=note
        ),
        Words("核对过了。"),
    )


@office_page
@require_POST
def decide(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Fields: box, decision (revote, unopened, count), reason."""
    voting = find_voting(meeting_id)
    reason = request.POST.get("reason", "")
    chosen = DECISIONS.get(request.POST.get("decision", ""))
    if chosen is None:
        raise Refused(
            Words("请选一种办法：重投、不开，或者照常计票。"), code="box.decision", field="decision"
        )
    verb, said = chosen
    return _back(
        request,
        meeting_id,
        lambda: verb(actor=request.actor, now=now(), box=box_in(request, voting), reason=reason),
        said,
    )


def _back(request: OfficeRequest, meeting_id: int, act: Callable[[], object], said: str) -> HttpResponse:
    box = request.POST.get("box", "")
    place = f"box-{box}" if box.isascii() and box.isdigit() else ""
    return act_and_return(
        request, act, reverse("office:voting-balance", args=[meeting_id]), said, place=place
    )
