"""The next step of a voting for the one who looks: one sentence, its effect, at most one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.phrases import form_word
from pingyi.review.ballots.queries.board import BoardRow
from pingyi.review.ballots.queries.obstacles import Obstacle, has_explained_differences
from pingyi.review.ballots.rules import (
    may_check_hand_count,
    may_count,
    may_direct_voting,
    may_enter_paper,
    may_see_counts,
)
from pingyi.review.cycles.queries.reviews import is_poll, is_vote

if TYPE_CHECKING:
    from pingyi.review.ballots.models import Voting


@dataclass(frozen=True)
class Step:
    """`name` is the URL name that the button leads to (`is_post`: that it posts to); no name, no button.

    `anchor` is the place on that page.
    """

    title: str
    effect: str
    name: str = ""
    button: str = ""
    is_post: bool = False
    anchor: str = ""


def next_step(voting: Voting, rows: Sequence[BoardRow], obstacles: Sequence[Obstacle], actor: Actor) -> Step:
    """By state, then by who looks."""
    if voting.state == VotingState.PREPARED:
        return _before(voting, rows, actor)
    if voting.state == VotingState.OPEN:
        return _during(voting, actor)
    if voting.state == VotingState.CLOSED:
        return _after(voting, obstacles, actor)
    if is_vote(voting.meeting):
        return Step(
            Words("票计好了，回到会议记结果"),
            Words("票数就是这一项的表决结果，由主持人宣布，不用再抄一遍。"),
        )
    if is_poll(voting.meeting):
        return _counted_poll(voting, actor)
    if may_see_counts(actor, voting):
        return Step(
            Words("票计好了，看过各类票数就算分"),
            Words("各类票数只给计票席和定等次的领导看，通报和反馈函里不写。"),
            "voting-counts",
            Words("看各类票数"),
        )
    return Step(Words("票计好了"), Words("结果由领导在会议上定等次，这里不显示票数。"))


def _counted_poll(voting: Voting, actor: Actor) -> Step:
    if may_see_counts(actor, voting):
        return Step(
            Words("票计好了，看过各类票数就算满意率"),
            Words("各类票数只给计票席和领导看，通报里不写。"),
            "voting-counts",
            Words("看各类票数"),
        )
    return Step(Words("票计好了"), Words("结果由计票席算出。这里不显示票数。"))


def _before(voting: Voting, rows: Sequence[BoardRow], actor: Actor) -> Step:
    missing = [row.standing.name for row in rows if not row.is_printed]
    if missing:
        what = Words("票条") if voting.mode == "code" else form_word(voting.meeting)
        return Step(
            Words("印{what}，还有{missing}类", what=what, missing=len(missing)),
            Words("{missing}。由经办人在下面一类一类印好，封好交发票人。", missing=listed(missing)),
        )
    if may_direct_voting(actor, voting):
        return Step(
            Words("主持人宣布投票后，由您开启"),
            Words("开启前系统先查一遍有没有多出来的记录；开启后票条不能再重印。"),
            "voting-open",
            Words("去开启"),
        )
    return Step(
        Words("都印好了，等监票人开启"),
        Words("主持人宣布投票时，由监票人在他的账号里按。开启后票条不能再重印。"),
    )


def _during(voting: Voting, actor: Actor) -> Step:
    if may_direct_voting(actor, voting):
        return Step(
            Words("主持人宣布结束后，由您结束投票"),
            Words("结束以后一张票也进不来，系统随即把票打乱重写。"),
            "voting-close",
            Words("去结束"),
        )
    return Step(Words("正在投票，等监票人结束"), Words("结束前谁也看不到结果，也看不到各类投了几张。"))


def _after(voting: Voting, obstacles: Sequence[Obstacle], actor: Actor) -> Step:
    if voting.cleaned_at is None and may_check_hand_count(actor, voting):
        return Step(
            Words("清理没有做完，再做一次"),
            Words("把票打乱重写、压缩数据库。做几遍都可以，票不会变。"),
            "voting-clean-up",
            Words("清理"),
            is_post=True,
        )
    if obstacles:
        return _first_obstacle(voting, obstacles, actor)
    found = Words("账都核对过了") if has_explained_differences(voting) else Words("账都对上了")
    if may_count(actor, voting):
        return Step(
            Words("{found}，可以计票", found=found),
            Words("纸质票并入后，逐张的记录随即删去；计票以后票数账不能再改。"),
            "voting-count",
            Words("计票"),
            is_post=True,
        )
    return Step(Words("{found}，等计票席计票", found=found), Words("计票由计票人或监票人按。"))


WHERE = {"compare": ("voting-compare", Words("去比对")), "balance": ("voting-balance", Words("去票数账"))}
WHO = {
    "hand_count.missing": Words("计票人"),
    "paper.differs": Words("计票人"),
    "hand_count.unchecked": Words("另一位计票席的人"),
    "balance.impossible": Words("监票人"),
    "box.small": Words("监票人"),
}


def _first_obstacle(voting: Voting, obstacles: Sequence[Obstacle], actor: Actor) -> Step:
    """The first thing that this person can do; if there is none, whom the counting waits for."""
    number = len(obstacles)
    if not may_check_hand_count(actor, voting):
        return Step(Words("等计票席点票、录票、对账"), Words("还有{number}件事，办完就计票。", number=number))
    mine = next((one for one in obstacles if _is_for(actor, voting, one)), None)
    if mine is None:
        first = obstacles[0]
        return Step(
            Words("等{who}，计票前还有{number}件事", who=WHO[first.code], number=number), first.message
        )
    name, button = WHERE[mine.place]
    anchor = f"box-{mine.box.pk}" if mine.place == "balance" else ""
    return Step(
        Words("计票前还有{number}件事", number=number),
        Words("先办：{message}", message=mine.message),
        name,
        button,
        anchor=anchor,
    )


def _is_for(actor: Actor, voting: Voting, one: Obstacle) -> bool:
    if one.code == "hand_count.unchecked":
        return one.counted_by != actor.account_id
    if one.code in {"hand_count.missing", "paper.differs"}:
        return may_enter_paper(actor, voting)
    return may_direct_voting(actor, voting)
