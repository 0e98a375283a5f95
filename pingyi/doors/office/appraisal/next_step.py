"""The bar on top of the results and of the letters: the one next step for whoever looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.cap import Cap
from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.phrases import PART_WORDS
from pingyi.review.appraisal.queries.letters import LetterRow
from pingyi.review.appraisal.rules import may_decide, may_enter_marks, may_write_letters
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


def letters_bar(cycle: Cycle, rows: Sequence[LetterRow], actor: Actor) -> Bar:
    """Grades first, then opinions, then giving out."""
    if not may_write_letters(actor, cycle):
        return Bar(
            Words("发出了{of} / {rows}封", of=_of(rows, LetterState.ISSUED), rows=len(rows)),
            Words("意见由经办人写、经办人发。这里可以看每一封写了什么。"),
        )
    ready, unwritten = _of(rows, LetterState.READY), _of(rows, LetterState.UNWRITTEN)
    outdated = next((row for row in rows if row.state is LetterState.OUTDATED), None)
    if outdated is not None:
        return Bar(
            Words("重发{of}封，等次或意见更正过", of=_of(rows, LetterState.OUTDATED)),
            Words(
                "先看{organisation}。书记现在看到的还是原来那一封。",
                organisation=outdated.reporter.organisation.name,
            ),
            reverse("office:letter-edit", args=[cycle.pk, outdated.reporter.pk]),
            Words("去看这一封"),
        )
    if unwritten:
        return _to_write(cycle, rows, unwritten)
    if ready:
        return Bar(
            Words("发出写好的{ready}封", ready=ready),
            Words("发出以后书记在自己的页面上看得到，等次和意见照这时的存下。以后更正要重发。"),
            reverse("office:letter-issue", args=[cycle.pk]),
            Words("发出{ready}封", ready=ready),
            is_post=True,
        )
    undecided = _of(rows, LetterState.UNDECIDED)
    if undecided:
        return Bar(
            Words("等领导记会议定的等次，还有{undecided}位", undecided=undecided),
            Words("等次没有定的，可以先写意见；定了、写好了才能发。"),
        )
    return Bar(
        Words("{rows}封都发了", rows=len(rows)),
        Words("接着看各单位认领问题、列任务。"),
        reverse("office:home-overview", args=[cycle.pk]),
        Words("回本轮总览"),
    )


def _to_write(cycle: Cycle, rows: Sequence[LetterRow], unwritten: int) -> Bar:
    first = next(row for row in rows if row.state is LetterState.UNWRITTEN)
    begins = (
        Words("点评里的话已经照原样填好，看过就存。")
        if first.has_words
        else Words("书面述职的没有现场点评，要自己写。")
    )
    return Bar(
        Words("写综合评价意见，还有{unwritten}位", unwritten=unwritten),
        Words("先写{organisation}。{begins}", organisation=first.reporter.organisation.name, begins=begins),
        reverse("office:letter-edit", args=[cycle.pk, first.reporter.pk]),
        Words("去写意见"),
    )


def _of(rows: Sequence[LetterRow], state: LetterState) -> int:
    return sum(row.state is state for row in rows)


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
