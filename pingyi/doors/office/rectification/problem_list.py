"""The problems of a cycle: the list with its counts, and putting a problem on it by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.form_fields import Field
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.bars import Viewer, bar_of_problems
from pingyi.doors.office.rectification.lines import problem_line
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries.lookup import find_organisation
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.rectification.phrases import SOURCES, TAGS
from pingyi.review.rectification.queries.board import Wish, problem_board
from pingyi.review.rectification.rules import may_read_all, may_read_own
from pingyi.review.rectification.services import raise_problem

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle

FILTERS = (
    ("", Words("全部")),
    ("late", Words("逾期")),
    ("carried", Words("往年遗留")),
    ("withdrawn", Words("经说明撤下")),
)
# What a clerk puts on the list by hand; comments are recorded at the meeting.
BY_HAND = ("inspection", "ballot_remark", "self_found", "last_year")


@office_page
@require_GET
def problem_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """GET show (a state, late or carried), tag. A secretary gets her own organisations only."""
    return _page(request, find_cycle(cycle_id), NOT_FAILED)


@office_page
@require_POST
def problem_raise(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST organisation, text, source (inspection|ballot_remark|self_found|last_year), source_note, tags (several)."""
    cycle = find_cycle(cycle_id)
    return act_or_show(
        request,
        lambda: raise_problem(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            organisation=find_organisation(sent_number(request.POST, "organisation")),
            text=request.POST.get("text", ""),
            source=_source(request),
            source_note=request.POST.get("source_note", "").strip()[:200],
            tags=request.POST.getlist("tags"),
        ),
        lambda failed: _page(request, cycle, failed),
        form="raise",
        back=reverse("office:problem-list", args=[cycle.pk]),
        said=Words("列进问题清单了，等单位认领。"),
    )


def own_only(actor: Actor, cycle: Cycle) -> frozenset[int] | None:
    """None for who reads everything; the own organisations for a secretary; others have no page here."""
    if may_read_all(actor, cycle):
        return None
    if may_read_own(actor, cycle):
        return actor.organisation_ids
    raise Forbidden(Words("问题和整改由经办人、领导和单位书记看。"))


def _page(request: OfficeRequest, cycle: Cycle, failed: Failed) -> HttpResponse:
    organisation_ids = own_only(request.actor, cycle)
    wish = Wish(
        request.GET.get("tag", ""), request.GET.get("show", ""), sent_number(request.GET, "page") or 1
    )
    day = today(now())
    board = problem_board(cycle, day, wish=wish, organisation_ids=organisation_ids)
    is_clerk = may_prepare(request.actor, cycle)
    viewer = Viewer(may_rule=organisation_ids is None, may_check=is_clerk)
    shown = {
        "cycle": cycle,
        "here": reverse("office:problem-list", args=[cycle.pk]),
        "board": board,
        "groups": [(group, [problem_line(row, cycle) for row in group.rows]) for group in board.groups],
        "bar": bar_of_problems(board, cycle.pk, viewer),
        "wish": wish,
        "filters": FILTERS,
        "tags": [(tag, words, board.tags[tag]) for tag, words in TAGS.items()],
        "may_raise": is_clerk,
        "may_download_all": organisation_ids is None,
        "refusal": failed.refusal,
        "failed": failed.form,
        "raise_fields": _raise_fields(failed, cycle) if is_clerk else [],
        "raise_words": failed.state("raise").field("text", Words("问题")),
        "raise_tags": request.POST.getlist("tags"),
    }
    return render(request, "office/problem-list.html", shown, status=failed.status)


def _raise_fields(failed: Failed, cycle: Cycle) -> list[Field]:
    form = failed.state("raise")
    below = organisations_under_review(cycle.convenor, cycle.year)
    choices = [(str(one.pk), one.name) for one in below]
    return [
        form.field("organisation", Words("单位"), kind="select", options=choices),
        form.field(
            "source", Words("来源"), kind="select", options=[(source, SOURCES[source]) for source in BY_HAND]
        ),
        form.field("source_note", Words("出处"), hint=Words("哪次检查、哪份材料，可以空着")),
    ]


def _source(request: OfficeRequest) -> str:
    source = request.POST.get("source", "")
    return source if source in BY_HAND else BY_HAND[0]
