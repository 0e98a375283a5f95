"""How often the bodies of units met in a year: the matrix, and why a period was missed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.decisions.reading import may_write, second_level, units_seen
from pingyi.doors.office.ledgers.years import year_in, years_to_choose
from pingyi.doors.office.orglife.cells import CellLine, lines_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.queries.meeting_times import BodyYear, excuses_of, year_of_bodies
from pingyi.ledgers.decisions.services import excuse_meeting
from pingyi.ledgers.kit.domain.matrix import Cell, Mark
from pingyi.ledgers.kit.domain.periods import period_with_code

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


@dataclass(frozen=True)
class Opened:
    """The cell that the form below is about."""

    unit: "Organisation"
    cell: Cell
    reason: str
    may_excuse: bool


@office_page
@require_GET
def meeting_times(request: OfficeRequest) -> HttpResponse:
    """GET `year`, `body`, and `cell` (unit and period, as in 12:2025-month-3) for the form below."""
    return _page(request, NOT_FAILED)


@office_page
@require_POST
def meeting_excuse(request: OfficeRequest) -> HttpResponse:
    """POST `reason`. The cell is in the address, as for the page."""
    unit_id, _, code = request.GET.get("cell", "").partition(":")
    unit = next((one for one in units_seen(request.actor) if str(one.pk) == unit_id), None)
    period, body = period_with_code(code), request.GET.get("body", "")
    if unit is None or period is None or body not in list(BodyKind):
        raise Missing
    return act_or_show(
        request,
        lambda: excuse_meeting(
            actor=request.actor,
            now=now(),
            organisation=unit,
            body=BodyKind(body),
            period=period,
            reason=request.POST.get("reason", ""),
        ),
        lambda failed: _page(request, failed),
        form="excuse",
        back=f"{reverse('office:decision-meeting-times')}?body={body}&year={period.year}",
        said=Words("原因记下了。这一次仍然算没办。"),
    )


def _page(request: OfficeRequest, failed: Failed) -> HttpResponse:
    units = second_level(units_seen(request.actor))
    year, day = year_in(request), today(now())
    bodies = year_of_bodies(units, year, day)
    asked = request.GET.get("body", "")
    shown_body = next((one for one in bodies if one.body == asked), bodies[0] if bodies else None)
    lines = lines_of(shown_body.units, shown_body.matrix) if shown_body else []
    shown = {
        "year": year,
        "years": years_to_choose(year),
        "today": day,
        "tabs": [(one, BODIES[one.body]) for one in bodies],
        "body": shown_body,
        "body_words": BODIES[shown_body.body] if shown_body else "",
        "missed": sum(one.missed for one in bodies),
        "heads": [one.head for one in shown_body.matrix.periods] if shown_body else [],
        "lines": lines,
        "opened": _opened(request, shown_body, lines) if shown_body else None,
        "reason_field": failed.state("excuse").field("reason", Words("为什么没开")),
        "failed": failed,
    }
    return render(request, "office/decision-meeting-times.html", shown, status=failed.status)


def _opened(request: OfficeRequest, body: BodyYear, lines: list[CellLine]) -> Opened | None:
    """The cell that the address names, with the reason that was written."""
    code = request.GET.get("cell", "")
    for line in lines:
        for shown in line.cells:
            if shown.code == code:
                reasons = excuses_of(line.organisation, shown.cell.period.code)
                may = shown.cell.mark in (Mark.MISSED, Mark.EXCUSED)
                return Opened(
                    line.organisation,
                    shown.cell,
                    reasons.get(body.body, ""),
                    may_excuse=may and may_write(request.actor, line.organisation),
                )
    return None
