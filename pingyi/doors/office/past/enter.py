"""Entering an old text: hand in, settle damaged places, check what was read, confirm. Before that nothing is stored."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.past.fact_form import form_of, turns_sent
from pingyi.doors.office.past.handed_in import choices_of, cleaned_of, raw_text, settled
from pingyi.doors.office.sent_fields import faults_of, sent_number
from pingyi.organisations.queries import convenors_to_choose, organisation_with_id
from pingyi.publishing.domain.cleaning.log import WORDS
from pingyi.publishing.domain.reading.news import read
from pingyi.publishing.domain.typed_facts import read_typed
from pingyi.publishing.rules import may_record_past
from pingyi.publishing.services import OldText, record_past_review
from pingyi.publishing.services.record_past_review import refuse_again
from pingyi.review.cycles.services import SeveralFaults


@office_page
def past_new(request: OfficeRequest) -> HttpResponse:
    """POST `step`: clean (`file` or `text`); read (`name`, `raw`, `text`, `damage-N`, `own-N`); back (`name`, `raw`,
    `text`); confirm (those, `convenor_id`, the facts by key, `problems`, `turn-N`, `turn-org-N`).
    """
    if not may_record_past(request.actor):
        raise Forbidden(Words("往年的评议由经办人录入。"))
    if request.method != "POST":
        return _hand_in(request)
    step = {"read": _read, "back": _back, "confirm": _confirm}.get(request.POST.get("step", ""), _clean)
    return step(request)


def _hand_in(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    shown = {"refusal": refusal, "faults": faults_of(refusal), "text": request.POST.get("text", "")}
    return render(request, "office/past-new.html", shown, status=refusal.status if refusal else 200)


def _clean(request: OfficeRequest) -> HttpResponse:
    try:
        name, raw = raw_text(request.POST, request.FILES)
        text = cleaned_of(raw).text
        refuse_again(text)
    except Refused as refusal:
        return _hand_in(request, refusal)
    return _check(request, name, raw, text)


def _check(
    request: OfficeRequest, name: str, raw: str, text: str, faults: Mapping[int, str] | None = None
) -> HttpResponse:
    cleaned = cleaned_of(raw)
    sums: dict[str, int] = {}
    for change in cleaned.changes:
        sums[WORDS[change.kind]] = sums.get(WORDS[change.kind], 0) + change.count
    shown = {
        "name": name,
        "raw": raw,
        "text": text,
        "choices": choices_of(text, request.POST, faults or {}),
        "faults": faults,
        "changes": [(WORDS[change.kind], change) for change in cleaned.changes],
        "sums": sums,
        "total": sum(change.count for change in cleaned.changes if not change.note),
        "asked": [change for change in cleaned.changes if change.note],
    }
    return render(request, "office/past-check.html", shown, status=409 if faults else 200)


def _read(request: OfficeRequest) -> HttpResponse:
    name, raw, sent = _carried(request)
    text, faults = settled(sent, request.POST)
    if faults:
        return _check(request, name, raw, sent, faults)
    return _facts(request, name, raw, text)


def _back(request: OfficeRequest) -> HttpResponse:
    return _check(request, *_carried(request))


def _facts(
    request: OfficeRequest, name: str, raw: str, text: str, refusal: Refused | None = None
) -> HttpResponse:
    news = read(text)
    faults = faults_of(refusal)
    form = form_of(news, request.POST if refusal else None, faults)
    convenors = convenors_to_choose()
    shown = {
        "name": name,
        "raw": raw,
        "text": text,
        "form": form,
        "news": news,
        "convenors": [(str(one.pk), one.name) for one in convenors],
        "convenor_id": request.POST.get("convenor_id", str(convenors[0].pk) if convenors else ""),
        "refusal": refusal,
        "faults": faults,
    }
    return render(request, "office/past-facts.html", shown, status=refusal.status if refusal else 200)


def _confirm(request: OfficeRequest) -> HttpResponse:
    name, raw, text = _carried(request)
    try:
        convenor = organisation_with_id(sent_number(request.POST, "convenor_id"))
        if convenor is None:
            raise Missing(Words("请选由哪个党组织召开。"), code="past.convenor")
        typed = read_typed(request.POST, today(now()).year)
        if typed.faults:
            raise SeveralFaults(typed.faults, code="past.facts")
        past = record_past_review(
            actor=request.actor,
            now=now(),
            convenor=convenor,
            text=OldText(name, raw, text),
            facts=typed.facts,
            turns=turns_sent(request.POST),
        )
    except Refused as refusal:
        return _facts(request, name, raw, text, refusal)
    messages.success(request, Words("{year}年度的评议录好了。", year=past.cycle.year))
    return redirect("office:past-show", past.pk)


def _carried(request: OfficeRequest) -> tuple[str, str, str]:
    """The text that travels with the form; it comes back from the browser, so it is checked like a new one."""
    name = request.POST.get("name", "")
    raw = request.POST.get("raw", "").replace("\r\n", "\n")
    _, text = raw_text(request.POST, {})
    raw_text({"text": raw}, {})
    return name, raw, text
