"""The requirements of the speech: how far everybody is with them, and one organisation's answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.bars import Viewer, bar_of_follow_up, bar_of_requirements
from pingyi.doors.office.rectification.lines import follow_up_chip
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.rectification.domain.follow_up import FollowUpAct, state_after
from pingyi.review.rectification.phrases import LEVELS
from pingyi.review.rectification.queries.follow_up_board import requirement_board
from pingyi.review.rectification.queries.known import is_follow_up_known
from pingyi.review.rectification.queries.lookup import find_follow_up
from pingyi.review.rectification.rules import may_answer, may_check, may_read
from pingyi.review.rectification.services import answer_follow_up, close_follow_up, send_back_follow_up

if TYPE_CHECKING:
    from pingyi.review.rectification.models import FollowUp


@office_page
@require_GET
def follow_up_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """All requirements with the answers; a secretary gets her own organisations only."""
    cycle = find_cycle(cycle_id)
    organisation_ids = own_only(request.actor, cycle)
    rows = requirement_board(cycle, organisation_ids)
    shown = {
        "cycle": cycle,
        "asked": sum(len(row.follow_ups) for row in rows),
        "answered": sum(row.answered for row in rows),
        "done": sum(row.done for row in rows),
        "lines": [
            (row, LEVELS[row.requirement.level], [(one, follow_up_chip(one.state)) for one in row.follow_ups])
            for row in rows
        ],
        "bar": bar_of_requirements(rows, Viewer(may_check=may_prepare(request.actor, cycle))),
    }
    return render(request, "office/follow-up-list.html", shown)


@office_page
@require_GET
def follow_up_show(request: OfficeRequest, follow_up_id: int) -> HttpResponse:
    return _page(request, _readable(request.actor, follow_up_id), NOT_FAILED)


@office_page
@require_POST
def follow_up_answer(request: OfficeRequest, follow_up_id: int) -> HttpResponse:
    """POST answer."""
    row = _readable(request.actor, follow_up_id)
    words = request.POST.get("answer", "")
    return _act(
        request,
        row,
        lambda: answer_follow_up(actor=request.actor, now=now(), follow_up=row, answer=words),
        "answer",
        Words("答复记下了，等办结。"),
    )


@office_page
@require_POST
def follow_up_send_back(request: OfficeRequest, follow_up_id: int) -> HttpResponse:
    """POST reason."""
    row = _readable(request.actor, follow_up_id)
    reason = request.POST.get("reason", "")
    return _act(
        request,
        row,
        lambda: send_back_follow_up(actor=request.actor, now=now(), follow_up=row, reason=reason),
        "send-back",
        Words("退回了，单位看得到理由。"),
    )


@office_page
@require_POST
def follow_up_close(request: OfficeRequest, follow_up_id: int) -> HttpResponse:
    """POST nothing."""
    row = _readable(request.actor, follow_up_id)
    return _act(
        request,
        row,
        lambda: close_follow_up(actor=request.actor, now=now(), follow_up=row),
        "close",
        Words("办结了。"),
    )


def _readable(actor: Actor, follow_up_id: int) -> "FollowUp":
    row = find_follow_up(follow_up_id)
    if not may_read(actor, row):
        raise Forbidden(Words("这条要求由经办人、领导和所在单位的书记看。"))
    if not actor.has_role("clerk", "leader") and not is_follow_up_known(row):
        raise Missing(Words("没有找到这条要求。会议结束以后，要求才发给单位。"), code="follow_up.not_known")
    return row


def _act(
    request: OfficeRequest, row: "FollowUp", act: Callable[[], object], form: str, said: str
) -> HttpResponse:
    return act_or_show(
        request,
        act,
        lambda failed: _page(request, row, failed),
        form=form,
        back=reverse("office:follow-up-show", args=[row.pk]),
        said=said,
    )


def _page(request: OfficeRequest, row: "FollowUp", failed: Failed) -> HttpResponse:
    viewer = Viewer(may_answer=may_answer(request.actor, row), may_check=may_check(request.actor, row))
    shown = {
        "follow_up": row,
        "requirement": row.requirement,
        "cycle": row.requirement.cycle,
        "level": LEVELS[row.requirement.level],
        "chip": follow_up_chip(row.state),
        "bar": bar_of_follow_up(row, viewer),
        "may_answer": viewer.may_answer and state_after(row.state, FollowUpAct.ANSWER) is not None,
        "may_send_back": viewer.may_check and state_after(row.state, FollowUpAct.SEND_BACK) is not None,
        "failed": failed,
        "answer_field": failed.state("answer", answer=row.answer).field("answer", Words("本单位怎么落实")),
        "send_back_field": failed.state("send-back").field(
            "reason", Words("退回理由"), hint=Words("还差什么，单位照着补")
        ),
    }
    return render(request, "office/follow-up-show.html", shown, status=failed.status)
