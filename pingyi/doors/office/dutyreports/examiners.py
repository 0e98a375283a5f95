"""Who examines at which level below the clerks."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.queries import accounts_with_roles, organisation_with_id
from pingyi.review.cycles.queries import settings_of
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.cycles.queries.reporters import reporters_of_cycle
from pingyi.review.dutyreports.domain.levels import level_names
from pingyi.review.dutyreports.queries import examiners_of
from pingyi.review.dutyreports.rules import may_set_reports
from pingyi.review.dutyreports.services import dismiss_examiner, name_examiner

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle


@office_page
@require_http_methods(["GET", "POST"])
def examiner_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `level` (its name), `account`, `organisation` (empty: all of them)."""
    cycle = _cycle(request, cycle_id)
    if request.method == "GET":
        return _page(request, cycle)
    try:
        examiner = name_examiner(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            level=request.POST.get("level", ""),
            account_id=sent_number(request.POST, "account"),
            organisation=organisation_with_id(sent_number(request.POST, "organisation")),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, cycle, refusal)
    where = examiner.organisation.name if examiner.organisation else Words("全部单位")
    messages.success(
        request,
        Words(
            "{display_name}在“{level}”这一级审{where}的报告。",
            display_name=examiner.account.display_name,
            level=examiner.level,
            where=where,
        ),
    )
    return redirect("office:examiner-list", cycle_id)


@office_page
@require_POST
def examiner_dismiss(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `examiner`, the number of the row."""
    cycle = _cycle(request, cycle_id)
    dismiss_examiner(
        actor=request.actor, now=now(), cycle=cycle, examiner_id=sent_number(request.POST, "examiner")
    )
    messages.success(request, Words("去掉了，审过的都还记着。"))
    return redirect("office:examiner-list", cycle_id)


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    names = level_names(settings_of(cycle).report_levels)
    rows = examiners_of(cycle)
    reporters = reporters_of_cycle(cycle)
    whole = len(reporters)
    own = [reporter.organisation_id for reporter in reporters]
    levels = []
    for name in names[:-1]:
        here = [row for row in rows if row.level == name]
        for_all = any(row.organisation_id is None for row in here)
        covered = whole if for_all else len({row.organisation_id for row in here} & set(own))
        levels.append((name, here, covered))
    shown = {
        "cycle": cycle,
        "names": names,
        "levels": levels,
        "whole": whole,
        "accounts": [row for row in accounts_with_roles() if row.account.is_active],
        "organisations": [reporter.organisation for reporter in reporters],
        "typed": request.POST,
        "refusal": refusal,
        "is_open": cycle.state != "archived",
    }
    return render(request, "office/examiner-list.html", shown, status=refusal.status if refusal else 200)


def _cycle(request: OfficeRequest, cycle_id: int) -> "Cycle":
    cycle = find_cycle(cycle_id)
    if not may_set_reports(request.actor, cycle):
        raise Forbidden(Words("审核人由经办人指定。"))
    return cycle
