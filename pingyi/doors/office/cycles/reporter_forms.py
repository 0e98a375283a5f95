"""Adding one organisation to the roster, letting another person report for it, taking it off."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, sent_number
from pingyi.organisations.queries import organisation_with_id
from pingyi.review.cycles.queries.lookup import find_cycle, find_meeting, find_reporter
from pingyi.review.cycles.queries.meetings import meetings_of
from pingyi.review.cycles.queries.people import label_of, person_named
from pingyi.review.cycles.queries.roster import roster_of
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.cycles.services import add_reporter, change_reporter, remove_reporter

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, Reporter


@office_page
def reporter_add(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `meeting`, `organisation` (number), `person` (staff number or name), `title_text`, `is_acting`=on."""
    cycle = find_cycle(cycle_id)
    if not may_prepare(request.actor, cycle):
        raise Forbidden
    if request.method != "POST":
        return _add_page(request, cycle)
    try:
        organisation = organisation_with_id(sent_number(request.POST, "organisation"))
        if organisation is None:
            raise Missing(Words("请选是哪个党组织。"), code="organisation.missing")
        add_reporter(
            actor=request.actor,
            now=now(),
            meeting=find_meeting(cycle, sent_number(request.POST, "meeting")),
            organisation=organisation,
            person=person_named(request.POST.get("person", ""), field="person"),
            title_text=request.POST.get("title_text", ""),
            is_acting="is_acting" in request.POST,
        )
    except Refused as refusal:
        return _add_page(request, cycle, refusal)
    messages.success(request, Words("{organisation}列进了名册，先算书面。", organisation=organisation.name))
    return redirect("office:reporter-list", cycle_id)


@office_page
def reporter_edit(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """POST `person` (staff number or name), `title_text`, `is_acting`=on."""
    cycle = find_cycle(cycle_id)
    if not may_prepare(request.actor, cycle):
        raise Forbidden
    reporter = find_reporter(cycle, reporter_id)
    if request.method != "POST":
        return _edit_page(request, cycle, reporter)
    try:
        change_reporter(
            actor=request.actor,
            now=now(),
            reporter=reporter,
            person=person_named(request.POST.get("person", ""), field="person"),
            title_text=request.POST.get("title_text", ""),
            is_acting="is_acting" in request.POST,
        )
    except Refused as refusal:
        return _edit_page(request, cycle, reporter, refusal)
    messages.success(
        request, Words("{organisation}的述职人存好了。", organisation=reporter.organisation.name)
    )
    return redirect("office:reporter-list", cycle_id)


@office_page
@require_POST
def reporter_remove(request: OfficeRequest, cycle_id: int, reporter_id: int) -> HttpResponse:
    """POST nothing."""
    cycle = find_cycle(cycle_id)
    reporter = find_reporter(cycle, reporter_id)
    try:
        remove_reporter(actor=request.actor, now=now(), reporter=reporter)
    except Forbidden:
        raise
    except Refused as refusal:
        return _edit_page(request, cycle, reporter, refusal)
    messages.success(
        request,
        Words(
            "{organisation}从名册撤下了。要恢复，在名册页重新列入。", organisation=reporter.organisation.name
        ),
    )
    return redirect("office:reporter-list", cycle_id)


def _add_page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    meetings = meetings_of(cycle)
    roster = roster_of(cycle, meetings)
    wanted = request.GET.get("organisation", "")
    in_post = next((holder for one, holder in roster.left_out if str(one.pk) == wanted), None)
    stored = {
        "organisation": wanted,
        "meeting": str(meetings[0].pk) if meetings else "",
        "person": label_of(in_post.person) if in_post else "",
        "title_text": in_post.title_text if in_post else "",
        "is_acting": "on" if in_post and in_post.is_acting else "",
    }
    state = FormState("", stored, request.POST if refusal else None, faults_of(refusal))
    fields = [
        state.field(
            "organisation",
            Words("党组织"),
            kind="select",
            options=[("", Words("选一个")), *((str(one.pk), one.name) for one, _ in roster.left_out)],
            is_required=True,
        ),
        state.field(
            "meeting",
            Words("在哪场会议述职"),
            kind="select",
            options=[(str(one.pk), one.name) for one in meetings],
            is_required=True,
        ),
        *_person_fields(state),
    ]
    shown = {"cycle": cycle, "fields": fields, "refusal": refusal, "has_meetings": bool(meetings)}
    return render(request, "office/reporter-add.html", shown, status=refusal.status if refusal else 200)


def _edit_page(
    request: OfficeRequest, cycle: "Cycle", reporter: "Reporter", refusal: Refused | None = None
) -> HttpResponse:
    stored = {
        "person": label_of(reporter.person),
        "title_text": reporter.title_text,
        "is_acting": "on" if reporter.is_acting else "",
    }
    state = FormState("", stored, request.POST if refusal else None, faults_of(refusal))
    shown = {
        "cycle": cycle,
        "reporter": reporter,
        "fields": _person_fields(state),
        "refusal": refusal,
        "may_edit": cycle.state == "draft",
    }
    return render(request, "office/reporter-edit.html", shown, status=refusal.status if refusal else 200)


def _person_fields(state: FormState) -> list[Field]:
    return [
        state.field(
            "person",
            Words("述职人"),
            hint=Words("写姓名或工号；还没有登记的，先到“人员”里加上。"),
            is_required=True,
        ),
        state.field(
            "title_text",
            Words("职务"),
            hint=Words("印在测评表和反馈函上，例如“党委书记”。"),
            is_required=True,
        ),
        state.field("is_acting", Words("主持工作的副职，代书记述职"), kind="check"),
    ]
