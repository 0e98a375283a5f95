"""Supervision circulars (督查通报): choosing the range, looking at the text, giving it out, reading it."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.queries import next_numbers
from pingyi.documents.queries.register import active_series, find_series, text_of
from pingyi.documents.render import html
from pingyi.documents.render.files import WORD_KIND
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.problem_list import own_only
from pingyi.doors.office.sent_fields import number_in, sent_day, sent_number
from pingyi.review.appraisal.queries.polls import newest_result
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.cycles.queries.lookup import find_cycle
from pingyi.review.supervision.queries.circulars import circulars_of, find_circular
from pingyi.review.supervision.rules import may_read_circular, may_supervise
from pingyi.review.supervision.services import draft_circular, issue_circular

if TYPE_CHECKING:
    from pingyi.documents.models import NumberSeries
    from pingyi.review.cycles.models import Cycle


@office_page
@require_GET
def supervision_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """The text as it would go out to everybody. A secretary gets what went to her."""
    return _page(request, find_cycle(cycle_id), None, None)


@office_page
@require_POST
def supervision_issue(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST organisations (any number), addressee, asked, poll=on, series, issued_on; `act=look` only shows the text."""
    cycle = find_cycle(cycle_id)
    if not may_supervise(request.actor, cycle):
        raise Forbidden(Words("督查通报由经办人写、由经办人发。"))
    if request.POST.get("act") == "look":
        return _page(request, cycle, request.POST, None)
    try:
        issued_on = sent_day(request.POST, "issued_on") or today(now())
        circular = issue_circular(
            actor=request.actor,
            now=now(),
            cycle=cycle,
            organisation_ids=_chosen(request.POST),
            addressee=request.POST.get("addressee", ""),
            asked=request.POST.get("asked", ""),
            series=_series(request.POST),
            issued_on=issued_on,
            cites_poll="poll" in request.POST,
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, cycle, request.POST, refusal)
    messages.success(request, Words("印发了，通知了{count}个单位的书记。", count=len(circular.reader_ids)))
    return redirect("office:supervision-show", cycle.pk, circular.pk)


@office_page
@require_GET
def supervision_show(request: OfficeRequest, cycle_id: int, circular_id: int) -> HttpResponse:
    """As it went out. A secretary reads it if it went to her organisation."""
    cycle = find_cycle(cycle_id)
    circular = find_circular(cycle, circular_id)
    if not may_read_circular(request.actor, circular):
        raise Forbidden(Words("这份通报没有发到您的单位。"))
    number = text_of(circular.document_number) if circular.document_number else ""
    shown = {
        "cycle": cycle,
        "circular": circular,
        "number": number,
        "page": mark_safe(circular.page),  # noqa: S308 (made by our own renderer, which escapes)
    }
    return render(request, "office/supervision-show.html", shown)


@office_page
@require_GET
def supervision_file(request: OfficeRequest, cycle_id: int, circular_id: int) -> HttpResponse:
    """The .docx."""
    circular = find_circular(find_cycle(cycle_id), circular_id)
    if not may_read_circular(request.actor, circular):
        raise Forbidden(Words("这份通报没有发到您的单位。"))
    answer = HttpResponse(read_file(circular.word), content_type=WORD_KIND)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(circular.word.name)}"
    return answer


def _series(sent: QueryDict) -> "NumberSeries":
    number = sent_number(sent, "series")
    if not number:
        raise Refused(Words("选编哪个机关代字。"), code="circular.series", field="series")
    return find_series(number)


def _chosen(sent: QueryDict) -> list[int]:
    return [number_in(one) for one in sent.getlist("organisations")]


def _page(
    request: OfficeRequest, cycle: "Cycle", sent: QueryDict | None, refusal: Refused | None
) -> HttpResponse:
    own = own_only(request.actor, cycle)
    may_write = may_supervise(request.actor, cycle)
    shown: dict[str, object] = {
        "cycle": cycle,
        "circulars": [
            (one, text_of(one.document_number) if one.document_number else "")
            for one in circulars_of(cycle, own)
        ],
        "may_write": may_write,
        "refusal": refusal,
    }
    if may_write:
        shown |= _writing(request, cycle, sent, refusal)
    status = refusal.status if refusal else 200
    return render(request, "office/supervision-list.html", shown, status=status)


def _writing(
    request: OfficeRequest, cycle: "Cycle", sent: QueryDict | None, refusal: Refused | None
) -> dict[str, object]:
    units = organisations_under_review(cycle.convenor, cycle.year)
    chosen = [one.pk for one in units] if sent is None else _chosen(sent)
    addressee = Words("各二级党组织") if sent is None else str(sent.get("addressee", ""))
    asked = "" if sent is None else str(sent.get("asked", ""))
    preview = ""
    if refusal is None and units:
        try:
            _, document = draft_circular(
                actor=request.actor,
                now=now(),
                cycle=cycle,
                organisation_ids=chosen,
                addressee=str(addressee),
                asked=asked,
                cites_poll=sent is not None and "poll" in sent,
            )
            preview = html.render(document)
        except Refused as why:
            refusal = why
    day = today(now())
    upcoming = next_numbers(day)
    return {
        "units": [(one, one.pk in chosen) for one in units],
        "chosen": sum(one.pk in chosen for one in units),
        "addressee": addressee,
        "asked": asked,
        "poll": newest_result(cycle),
        "cites_poll": sent is not None and "poll" in sent,
        "refusal": refusal,
        "preview": mark_safe(preview),  # noqa: S308 (made by our own renderer, which escapes)
        "series": [(one, upcoming.get(one.pk, "")) for one in active_series()],
        "today": day,
    }
