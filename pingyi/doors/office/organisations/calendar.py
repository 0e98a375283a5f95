"""The working calendar: which years are known, from which notice, and how one is entered."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of
from pingyi.organisations.domain.calendar_text import write_calendar
from pingyi.organisations.domain.working_days import KnownYear
from pingyi.organisations.queries.calendar import own_years, work_calendar
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.calendar import FIRST, LAST, drop_calendar, keep_calendar

AHEAD = 2


@office_page
@require_GET
def calendar_list(request: OfficeRequest) -> HttpResponse:
    """Every year that is known, and the next ones that are not."""
    _readable(request)
    calendar = work_calendar(request.actor.institution_id)
    own = {one.year for one in own_years(request.actor.institution_id)}
    this_year = today(now()).year
    years = sorted({*calendar.years, *range(this_year, this_year + AHEAD)}, reverse=True)
    shown = {
        "rows": [(year, calendar.years.get(year), year in own) for year in years],
        "unknown": [year for year in range(this_year, this_year + AHEAD) if year not in calendar.years],
        "this_year": this_year,
        "may_keep": may_keep_register(request.actor),
    }
    return render(request, "office/calendar-list.html", shown)


@office_page
@require_GET
def calendar_show(request: OfficeRequest, calendar_year: int) -> HttpResponse:
    return _page(request, calendar_year, None)


@office_page
@require_POST
def calendar_keep(request: OfficeRequest, calendar_year: int) -> HttpResponse:
    """POST source, text (one holiday to a line, as the notice words it)."""
    try:
        keep_calendar(
            actor=request.actor,
            now=now(),
            year=calendar_year,
            source=request.POST.get("source", ""),
            text=request.POST.get("text", ""),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, calendar_year, refusal)
    messages.success(request, Words("{year}年的工作日历存好了。", year=calendar_year))
    return redirect("office:calendar-show", calendar_year)


@office_page
@require_POST
def calendar_drop(request: OfficeRequest, calendar_year: int) -> HttpResponse:
    """POST nothing: the official notice counts again, if it is known."""
    drop_calendar(actor=request.actor, now=now(), year=calendar_year)
    messages.success(request, Words("{year}年另外录入的撤下了。", year=calendar_year))
    return redirect("office:calendar-list")


def _page(request: OfficeRequest, year: int, refusal: Refused | None) -> HttpResponse:
    _readable(request)
    if not FIRST <= year <= LAST:
        raise Missing(Words("没有这一年的日历。"), code="calendar.missing")
    calendar = work_calendar(request.actor.institution_id)
    known = calendar.years.get(year)
    is_own = any(one.year == year for one in own_years(request.actor.institution_id))
    sent = {name: str(value) for name, value in request.POST.items()} if refusal else None
    form = FormState("calendar", _stored(known), sent, faults_of(refusal))
    shown = {
        "year": year,
        "known": known,
        "is_own": is_own,
        "lines": write_calendar(known).splitlines() if known else [],
        "working_days": calendar.between(date(year - 1, 12, 31), date(year, 12, 31)) if known else 0,
        "may_keep": may_keep_register(request.actor),
        "source_field": form.field("source", Words("依据"), hint=Words("哪份通知，写全名和文号")),
        "text_field": form.field(
            "text",
            Words("放假安排"),
            hint=Words("一行写一个节日，可以照通知原文粘贴：春节：2月15日至23日放假。2月14日上班。"),
        ),
    }
    return render(request, "office/calendar-show.html", shown, status=refusal.status if refusal else 200)


def _stored(known: KnownYear | None) -> dict[str, str]:
    return {"source": known.source, "text": write_calendar(known)} if known else {}


def _readable(request: OfficeRequest) -> None:
    if not request.actor.has_role("clerk", "leader", "secretary"):
        raise Forbidden(Words("工作日历由经办人、领导和单位书记看。"))
