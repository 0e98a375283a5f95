"""One list: as it stands, and giving it out, throwing a draft away, handing it to a new secretary."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.duties.bars import bar_of_list
from pingyi.doors.office.duties.reading import readable_list
from pingyi.doors.office.duties.words import duty_sections, plan_sections, whose
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.queries.calendar import reckoning_on
from pingyi.review.cycles.domain.fingerprint import spoken
from pingyi.review.cycles.queries.incumbents import incumbents
from pingyi.review.duties.phrases import STAGES
from pingyi.review.duties.queries import read_list
from pingyi.review.duties.queries.boards import board_row
from pingyi.review.duties.rules import may_confirm, may_keep_lists, may_report
from pingyi.review.duties.services import discard_list, hand_over_list, issue_list

if TYPE_CHECKING:
    from pingyi.review.duties.models import DutyList


@office_page
@require_GET
def duty_show(request: OfficeRequest, duty_list_id: int) -> HttpResponse:
    """A secretary gets the lists of her own organisation once they are in force."""
    return list_page(request, readable_list(request.actor, duty_list_id), NOT_FAILED)


@office_page
@require_POST
def duty_issue(request: OfficeRequest, duty_list_id: int) -> HttpResponse:
    """No fields."""
    row = readable_list(request.actor, duty_list_id)
    return _act(
        request,
        row,
        lambda: issue_list(actor=request.actor, now=now(), duty_list=row),
        Words("印发了，单位看得到、报得了。"),
    )


@office_page
@require_POST
def duty_discard(request: OfficeRequest, duty_list_id: int) -> HttpResponse:
    """No fields; a draft only."""
    row = readable_list(request.actor, duty_list_id)
    return _act(
        request,
        row,
        lambda: discard_list(actor=request.actor, now=now(), duty_list=row),
        Words("草稿撤掉了。"),
        back=reverse("office:duty-list", args=[row.cycle_id]),
    )


@office_page
@require_POST
def duty_hand_over(request: OfficeRequest, duty_list_id: int) -> HttpResponse:
    """No fields: to the secretary who is in post now."""
    row = readable_list(request.actor, duty_list_id)
    return _act(
        request,
        row,
        lambda: hand_over_list(actor=request.actor, now=now(), duty_list=row),
        Words("清单交给了现任书记，没办完的由她接着办。"),
    )


def list_page(request: OfficeRequest, duty_list: "DutyList", failed: Failed) -> HttpResponse:
    actor = request.actor
    reading = read_list(duty_list, reckoning_on(today(now()), duty_list.institution_id))
    in_post = incumbents([duty_list.organisation], duty_list.cycle.year)
    row = board_row(reading, in_post)
    may_keep = may_keep_lists(actor, duty_list.cycle)
    shown = {
        "cycle": duty_list.cycle,
        "duty_list": duty_list,
        "whose": whose(duty_list),
        "reading": reading,
        "row": row,
        "bar": bar_of_list(
            row,
            may_keep=may_keep,
            may_report=may_report(actor, duty_list),
            may_confirm=may_confirm(actor, duty_list),
        ),
        "duties": duty_sections(reading),
        "plan": plan_sections(reading),
        "stages": STAGES.items(),
        "fingerprint": spoken(duty_list.fingerprint) if duty_list.fingerprint else "",
        "may_keep": may_keep,
        "is_own": not actor.has_role("clerk", "leader"),
        "refusal": failed.refusal,
    }
    return render(request, "office/duty-show.html", shown, status=failed.status)


def _act(
    request: OfficeRequest, row: "DutyList", act: Callable[[], object], said: str, back: str = ""
) -> HttpResponse:
    return act_or_show(
        request,
        act,
        lambda failed: list_page(request, readable_list(request.actor, row.pk), failed),
        form="list",
        back=back or reverse("office:duty-show", args=[row.pk]),
        said=said,
    )
