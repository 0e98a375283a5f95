"""The bar on top of the results: the one next step for whoever looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.cap import Cap
from pingyi.review.appraisal.phrases import PART_WORDS
from pingyi.review.appraisal.rules import may_decide, may_enter_marks
from pingyi.review.ballots.rules import may_count
from pingyi.review.cycles.domain.settings import ReviewSettings

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, ReviewMeeting


@dataclass(frozen=True)
class Bar:
    """What to do next and what it means; `href` is where, `is_post` that pressing does it. No address, no button."""

    title: str
    effect: str
    href: str = ""
    button: str = ""
    is_post: bool = False


@dataclass(frozen=True)
class Stand:
    """How far the results of a review are, as far as its next step depends on it."""

    cycle: Cycle
    settings: ReviewSettings
    # Meetings whose ballots are counted, and those of them that are not calculated yet.
    uncounted: Sequence[ReviewMeeting]
    uncalculated: Sequence[ReviewMeeting]
    lacking_marks: Mapping[str, Sequence[int]]
    cap: Cap
    # Of the whole roster, also those on whom nobody voted.
    undecided: int


def results_bar(stand: Stand, actor: Actor) -> Bar:
    """Counting, then marks where the rules need them, then calculating, then the committee."""
    if stand.lacking_marks and not stand.uncounted:
        return _marks(stand, actor)
    if stand.uncalculated:
        return Bar(
            Words("算分，存一份底"),
            Words("票数、规则和结果一起留底，以后谁也改不了；票数或规则没有变，再按也还是这一份。"),
            reverse("office:result-snapshot", args=[stand.cycle.pk]),
            Words("算分"),
            is_post=True,
        )
    if stand.uncounted:
        return _counting(stand, actor)
    if stand.cap.undecided or stand.undecided:
        return _deciding(stand, actor)
    return _done(stand, actor)


def _counting(stand: Stand, actor: Actor) -> Bar:
    first = stand.uncounted[0]
    title = Words("还没有计票，等{first}计票", first=first.name)
    effect = Words("投票结束、票数账对上、计过票以后，这里算分。")
    if may_count(actor, first):
        return Bar(title, effect, reverse("office:voting-show", args=[first.pk]), Words("去票条与投票"))
    return Bar(title, effect)


def _marks(stand: Stand, actor: Actor) -> Bar:
    lacking = listed(
        (
            Words("{part_words}还差{ids}位", part_words=PART_WORDS[part], ids=len(ids))
            for part, ids in stand.lacking_marks.items()
        ),
        "，",
    )
    effect = Words("这一轮的规则给了测评以外的分数权重，录齐才能算分。")
    if may_enter_marks(actor, stand.cycle):
        return Bar(
            Words("录{lacking}的分数", lacking=lacking),
            effect,
            reverse("office:mark-list", args=[stand.cycle.pk]),
            Words("去录分数"),
        )
    return Bar(Words("等计票人录分数：{lacking}", lacking=lacking), effect)


def _deciding(stand: Stand, actor: Actor) -> Bar:
    cap, body = stand.cap, stand.settings.decision_body
    effect = Words(
        "已定{decided} / {people}位，其中好{decided_good}位，上限{max_good}位；按分数段{proposed_good}位为好。",
        decided=cap.decided,
        people=cap.people,
        decided_good=cap.decided_good,
        max_good=cap.max_good,
        proposed_good=cap.proposed_good,
    )
    effect += Words("超出的由会议定谁调，系统不代调。")
    unvoted = stand.undecided - cap.undecided
    if unvoted:
        effect += Words("没有参加测评的{unvoted}位没有建议等次，定的时候写上理由。", unvoted=unvoted)
    if may_decide(actor, stand.cycle):
        return Bar(
            Words("记{body}定的等次，还有{undecided}位", body=body, undecided=stand.undecided),
            effect,
            reverse("office:result-decide", args=[stand.cycle.pk]),
            Words("去记等次"),
        )
    return Bar(
        Words("等{body}定等次，由领导来记，还有{undecided}位", body=body, undecided=stand.undecided), effect
    )


def _done(stand: Stand, actor: Actor) -> Bar:
    title = Words("{people}位的等次都定了", people=stand.cap.people)
    effect = Words("接着由经办人写综合评价意见、逐人反馈。反馈意见里只有等次和意见，没有票数和得分。")
    if may_decide(actor, stand.cycle):
        return Bar(title, effect, reverse("office:letter-list", args=[stand.cycle.pk]), Words("看反馈意见"))
    return Bar(title, effect)
