"""The next step of an item's vote in the ballot box, in words."""

from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.queries.votes import VoteStanding

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import AgendaItem

_STEPS = {
    VotingState.PREPARED: (
        Words("印票，主持人宣布以后由监票人开启"),
        Words("由经办人印好票条或表决票，发给到会、有表决权、不回避的人，每人一张。"),
    ),
    VotingState.OPEN: (
        Words("正在投票，等监票人结束"),
        Words("结束前谁也看不到结果，也看不到投了几张。"),
    ),
    VotingState.CLOSED: (
        Words("投票结束了，点票、对账、计票"),
        Words("发出几张、收回几张，由计票人点，另一个人核对，再计票。"),
    ),
}


def bar_of(row: "AgendaItem", standing: VoteStanding | None, *, begun: bool) -> dict[str, str]:
    """What comes next, and where."""
    meeting = {
        "href": reverse("office:decision-meeting-show", args=[row.meeting_id]),
        "button": Words("回到会议"),
    }
    if row.outcome:
        return _bar(Words("这一项有结果了"), Words("票数和结果写进纪要，不再改。"), **meeting)
    if not begun:
        return _bar(Words("先记到会的人"), Words("谁领票，看谁到会、谁回避。"), **meeting)
    if standing is None and row.box_note:
        return _bar(
            Words("举手表决，或者用纸质票、两个人监票计票"),
            Words("票箱没有成的原因会写进纪要。"),
            **meeting,
        )
    if standing is None:
        return _bar(Words("准备票箱"), Words("准备好以后谁领票就定了。有人要回避，先回到会议里记。"))
    if standing.failure:
        return _bar(Words("这个票箱没有开，改用别的办法表决"), standing.failure)
    if standing.has_counts:
        return _bar(
            Words("主持人宣布票数，记下结果"), Words("票数从票箱里来，不用抄。通过没通过，按这个会的规则算。")
        )
    title, effect = _STEPS[standing.state]
    return _bar(
        title,
        effect,
        href=reverse("office:voting-show", args=[standing.voting.meeting_id]),
        button=Words("去票条与投票"),
    )


def _bar(title: str, effect: str, href: str = "", button: str = "") -> dict[str, str]:
    return {"title": title, "effect": effect, "href": href, "button": button}
