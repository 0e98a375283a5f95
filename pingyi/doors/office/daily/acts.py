"""What is done about the daily assessment of a review: the set chosen, scores calculated and handed over."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.acting import Failed, act_or_show
from pingyi.doors.office.daily.board import board_page
from pingyi.doors.office.daily.reading import stated_about
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import number_in
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.reporters import voted_on
from pingyi.review.daily.queries.sets import find_set
from pingyi.review.daily.services import calculate_daily, choose_sets, hand_over_daily

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_POST
def daily_choose(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST set-KIND for each kind of organisation; empty: not yet."""
    cycle = find_cycle(cycle_id)
    return act_or_show(
        request,
        lambda: choose_sets(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            chosen={
                name.removeprefix("set-"): find_set(number_in(text))
                for name, text in request.POST.dict().items()
                if name.startswith("set-") and text
            },
        ),
        lambda failed: board_page(request, cycle, failed),
        form="choose",
        back=_here(cycle),
        said=Words("选好了。各单位书记可以自评，台账里的数可以算了。"),
    )


@office_page
@require_POST
def daily_calculate(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """No fields: the facts are those of the calendar year of the review, as far as it has gone by."""
    cycle = find_cycle(cycle_id)
    moment = now()
    try:
        made = calculate_daily(
            actor=request.actor,
            now=moment,
            cycle=cycle,
            stated=stated_about(voted_on(cycle), cycle.year, today(moment)),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return board_page(request, cycle, Failed("calculate", refusal, request.POST.dict()))
    messages.success(
        request,
        Words("算好了，{made}位有新的结果。", made=made) if made else Words("和上次算的一样，没有变动。"),
    )
    return redirect(_here(cycle))


@office_page
@require_POST
def daily_hand_over(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST sure (whatever changed since): every newest score becomes the daily mark."""
    cycle, moment = find_cycle(cycle_id), now()
    try:
        handed = hand_over_daily(
            actor=request.actor,
            now=moment,
            cycle=cycle,
            stated=stated_about(voted_on(cycle), cycle.year, today(moment)),
            is_sure="sure" in request.POST,
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return board_page(request, cycle, Failed("hand-over", refusal, request.POST.dict()))
    messages.success(
        request,
        Words("交到评议里了，{handed}位。", handed=handed)
        if handed
        else Words("评议里已经是这些分，没有变动。"),
    )
    return redirect(_here(cycle))


def _here(cycle: "Cycle") -> str:
    return reverse("office:daily-board", args=[cycle.pk])
