"""The examiner's own word beside a sentence of the report, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.dutyreports.claim_lines import TypedWord
from pingyi.doors.office.dutyreports.show import report_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.review.dutyreports.queries import find_report
from pingyi.review.evidence.domain.finding import Finding, finding_in
from pingyi.review.evidence.services import give_word, take_word_back

_DONE = {Finding.VERIFIED: Words("记下了：核实。"), Finding.DISPUTED: Words("记下了：与材料不符。")}


@office_page
@require_POST
def say(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST section, sentence, finding (verified|disputed), note, version, word (the one that was seen, or 0), claim
    (the line to come back to).
    """
    report, sent = find_report(report_id), request.POST
    place, note = (sent.get("section", ""), sent.get("sentence", "")), sent.get("note", "")
    finding = finding_in(sent.get("finding", ""))
    if finding is None:
        raise Missing(Words("请按“核实”或者“与材料不符”。"), code="claim.finding")
    try:
        give_word(
            actor=request.actor,
            now=now(),
            report=report,
            place=place,
            finding=finding,
            note=note,
            seen_version=sent_number(sent, "version"),
            seen_word=sent_number(sent, "word"),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return report_page(request, find_report(report_id), refusal, word=TypedWord(place, note))
    messages.success(request, _DONE[finding])
    return _back(request, report_id)


@office_page
@require_POST
def take_back(request: OfficeRequest, report_id: int) -> HttpResponse:
    """POST word, claim (the line to come back to)."""
    report, word_id = find_report(report_id), sent_number(request.POST, "word")
    try:
        take_word_back(actor=request.actor, now=now(), report=report, word_id=word_id)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return report_page(request, find_report(report_id), refusal)
    messages.success(request, Words("收回了。"))
    return _back(request, report_id)


def _back(request: OfficeRequest, report_id: int) -> HttpResponse:
    line = sent_number(request.POST, "claim")
    return redirect(reverse("office:report-show", args=[report_id]) + (f"#claim-{line}" if line else ""))
