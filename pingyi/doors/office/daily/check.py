"""What secretaries handed in, looked at by somebody else."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.daily.reading import POINTS, sent_points
from pingyi.doors.office.form_fields import Field
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.daily.phrases import points_text
from pingyi.review.daily.queries.assessments import Assessment, find_assessment, waiting_for_check
from pingyi.review.daily.rules import may_check, may_read_board
from pingyi.review.daily.services import check_assessment, return_assessment

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@dataclass(frozen=True)
class CheckLine:
    """One self-assessment that waits. No fields where this clerk is no second person for it."""

    assessment: Assessment
    asked: str
    most: str
    fields: tuple[Field, ...]
    return_field: Field | None
    is_returning: bool


@office_page
@require_GET
def check_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    return _page(request, find_cycle(cycle_id), NOT_FAILED)


@office_page
@require_POST
def check_one(request: OfficeRequest, self_assessment_id: int) -> HttpResponse:
    """POST points, reason (where they are fewer than asked for)."""
    row = find_assessment(self_assessment_id)
    cycle = row.reporter.cycle
    return act_or_show(
        request,
        lambda: check_assessment(
            actor=request.actor,
            now=now(),
            assessment=row,
            found=sent_points(
                request.POST.get("points", ""),
                "points",
                Fraction(row.asked_numerator, row.asked_denominator),
            ),
            reason=request.POST.get("reason", ""),
        ),
        lambda failed: _page(request, cycle, failed),
        form=f"check-{row.pk}",
        back=reverse("office:daily-check-list", args=[cycle.pk]),
        said=Words("核对好了。"),
    )


@office_page
@require_POST
def return_one(request: OfficeRequest, self_assessment_id: int) -> HttpResponse:
    """POST reason."""
    row = find_assessment(self_assessment_id)
    cycle = row.reporter.cycle
    return act_or_show(
        request,
        lambda: return_assessment(
            actor=request.actor, now=now(), assessment=row, reason=request.POST.get("reason", "")
        ),
        lambda failed: _page(request, cycle, failed),
        form=f"return-{row.pk}",
        back=reverse("office:daily-check-list", args=[cycle.pk]),
        said=Words("退回了，单位看得到理由。"),
    )


def _page(request: OfficeRequest, cycle: "Cycle", failed: Failed) -> HttpResponse:
    if not may_read_board(request.actor, cycle) or not request.actor.has_role("clerk", "leader"):
        raise Forbidden(Words("自评由经办人核对，经办人和领导看。"))
    lines = [_line(request, one, failed) for one in waiting_for_check(cycle)]
    shown = {
        "cycle": cycle,
        "lines": lines,
        "mine": sum(bool(line.fields) for line in lines),
        "refusal": failed.loose,
    }
    return render(request, "office/daily-check-list.html", shown, status=failed.status)


def _line(request: OfficeRequest, one: Assessment, failed: Failed) -> CheckLine:
    row, asked = one.row, points_text(one.asked)
    indicator = row.indicator
    most = (
        points_text(one.asked * 0 + indicator.claimed_numerator)
        if indicator.claimed_denominator == 1
        else (f"{indicator.claimed_numerator}/{indicator.claimed_denominator}")
    )
    if not may_check(request.actor, row.reporter):
        return CheckLine(one, asked, most, (), None, is_returning=False)
    checking, returning = f"check-{row.pk}", f"return-{row.pk}"
    state = failed.state(checking, points=POINTS.typed(one.asked))
    fields = (
        state.field("points", Words("给几分"), hint=Words("最多{asked}分", asked=asked), css="w-n"),
        state.field("reason", Words("理由"), hint=Words("比自评低才要写")),
    )
    return CheckLine(
        one,
        asked,
        most,
        fields,
        failed.state(returning).field("reason", Words("为什么退回")),
        is_returning=failed.form == returning,
    )
