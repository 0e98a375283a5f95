"""How far a satisfaction poll is, and the next step for the one who looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.cycles.next_step import Bar, bar_of
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.queries.polls import Poll, polls_of
from pingyi.review.appraisal.rules import may_calculate
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.phrases import STATE_WORDS
from pingyi.review.cycles.domain.gaps import Page
from pingyi.review.cycles.rules import may_prepare

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Voting
    from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class PollState:
    """`is_open`: another poll has to wait for this one."""

    word: str
    is_open: bool


def state_of(poll: Poll) -> PollState:
    """In one word."""
    if poll.row.state == "draft":
        return PollState(Words("方案还在改"), is_open=True)
    if poll.result is not None:
        return PollState(Words("算好了"), is_open=False)
    if poll.voting is None:
        return PollState(Words("等准备票箱"), is_open=True)
    state = VotingState(poll.voting.state)
    return PollState(STATE_WORDS[state], is_open=state != VotingState.COUNTED)


def poll_under_way(review: Cycle, actor: Actor) -> tuple[Poll, Bar] | None:
    """The poll on this review's rectification that waits for somebody, with its next step."""
    waiting = next((poll for poll in polls_of(review) if poll.result is None), None)
    return (waiting, poll_bar(waiting, actor)) if waiting else None


def poll_bar(poll: Poll, actor: Actor) -> Bar:
    """What comes next, and where."""
    if poll.row.state == "draft":
        return bar_of(poll.row, Page.POLL, may_edit=may_prepare(actor, poll.row))
    if poll.voting is None:
        return _voting_bar(
            poll,
            Words("准备票箱，印票条或测评表"),
            Words("方案封存了。由经办人准备票箱，一类一个。"),
        )
    return _bar_of_voting(poll, poll.voting, actor)


def _bar_of_voting(poll: Poll, voting: Voting, actor: Actor) -> Bar:
    if voting.state == VotingState.PREPARED:
        return Bar(
            Words("开会那天，打开会场签到，再开启投票"),
            Words("议程只有开场、测评、结束三项。开启投票由监票人按。"),
            reverse("office:meeting-control", args=[poll.meeting.pk]),
            Words("去会场控制"),
        )
    if voting.state == VotingState.OPEN:
        return _voting_bar(
            poll, Words("正在投票，等监票人结束"), Words("结束前谁也看不到结果，也看不到各类投了几张。")
        )
    if voting.state == VotingState.CLOSED:
        return _voting_bar(poll, Words("投票结束了，对账、计票"), Words("票数账对上以后，由计票席计票。"))
    if poll.result is None:
        return _uncalculated(poll, actor)
    return _calculated(poll, actor)


def _uncalculated(poll: Poll, actor: Actor) -> Bar:
    if may_calculate(actor, poll.row):
        return Bar(
            Words("算出每个单位的满意率"), Words("只算一次，票数、规则和结果一起留底，以后谁也改不了。")
        )
    return Bar(Words("计票了，等计票席算出满意率"), Words("由计票人、监票人或领导来算。"))


def _calculated(poll: Poll, actor: Actor) -> Bar:
    if poll.result is None or not poll.result.may_be_told:
        return Bar(
            Words("满意率算好了，不能写进督查通报"),
            Words("写出来会看出有的人选了什么。计票席和领导在这里看。"),
        )
    title = Words("满意率算好了，可以写进督查通报")
    effect = Words("写不写由经办人定。年度得分、等次和反馈不受影响。")
    if not actor.has_role("clerk", "leader"):
        return Bar(title, effect)
    supervision = reverse("office:supervision-list", args=[poll.row.polled_id])
    return Bar(title, effect, supervision, Words("去督查通报"))


def _voting_bar(poll: Poll, title: str, effect: str) -> Bar:
    return Bar(title, effect, reverse("office:voting-show", args=[poll.meeting.pk]), Words("去票条与投票"))
