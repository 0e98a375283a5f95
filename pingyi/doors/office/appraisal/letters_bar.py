"""The bar on top of the letters: the one next step for the clerk and for the leader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.urls import reverse

from pingyi.core.words import Words
from pingyi.doors.office.appraisal.next_step import Bar
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.letter_state import LetterState
from pingyi.review.appraisal.queries.letters import LetterRow
from pingyi.review.appraisal.rules import may_confirm_opinions, may_write_letters

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

TO_WRITE = (LetterState.UNWRITTEN, LetterState.GIVEN_BACK)


def letters_bar(cycle: Cycle, rows: Sequence[LetterRow], actor: Actor) -> Bar:
    """Grades first, then opinions, the leader's word, giving out, and whoever has not opened hers."""
    waiting = [row for row in rows if row.opinion is not None and row.verdict is None]
    if may_confirm_opinions(actor, cycle) and waiting:
        return _to_confirm(cycle, waiting)
    asking = [row for row in rows if row.waits_for_answer]
    if may_confirm_opinions(actor, cycle) and asking:
        return _to_answer(cycle, asking)
    if not may_write_letters(actor, cycle):
        return Bar(
            Words("发出了{of} / {rows}封", of=_of(rows, LetterState.ISSUED), rows=len(rows)),
            Words("意见由经办人写、领导确认，经办人发。这里可以看每一封写了什么。"),
        )
    return _of_clerk(cycle, rows, waiting)


def _of_clerk(cycle: Cycle, rows: Sequence[LetterRow], waiting: Sequence[LetterRow]) -> Bar:
    ready = _of(rows, LetterState.READY)
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
    if any(row.state in TO_WRITE for row in rows):
        return _to_write(cycle, rows)
    if ready:
        return Bar(
            Words("发出写好的{ready}封", ready=ready),
            Words("发出以后书记在自己的页面上看得到，等次和意见照这时的存下。以后更正要重发。"),
            reverse("office:letter-issue", args=[cycle.pk]),
            Words("发出{ready}封", ready=ready),
            is_post=True,
        )
    if waiting:
        return Bar(
            Words("等领导确认意见，还有{waiting}份", waiting=len(waiting)),
            Words("领导在这一页逐份看、逐份确认；退回的照着改。确认了才能发。"),
        )
    undecided = _of(rows, LetterState.UNDECIDED)
    if undecided:
        return Bar(
            Words("等领导记会议定的等次，还有{undecided}位", undecided=undecided),
            Words("等次没有定的，可以先写意见；定了、写好、领导确认了才能发。"),
        )
    return _all_out(cycle, rows)


def _to_write(cycle: Cycle, rows: Sequence[LetterRow]) -> Bar:
    open_rows = [row for row in rows if row.state in TO_WRITE]
    first = open_rows[0]
    begins = (
        Words("点评里的话已经照原样填好，看过就存。")
        if first.has_words
        else Words("书面述职的没有现场点评，要自己写。")
    )
    if first.state is LetterState.GIVEN_BACK and first.verdict:
        begins = Words("领导退回时说：{note}", note=first.verdict.note)
    return Bar(
        Words("写综合评价意见，还有{unwritten}位", unwritten=len(open_rows)),
        Words("先写{organisation}。{begins}", organisation=first.reporter.organisation.name, begins=begins),
        reverse("office:letter-edit", args=[cycle.pk, first.reporter.pk]),
        Words("去写意见"),
    )


def _to_confirm(cycle: Cycle, waiting: Sequence[LetterRow]) -> Bar:
    first = waiting[0]
    return Bar(
        Words("确认综合评价意见，还有{waiting}份", waiting=len(waiting)),
        Words(
            "先看{organisation}。每一句从哪里来都标着；要改的写明理由退给经办人。",
            organisation=first.reporter.organisation.name,
        ),
        reverse("office:letter-edit", args=[cycle.pk, first.reporter.pk]),
        Words("去看这一份"),
    )


def _to_answer(cycle: Cycle, asking: Sequence[LetterRow]) -> Bar:
    first = asking[0]
    return Bar(
        Words("答复本人意见，还有{asking}位", asking=len(asking)),
        Words(
            "{organisation}的书记对反馈有不同意见。会议怎么看，由您答复，只答一次。",
            organisation=first.reporter.organisation.name,
        ),
        reverse("office:letter-edit", args=[cycle.pk, first.reporter.pk]),
        Words("去答复"),
    )


def _all_out(cycle: Cycle, rows: Sequence[LetterRow]) -> Bar:
    unread = sum(row.opening is None for row in rows)
    if unread:
        return Bar(
            Words("{rows}封都发了，还有{unread}位没有看", rows=len(rows), unread=unread),
            Words("催一次：在他们的首页出一条通知，配了邮件的同时寄一封。一天只催一次。"),
            reverse("office:letter-remind", args=[cycle.pk]),
            Words("催没有看的"),
            is_post=True,
        )
    return Bar(
        Words("{rows}封都发了，都看过了", rows=len(rows)),
        Words("接着看各单位认领问题、列任务。"),
        reverse("office:home-overview", args=[cycle.pk]),
        Words("回本轮总览"),
    )


def _of(rows: Sequence[LetterRow], state: LetterState) -> int:
    return sum(row.state is state for row in rows)
