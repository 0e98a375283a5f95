"""A draft of an indicator set, written all at once."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.evidence import measures
from pingyi.doors.office.daily.set_form import drawn, fields_sent, rows_sent, rows_typed
from pingyi.doors.office.daily.sets import known_measures
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, sent_number
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.review.daily.phrases import GAPS, RULES
from pingyi.review.daily.queries.sets import find_set, read_set
from pingyi.review.daily.rules import may_keep_sets
from pingyi.review.daily.services import save_set

if TYPE_CHECKING:
    from pingyi.review.daily.models import IndicatorSet


@office_page
@require_http_methods(["GET", "POST"])
def set_edit(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    """POST the fields of `set_form`."""
    row = find_set(indicator_set_id)
    if not may_keep_sets(request.actor):
        raise Forbidden(Words("考核指标由经办人定，您的账号只能看。"))
    if row.state != "draft":
        return redirect("office:daily-set-show", row.pk)
    if request.method == "GET":
        return _page(request, row)
    try:
        save_set(
            actor=request.actor,
            now=now(),
            indicator_set=row,
            fields=fields_sent(request.POST),
            rows=rows_sent(request.POST.dict()),
            measures=known_measures(),
            seen_version=sent_number(request.POST, "version"),
        )
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, row, refusal)
    messages.success(request, Words("指标存好了。"))
    return redirect("office:daily-set-show", row.pk)


def _page(request: OfficeRequest, row: "IndicatorSet", refusal: Refused | None = None) -> HttpResponse:
    faults, sent = faults_of(refusal), request.POST.dict()
    state = FormState(
        "set",
        {"source": row.source, "no_record": row.no_record, "not_checked": row.not_checked},
        sent if refusal else None,
        faults,
    )
    stored = read_set(row).rows
    chosen = set(request.POST.getlist("kinds")) if refusal else set(row.kinds)
    gaps = list(GAPS.items())
    shown = {
        "row": row,
        "rows": rows_typed(sent, faults) if refusal else drawn(stored),
        "is_empty": not stored,
        "rows_fault": faults.get("rows", ""),
        "rules": RULES.items(),
        "measures": [(code, one.title) for code, one in measures().items()],
        "kinds": [(kind, word, kind in chosen) for kind, word in ORGANISATION_KINDS.items()],
        "kinds_fault": faults.get("kinds", ""),
        "fields": [
            state.field("no_record", Words("没有台账的"), kind="select", options=gaps),
            state.field("not_checked", Words("没有核对过的自评"), kind="select", options=gaps),
        ],
        "source_field": state.field(
            "source", Words("名称和内容的来源"), hint=Words("写明出自哪里；自定的可以空着。")
        ),
        "version": sent.get("version", row.version) if refusal else row.version,
        "refusal": refusal,
    }
    return render(request, "office/daily-set-edit.html", shown, status=refusal.status if refusal else 200)
