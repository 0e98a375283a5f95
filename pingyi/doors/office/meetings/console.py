"""The operator's console: what runs, what comes, and the one next button with its effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.hall.countdowns import ShownCountdown, shown_countdown
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.queries.votings import voting_of
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.reviews import is_poll
from pingyi.review.meetings.domain.agenda import (
    ItemKind,
    ItemState,
    SittingState,
    next_waiting,
    still_to_come,
)
from pingyi.review.meetings.domain.homes import NOTHING_SAID, HomeCount
from pingyi.review.meetings.queries import agenda_of, lines_of, sitting_of
from pingyi.review.meetings.queries.attendance import ClassAttendance, class_attendance
from pingyi.review.meetings.queries.comments import BoardRow, comment_board

if TYPE_CHECKING:
    from pingyi.review.cycles.models import ReviewMeeting
    from pingyi.review.meetings.models import AgendaItem, Sitting

COMING_SHOWN = 5


@dataclass(frozen=True)
class Step:
    """The next step: what it is, what pressing does, the button's words and what it posts."""

    title: str
    effect: str
    button: str = ""
    post: str = ""
    item: AgendaItem | None = None
    link: str = ""
    # Whether the link is for everybody who works there, or for the clerk and the leaders only.
    is_for_all: bool = False


@dataclass(frozen=True)
class Console:
    meeting: ReviewMeeting
    sitting: Sitting | None
    items: Sequence[AgendaItem]
    running: AgendaItem | None
    countdown: ShownCountdown | None
    attendance: Sequence[ClassAttendance]
    board: Sequence[BoardRow]
    step: Step

    @property
    def present(self) -> int:
        return sum(row.present for row in self.attendance)

    @property
    def listed(self) -> int:
        return sum(row.listed for row in self.attendance)

    @property
    def coming(self) -> list[AgendaItem]:
        by_number = {item.pk: item for item in self.items}
        return [by_number[line.item_id] for line in still_to_come(lines_of(self.items))][:COMING_SHOWN]

    @property
    def heard(self) -> int:
        return sum(row.report_state in {ItemState.RUNNING, ItemState.DONE} for row in self.board)

    @property
    def commented(self) -> int:
        return sum(row.is_finished for row in self.board)

    @property
    def homes(self) -> HomeCount:
        return homes_of(self.board)

    @property
    def done(self) -> int:
        return sum(item.state in {ItemState.DONE, ItemState.SKIPPED} for item in self.items)


def console_of(meeting: ReviewMeeting, now: datetime) -> Console:
    """Everything on the console of this meeting at this moment."""
    sitting = sitting_of(meeting)
    items = agenda_of(sitting) if sitting else []
    running = next((item for item in items if item.state == ItemState.RUNNING), None)
    board = comment_board(meeting)
    warn = settings_of(meeting.cycle).warn_seconds
    return Console(
        meeting=meeting,
        sitting=sitting,
        items=items,
        running=running,
        countdown=shown_countdown(running, warn, now) if running else None,
        attendance=class_attendance(meeting),
        board=board,
        step=_ballot_step(meeting, running) or _step(meeting, sitting, items, homes_of(board).open),
    )


def homes_of(board: Sequence[BoardRow]) -> HomeCount:
    """All sentences of the meeting by their home."""
    return sum((row.homes for row in board), NOTHING_SAID)


def _ballot_step(meeting: ReviewMeeting, running: AgendaItem | None) -> Step | None:
    """While people vote the meeting waits for the scrutineer, not for the next item."""
    if running is None or running.kind != ItemKind.BALLOT:
        return None
    voting = voting_of(meeting)
    titles = {
        VotingState.PREPARED: Words("等监票人开启投票"),
        VotingState.OPEN: Words("正在投票，等监票人结束"),
    }
    title = titles.get(VotingState(voting.state)) if voting else None
    if title is None:
        return None
    return Step(
        title,
        Words("结束以后，这里接着走议程的下一项。"),
        Words("去票条与投票"),
        link=reverse("office:voting-show", args=[meeting.pk]),
        is_for_all=True,
    )


def _step(
    meeting: ReviewMeeting, sitting: Sitting | None, items: Sequence[AgendaItem], homeless: int
) -> Step:
    if sitting is None:
        return _before_opening(meeting)
    if sitting.state == SittingState.ENDED and is_poll(meeting):
        return Step(
            Words("测评的会结束了，等计票"),
            Words("票数账对上、计了票，就算出每个单位的满意率。"),
            Words("去看这次测评"),
            link=reverse("office:poll-show", args=[meeting.cycle_id]),
            is_for_all=True,
        )
    if sitting.state == SittingState.ENDED:
        return Step(
            Words("会议结束了，请各单位认领问题"),
            Words("书记现在能看到自己的点评。到“问题清单”看认领进度。"),
            Words("去问题清单"),
            link=f"/office/cycles/{meeting.cycle_id}/problems/",
        )
    line = next_waiting(lines_of(items))
    if line is None and homeless:
        return Step(
            Words("定{homeless}句问题的去向，再结束会议", homeless=homeless),
            Words("点评里的每句问题，列为任务草案，或写明为什么不列。"),
            Words("去定问题去向"),
            link=reverse("office:sentence-list", args=[meeting.pk]),
        )
    if line is None:
        return Step(
            Words("议程走完了，结束会议"),
            Words("签到人数定格，没有进行的几项记为没有进行。逐一点评没有写完时不会结束。"),
            Words("结束会议"),
            "meeting-end",
        )
    item = next(item for item in items if item.pk == line.item_id)
    title, effect, button = _words_of(item, is_first=sitting.state == SittingState.CHECK_IN)
    return Step(title, effect, button, "meeting-start-item", item)


def _before_opening(meeting: ReviewMeeting) -> Step:
    if meeting.cycle.state == "draft":
        return Step(
            Words("先封存方案，再打开会场"),
            Words("议程按封存的方案生成。名单、规则都核对过，就可以封存。"),
            Words("去封存方案"),
            link=f"/office/cycles/{meeting.cycle_id}/freeze/",
        )
    return Step(
        Words("打开会场，开始签到"),
        Words("按方案生成议程，签到台和会场屏幕可以用了。开会前一天打开也行。"),
        Words("打开会场，开始签到"),
        "meeting-open",
    )


def _words_of(item: AgendaItem, *, is_first: bool) -> tuple[str, str, str]:
    ends = Words("签到还可以继续。") if is_first else Words("现在这一项到此结束。")
    name = item.title
    if item.kind == ItemKind.REPORT and item.reporter is not None:
        who = Words("{name}　{person}", name=name, person=item.reporter.person.name)
        return (
            Words("请下一位：{who}", who=who),
            Words("{ends}会场屏幕换成这一位，计时从头开始。", ends=ends),
            Words("开始述职"),
        )
    if item.kind == ItemKind.COMMENT:
        return (
            Words("点评：{name}", name=name),
            Words("{ends}会场屏幕换成点评，计时从头开始。", ends=ends),
            Words("开始点评"),
        )
    if item.kind == ItemKind.BALLOT:
        return (
            name,
            Words("{ends}会场屏幕换成投票。开箱由监票人在“票条与投票”里按。", ends=ends),
            Words("开始测评"),
        )
    if item.kind == ItemKind.OPENING:
        return name, Words("{ends}会场屏幕从签到换成会议名称。", ends=ends), Words("开始开会")
    return name, Words("{ends}会场屏幕换成这一项。", ends=ends), Words("开始这一项")
