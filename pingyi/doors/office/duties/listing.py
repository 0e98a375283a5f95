"""All responsibility lists of a year: laying them out, giving them out, how far each is."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.duties.bars import bar_of_board
from pingyi.doors.office.duties.words import whose
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.queries import body_with_id
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.duties.domain.entries import Holder
from pingyi.review.duties.phrases import HOLDERS
from pingyi.review.duties.queries import list_board, template_of
from pingyi.review.duties.rules import may_keep_lists, may_read_lists
from pingyi.review.duties.services import begin_body_list, begin_secretary_lists, issue_ready_lists

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_GET
def duty_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    return _page(request, find_cycle(cycle_id), NOT_FAILED)


@office_page
@require_POST
def duty_begin(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: a draft for every secretary in post who has none."""
    cycle = find_cycle(cycle_id)
    return act_or_show(
        request,
        lambda: begin_secretary_lists(actor=request.actor, now=now(), cycle=cycle),
        lambda failed: _page(request, cycle, failed),
        form="begin",
        back=_here(cycle),
        said=Words("列好了，是草稿。逐张看过、写上期限，再印发。"),
    )


@office_page
@require_POST
def duty_begin_body(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST body."""
    cycle = find_cycle(cycle_id)
    return act_or_show(
        request,
        lambda: begin_body_list(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            body=body_with_id(sent_number(request.POST, "body")).body,
        ),
        lambda failed: _page(request, cycle, failed),
        form="begin-body",
        back=_here(cycle),
        said=Words("列好了，是草稿。看过、写上期限，再印发。"),
    )


@office_page
@require_POST
def duty_issue_ready(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: every draft that lacks nothing."""
    cycle = find_cycle(cycle_id)
    return act_or_show(
        request,
        lambda: issue_ready_lists(actor=request.actor, now=now(), cycle=cycle),
        lambda failed: _page(request, cycle, failed),
        form="issue",
        back=_here(cycle),
        said=Words("写齐的都印发了，各单位书记看得到了。"),
    )


def _here(cycle: "Cycle") -> str:
    return reverse("office:duty-list", args=[cycle.pk])


def _page(request: OfficeRequest, cycle: "Cycle", failed: Failed) -> HttpResponse:
    if not may_read_lists(request.actor, cycle):
        raise Forbidden(Words("全部责任清单由经办人和领导看。您单位的在“我的责任清单”。"))
    board = list_board(cycle, reckoning_on(today(now()), cycle.institution_id))
    may_keep = may_keep_lists(request.actor, cycle)
    shown = {
        "cycle": cycle,
        "board": board,
        "lines": [(row, whose(row.duty_list)) for row in board.rows],
        "bar": bar_of_board(board, cycle, may_keep=may_keep),
        "may_keep": may_keep,
        "templates": [(HOLDERS[holder], template_of(cycle, holder)) for holder in Holder],
        "body_field": failed.state("begin-body").field(
            "body",
            Words("班子"),
            kind="select",
            options=[
                (str(row.body.pk), f"{row.body.organisation.name}　{row.body.name}") for row in board.bodies
            ],
        ),
        "refusal": failed.loose,
    }
    return render(request, "office/duty-list.html", shown, status=failed.status)
