"""The secret vote of one item in the ballot box: begin it, see how far it is, record what it came to."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.ballots.matters import about_item
from pingyi.doors.office.decisions.ballot_boxes import BOXES, vote_of
from pingyi.doors.office.decisions.reading import choices, may_write, readable_item, readable_meeting
from pingyi.doors.office.decisions.secret_vote_words import bar_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.decisions.domain.votes import Outcome
from pingyi.ledgers.decisions.phrases import BODIES, OUTCOMES
from pingyi.ledgers.decisions.queries.agenda import meeting_sheet
from pingyi.ledgers.decisions.services import close_item, leave_to_box, take_from_box, voters_of
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.phrases import STATE_WORDS
from pingyi.review.ballots.queries.votes import VoteStanding, vote_about
from pingyi.review.ballots.rules import may_prepare_voting, may_see_voting
from pingyi.review.cycles.services import LEAST_VOTERS

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import AgendaItem

_MODES = ("code", "paper")
_OUTCOMES = (Outcome.PASSED, Outcome.REJECTED, Outcome.POSTPONED)


@office_page
@require_GET
def item_vote(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Who votes and how far it is; the counts once there are any, for everybody who may read the item."""
    return _page(request, readable_item(request.actor, item_id), NOT_FAILED)


@office_page
@require_POST
def item_vote_start(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST mode (code, paper)."""
    return _done(
        request,
        item_id,
        "start",
        lambda item: leave_to_box(
            actor=request.actor, now=now(), item=item, mode=_mode(request), boxes=BOXES
        ),
        Words("票箱准备好了，接着印票。"),
    )


@office_page
@require_POST
def item_vote_withdraw(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST reason. Before the box was opened, or after it was left unopened."""
    return _done(
        request,
        item_id,
        "withdraw",
        lambda item: take_from_box(
            actor=request.actor, now=now(), item=item, reason=request.POST.get("reason", ""), boxes=BOXES
        ),
        Words("撤掉了。这一项用别的办法表决。"),
    )


@office_page
@require_POST
def item_vote_close(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST outcome, decision. The counts come from the box, never from the form."""
    return _done(request, item_id, "close", lambda item: _close(request, item), Words("结果记下了。"))


def _mode(request: OfficeRequest) -> str:
    mode = request.POST.get("mode", "")
    if mode not in _MODES:
        raise Refused(Words("选怎么投：匿名码或者纸质票。"), code="form.mode")
    return mode


def _close(request: OfficeRequest, item: "AgendaItem") -> None:
    outcome = request.POST.get("outcome", "")
    if outcome not in _OUTCOMES:
        raise Refused(Words("选通过、未通过或者暂缓。"), code="form.outcome", field="outcome")
    standing = vote_about(about_item(item.pk))
    vote = vote_of(standing) if standing else None
    if vote is None:
        raise Refused(Words("票箱还没有计票，结果还记不了。"), code="item.not_counted")
    close_item(
        actor=request.actor,
        now=now(),
        item=item,
        outcome=Outcome(outcome),
        vote=vote,
        decision=request.POST.get("decision", ""),
    )


def _page(request: OfficeRequest, item: "AgendaItem", failed: Failed) -> HttpResponse:
    meeting = readable_meeting(request.actor, item.meeting_id)
    sheets = meeting_sheet(meeting)
    sheet = sheets.of(item.pk)
    standing = vote_about(about_item(item.pk)) if sheet.row.at_box or sheet.row.counted_by_box else None
    prepares = may_write(request.actor, meeting.organisation) and may_prepare_voting(request.actor, meeting)
    voters = voters_of(sheets, sheet) if meeting.begun_at else []
    shown = {
        "decision_meeting": meeting,
        "body": BODIES[meeting.body],
        "item": sheet.row,
        "outcome": OUTCOMES[sheet.row.outcome] if sheet.row.outcome else "",
        "recusals": sheet.recusals,
        "voters": voters,
        "least": LEAST_VOTERS,
        "is_begun": meeting.begun_at is not None,
        "is_few": len(voters) < LEAST_VOTERS,
        "standing": standing,
        "refusal": failed.loose,
        "prepares": prepares,
        "may_start": prepares and not sheet.row.at_box and not sheet.row.outcome and not sheet.row.box_note,
        "bar": bar_of(sheet.row, standing, begun=meeting.begun_at is not None),
        **_progress(request, standing, failed, writes=may_write(request.actor, meeting.organisation)),
    }
    return render(request, "office/agenda-item-vote.html", shown, status=failed.status)


def _progress(
    request: OfficeRequest, standing: VoteStanding | None, failed: Failed, *, writes: bool
) -> Mapping[str, object]:
    """What there is once the vote was prepared."""
    if standing is None:
        return {}
    voting = standing.voting
    form = failed.state("close")
    counts = standing.counts
    return {
        "state_word": STATE_WORDS[standing.state],
        "desk_href": reverse("office:voting-show", args=[voting.meeting_id])
        if may_see_voting(request.actor, voting)
        else "",
        "hall_href": reverse("hall:screen-show", args=[voting.meeting.sitting.hall_key]),
        "counts": counts,
        "withdraw_field": failed.state("withdraw", reason=standing.failure).field(
            "reason", Words("为什么"), is_required=True
        )
        if standing.state is VotingState.PREPARED or standing.failure
        else None,
        "close_fields": [
            form.field("outcome", Words("结果"), kind="select", options=choices(OUTCOMES, _OUTCOMES)),
            form.field("decision", Words("怎么定的"), is_required=True, hint=Words("写进纪要的一句话。")),
        ]
        if writes and counts
        else [],
    }


def _done(
    request: OfficeRequest, item_id: int, form: str, act: "Callable[[AgendaItem], object]", said: str
) -> HttpResponse:
    item = readable_item(request.actor, item_id)
    return act_or_show(
        request,
        lambda: act(item),
        lambda failed: _page(request, readable_item(request.actor, item_id), failed),
        form=form,
        back=reverse("office:agenda-item-vote", args=[item_id]),
        said=said,
    )
