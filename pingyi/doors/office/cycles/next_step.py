"""The bar on top of each page of the plan: what this page still lacks, or where to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.drawing.dates import say_moment
from pingyi.review.cycles.domain.gaps import Gap, Page
from pingyi.review.cycles.queries.plan import gaps_of

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

URLS = {
    Page.PLAN: "office:cycle-plan",
    Page.REPORTERS: "office:reporter-list",
    Page.CLASSES: "office:class-list",
    Page.SETTINGS: "office:setting-list",
    Page.POLL: "office:poll-show",
}
GO_THERE = {
    Page.PLAN: Words("去填方案"),
    Page.REPORTERS: Words("去定述职人员"),
    Page.CLASSES: Words("去列票类和名单"),
    Page.SETTINGS: Words("去定规则"),
    Page.POLL: Words("去选测评哪些单位"),
}


@dataclass(frozen=True)
class Bar:
    """What to do next, what it means, and where; no address where it is done on this page."""

    title: str
    effect: str
    href: str = ""
    button: str = ""


@dataclass(frozen=True)
class GapLine:
    """A gap with the address of the page where it is closed."""

    gap: Gap
    href: str


def bar_of(cycle: "Cycle", here: Page, *, may_edit: bool) -> Bar:
    """The bar of one of the four pages on which a plan is made."""
    if cycle.state != "draft":
        return _frozen(cycle)
    gaps = [gap for gap in gaps_of(cycle) if gap.is_blocking]
    if not may_edit:
        return Bar(
            Words("方案由经办人准备，这里只看"),
            Words("还差{gaps}处就可以封存。", gaps=len(gaps)) if gaps else Words("方案齐了，等经办人封存。"),
        )
    mine = [gap for gap in gaps if gap.page is here]
    if mine:
        more = Words("这一页还差{mine}处，这是第一处。", mine=len(mine)) if len(mine) > 1 else ""
        return Bar(mine[0].words, mine[0].remedy + more)
    return _elsewhere(cycle, gaps)


def gap_lines(cycle: "Cycle", gaps: Sequence[Gap]) -> list[GapLine]:
    """Gaps with their addresses."""
    return [GapLine(gap, reverse(URLS[gap.page], args=[cycle.pk])) for gap in gaps]


def _elsewhere(cycle: "Cycle", gaps: Sequence[Gap]) -> Bar:
    # Without a meeting there is no roster and no class that could lack anything.
    done = "" if any(gap.code == "meeting.none" for gap in gaps) else Words("这一页齐了。下一处：")
    for page in Page:
        there = [gap for gap in gaps if gap.page is page]
        if there:
            href = reverse(URLS[page], args=[cycle.pk])
            return Bar(
                Words("{done}{words}", done=done, words=there[0].words), there[0].remedy, href, GO_THERE[page]
            )
    return Bar(
        Words("方案齐了，核对后封存"),
        Words("封存后单位、票类、名单和规则都不能再改，并得到一个指纹。")
        if cycle.polled_id
        else Words("封存后会议、名册、票类、权重、名单和规则都不能再改，并得到一个指纹。"),
        reverse("office:cycle-freeze", args=[cycle.pk]),
        Words("去封存"),
    )


def _frozen(cycle: "Cycle") -> Bar:
    page, back = (
        ("office:poll-show", Words("回这次测评"))
        if cycle.polled_id
        else ("office:home-overview", Words("回本轮总览"))
    )
    return Bar(
        Words("方案已于{say_moment}封存，这里只看", say_moment=say_moment(cycle.frozen_at)),
        Words("投票开始前确实要改，在“封存方案”页写明理由解封。"),
        reverse(page, args=[cycle.pk]),
        back,
    )
