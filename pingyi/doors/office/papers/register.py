"""发文登记: letterheads, the numbers of a year, numbers used before, papers written elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.documents.queries import entries_of, find_number, find_series, next_numbers, series_list, years_of
from pingyi.documents.queries.register import starts_of
from pingyi.documents.register_sheet import register_sheet
from pingyi.documents.render.files import excel_file
from pingyi.documents.rules import may_keep_register, may_read_register
from pingyi.documents.services import close_series, open_series, register_paper, set_series_start, void_number
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.papers.reading import rendered_answer
from pingyi.doors.office.sent_fields import number_in, sent_day, sent_number, typed_number
from pingyi.review.papers.queries import paper_of_number
from pingyi.review.papers.services import void_paper


@office_page
@require_GET
def show(request: OfficeRequest) -> HttpResponse:
    """?year= one year, this year without it."""
    _allow(request)
    this_year = today(now()).year
    year = number_in(request.GET.get("year", "")) or this_year
    upcoming = next_numbers(today(now()))
    shown = {
        "year": year,
        "years": sorted({*years_of(), this_year}, reverse=True),
        "entries": entries_of(year),
        "starts": starts_of(year),
        "letterheads": [(one, upcoming.get(one.pk, "")) for one in series_list()],
        "today": today(now()),
        "may_keep": may_keep_register(request.actor),
    }
    return render(request, "office/register-show.html", shown)


@office_page
@require_POST
def add_series(request: OfficeRequest) -> HttpResponse:
    """POST `code` `mark` `issuer` `printer`."""
    sent = request.POST.dict()
    return _act(
        request,
        lambda: open_series(
            actor=request.actor,
            now=now(),
            code=sent.get("code", ""),
            mark=sent.get("mark", ""),
            issuer=sent.get("issuer", ""),
            printer=sent.get("printer", ""),
        ),
        Words("加好了，从1号起编。以前用过的号，在它那一行登记。"),
    )


@office_page
@require_POST
def close(request: OfficeRequest, series_id: int) -> HttpResponse:
    """No fields."""
    series = find_series(series_id)
    return _act(
        request,
        lambda: close_series(actor=request.actor, now=now(), series=series),
        Words("停用了，已经编的号都留着。"),
    )


@office_page
@require_POST
def start(request: OfficeRequest, series_id: int) -> HttpResponse:
    """POST `year` `used` `reason`."""
    series, sent = find_series(series_id), request.POST.dict()

    def act() -> object:
        used = typed_number(sent, "used")
        return set_series_start(
            actor=request.actor,
            now=now(),
            series=series,
            year=typed_number(sent, "year") or today(now()).year,
            used=-1 if used is None else used,
            reason=sent.get("reason", ""),
        )

    return _act(
        request,
        act,
        Words("登记了，接着往下编。"),
    )


@office_page
@require_POST
def take(request: OfficeRequest) -> HttpResponse:
    """POST `series` `title` `issued_on`: a number for a paper that is written elsewhere."""
    sent = request.POST.dict()

    def act() -> object:
        if not sent_number(sent, "series"):
            raise Refused(Words("选一个机关代字。"), code="number.series", field="series")
        return register_paper(
            actor=request.actor,
            now=now(),
            series=find_series(sent_number(sent, "series")),
            title=sent.get("title", ""),
            issued_on=sent_day(sent, "issued_on") or today(now()),
        )

    return _act(request, act, Words("取好号了，在登记簿最下面。"))


@office_page
@require_POST
def void(request: OfficeRequest, number_id: int) -> HttpResponse:
    """POST `reason`. The paper that has this number becomes void with it."""
    number = find_number(number_id)
    paper, reason = paper_of_number(number), request.POST.get("reason", "")

    def act() -> object:
        if paper is not None:
            return void_paper(actor=request.actor, now=now(), paper=paper, reason=reason)
        return void_number(actor=request.actor, now=now(), number=number, reason=reason)

    return _act(request, act, Words("作废了，号留在登记簿上，后面写着原因。"))


@office_page
@require_GET
def year_file(request: OfficeRequest) -> HttpResponse:
    """?year= the register of a year as a workbook."""
    _allow(request)
    year = number_in(request.GET.get("year", "")) or today(now()).year
    name = request.actor.institution.name
    return rendered_answer(excel_file(register_sheet(name, year, entries_of(year), starts_of(year))))


def _allow(request: OfficeRequest) -> None:
    if not may_read_register(request.actor):
        raise Forbidden(Words("发文登记由经办人管，经办人和领导看。"))


def _act(request: OfficeRequest, act: Callable[[], object], said: str) -> HttpResponse:
    if not may_keep_register(request.actor):
        raise Forbidden(Words("发文登记由经办人管，经办人和领导看。"))
    return act_and_return(request, act, reverse("office:register-show"), said)
