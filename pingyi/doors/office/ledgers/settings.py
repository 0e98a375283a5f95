"""The numbers of a ledger: what is in force today with level and source, and laying down one's own."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.ledgers.books import Book, book_of
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, sent_day
from pingyi.ledgers.kit.domain.parameters import InForce, Parameter, Sort, typed_value
from pingyi.ledgers.kit.phrases import LEVELS
from pingyi.ledgers.kit.queries import entries_of, rulebook_of
from pingyi.ledgers.kit.rules import may_lay_down, may_use_ledgers
from pingyi.ledgers.kit.services import lay_down

YES_NO = [("yes", Words("是")), ("no", Words("否"))]


@dataclass(frozen=True)
class Line:
    """One number as the page shows it."""

    parameter: Parameter
    in_force: InForce
    value: str
    level: str


@office_page
@require_GET
def setting_list(request: OfficeRequest, ledger: str) -> HttpResponse:
    """Every number in force today, and what was laid down so far."""
    if not may_use_ledgers(request.actor):
        raise Forbidden
    book, day = book_of(ledger), today(now())
    rulebook = rulebook_of(ledger, book.parameters)
    lines = [_line(one, rulebook.in_force(one.key, day)) for one in book.parameters]
    titles = {one.key: one for one in book.parameters}
    shown = {
        "ledger": ledger,
        "book": book,
        "home": reverse(book.home),
        "lines": lines,
        "entries": [
            (entry, titles[entry.key], _words(titles[entry.key], entry.value))
            for entry in entries_of(ledger)
            if entry.key in titles
        ],
        "may_lay_down": may_lay_down(request.actor),
    }
    return render(request, "office/ledger-setting-list.html", shown)


@office_page
def setting_edit(request: OfficeRequest, ledger: str, key: str) -> HttpResponse:
    """POST value, effective_from, reason."""
    if not may_lay_down(request.actor):
        raise Forbidden(Words("台账的规则由经办人按本单位的文件录入。"))
    book = book_of(ledger)
    parameter = next((one for one in book.parameters if one.key == key), None)
    if parameter is None:
        raise Missing(Words("没有这一条规则。"), code="setting.missing")
    if request.method != "POST":
        return _edit_page(request, ledger, book, parameter, None)
    try:
        lay_down(
            actor=request.actor,
            now=now(),
            ledger=ledger,
            parameter=parameter,
            typed=request.POST.get("value", ""),
            effective_from=sent_day(request.POST, "effective_from"),
            reason=request.POST.get("reason", ""),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _edit_page(request, ledger, book, parameter, refusal)
    messages.success(request, Words("定好了，从写的那一天起照此算。"))
    return redirect("office:ledger-setting-list", ledger)


def _line(parameter: Parameter, in_force: InForce) -> Line:
    return Line(parameter, in_force, _words(parameter, in_force.value), LEVELS[in_force.level])


def _words(parameter: Parameter, value: object) -> str:
    """A value as people read it."""
    typed = typed_value(parameter, value)
    if parameter.sort is Sort.YES_NO:
        return dict(YES_NO)[typed]
    if parameter.sort is Sort.CHOICE:
        return dict(parameter.choices)[typed]
    if parameter.sort is Sort.MONTHS and typed:
        return Words("{months}月", months=typed)
    return typed


def _edit_page(
    request: OfficeRequest, ledger: str, book: Book, parameter: Parameter, refusal: Refused | None
) -> HttpResponse:
    in_force = rulebook_of(ledger, book.parameters).in_force(parameter.key, today(now()))
    sent = {name: str(value) for name, value in request.POST.items()} if refusal else None
    stored = {"value": typed_value(parameter, in_force.value)}
    form = FormState("setting", stored, sent, faults_of(refusal))
    shown = {
        "ledger": ledger,
        "book": book,
        "home": reverse(book.home),
        "line": _line(parameter, in_force),
        "fields": [
            _value_field(form, parameter),
            form.field("effective_from", Words("从哪天起"), kind="date", is_required=True),
            form.field(
                "reason", Words("依据"), hint=Words("哪份文件或哪次会议定的，写全名和文号"), is_required=True
            ),
        ],
    }
    status = refusal.status if refusal else 200
    return render(request, "office/ledger-setting-edit.html", shown, status=status)


def _value_field(form: FormState, parameter: Parameter) -> Field:
    if parameter.sort is Sort.YES_NO:
        return form.field("value", parameter.title, kind="select", options=YES_NO)
    if parameter.sort is Sort.CHOICE:
        return form.field("value", parameter.title, kind="select", options=parameter.choices)
    return form.field("value", parameter.title, hint=parameter.hint, unit=parameter.unit)
