"""Beginning a cycle."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, number_in, sent_number
from pingyi.organisations.queries import convenors_to_choose, organisation_with_id
from pingyi.review.cycles.rules import may_start_cycles
from pingyi.review.cycles.services import start_cycle


@office_page
def cycle_start(request: OfficeRequest) -> HttpResponse:
    """POST `convenor` (number of an organisation), `year`, `name` (may be empty)."""
    if not may_start_cycles(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _page(request)
    try:
        convenor = organisation_with_id(sent_number(request.POST, "convenor"))
        if convenor is None:
            raise Missing(Words("请选由哪个党组织来评议。"), code="cycle.convenor")
        cycle = start_cycle(
            actor=request.actor,
            now=now(),
            convenor=convenor,
            year=number_in(
                request.POST.get("year", "").strip().removesuffix(Words("年度")).removesuffix(Words("年"))
            ),
            name=request.POST.get("name", ""),
        )
    except Refused as refusal:
        return _page(request, refusal)
    messages.success(request, Words("{cycle}建好了，先定日期和会议。", cycle=cycle.name))
    return redirect("office:cycle-plan", cycle.pk)


def _page(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    convenors = convenors_to_choose()
    # The year under review is over or ending when a review begins.
    day = today(now())
    year = day.year if day.month >= 7 else day.year - 1
    state = FormState(
        "",
        {"year": str(year), "convenor": str(convenors[0].pk) if convenors else ""},
        request.POST if refusal else None,
        faults_of(refusal),
    )
    fields = [
        state.field(
            "convenor",
            Words("由哪个党组织评议"),
            kind="select",
            options=[(str(one.pk), one.name) for one in convenors],
            hint=Words("它下面的二级党组织书记来述职。"),
            is_required=True,
        ),
        state.field(
            "year",
            Words("评议哪一年"),
            kind="text",
            hint=Words("写被评议的那一年；会议常在第二年初开。"),
            is_required=True,
            css="w-n",
        ),
        state.field("name", Words("名称"), hint=Words("空着就叫“某年度党组织书记抓基层党建工作述职评议”。")),
    ]
    shown = {"fields": fields, "refusal": refusal, "has_convenors": bool(convenors)}
    return render(request, "office/cycle-start.html", shown, status=refusal.status if refusal else 200)
