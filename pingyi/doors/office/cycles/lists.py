"""One voter class: what it is, and who stands on its list."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.sheets.writing import write_template
from pingyi.core.words import Words
from pingyi.doors.office.cycles.class_form import class_fields, sent_class
from pingyi.doors.office.form_fields import FormState
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import faults_of, number_in
from pingyi.doors.office.sent_file import sent_list
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.domain.member_sheet import MEMBER_FORM
from pingyi.review.cycles.queries import weight_of
from pingyi.review.cycles.queries.class_list import people_on_list
from pingyi.review.cycles.queries.lookup import find_class, find_listings, find_plan
from pingyi.review.cycles.queries.people import person_named
from pingyi.review.cycles.queries.sources import candidates_of, sources_of
from pingyi.review.cycles.rules import may_prepare, may_read_plan
from pingyi.review.cycles.services import (
    Listed,
    ListFaulty,
    change_class,
    list_from_sheet,
    list_from_source,
    list_members,
    remove_class,
    unlist_members,
)

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Cycle, VoterClass

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@office_page
def class_show(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """`?source=KEY` offers the people of a source. POST changes the class: the fields of a new one."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    if request.method != "POST":
        return list_page(request, cycle, row)
    try:
        change_class(actor=request.actor, now=now(), voter_class=row, plan=sent_class(request.POST))
    except Refused as refusal:
        return list_page(request, cycle, row, refusal, "edit")
    messages.success(request, Words("这一类存好了。"))
    return redirect("office:class-show", cycle_id, class_id)


@office_page
@require_POST
def class_take(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST `source` (key), `person` (numbers of those chosen, repeated), or `all`=on for everybody of the source."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    chosen = None if "all" in request.POST else {number_in(text) for text in request.POST.getlist("person")}
    try:
        listed = list_from_source(
            actor=request.actor,
            now=now(),
            voter_class=row,
            source=request.POST.get("source", ""),
            chosen=chosen,
        )
    except Refused as refusal:
        return list_page(request, cycle, row, refusal)
    return _listed(request, cycle_id, class_id, listed)


@office_page
@require_POST
def class_person(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST `person` (staff number or name)."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        person = person_named(request.POST.get("person", ""), field="person")
        listed = list_members(
            actor=request.actor, now=now(), voter_class=row, people=[person], source=Words("逐个")
        )
    except Refused as refusal:
        return list_page(request, cycle, row, refusal, "person")
    return _listed(request, cycle_id, class_id, listed)


@office_page
@require_POST
def class_file(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST `file`, an .xlsx with 工号, 姓名, 单位."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        listed = list_from_sheet(actor=request.actor, now=now(), voter_class=row, content=sent_list(request))
    except Refused as refusal:
        return list_page(request, cycle, row, refusal, "file")
    return _listed(request, cycle_id, class_id, listed)


@office_page
@require_POST
def class_unlist(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST `listing` (numbers, repeated)."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        listings = find_listings(row, [number_in(text) for text in request.POST.getlist("listing")])
        count = unlist_members(actor=request.actor, now=now(), voter_class=row, listings=listings)
    except Refused as refusal:
        return list_page(request, cycle, row, refusal)
    messages.success(
        request,
        Words("{count}人从名单上去掉了。", count=count) if count else Words("没有勾选谁，名单没有变动。"),
    )
    return redirect("office:class-show", cycle_id, class_id)


@office_page
@require_POST
def class_remove(request: OfficeRequest, cycle_id: int, class_id: int) -> HttpResponse:
    """POST nothing."""
    cycle = find_plan(cycle_id)
    row = find_class(cycle, class_id)
    try:
        remove_class(actor=request.actor, now=now(), voter_class=row)
    except Refused as refusal:
        return list_page(request, cycle, row, refusal)
    messages.success(request, Words("{code}类{row}撤掉了。", code=row.code, row=row.name))
    return redirect(f"{reverse('office:class-list', args=[cycle_id])}?meeting={row.meeting_id}")


@office_page
@require_GET
def class_template(request: OfficeRequest) -> HttpResponse:
    """The empty workbook for a list."""
    response = HttpResponse(write_template((MEMBER_FORM,)), content_type=XLSX)
    response["Content-Disposition"] = "attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95%E6%A8%A1%E6%9D%BF.xlsx"
    return response


def list_page(
    request: OfficeRequest,
    cycle: "Cycle",
    row: "VoterClass",
    refusal: Refused | None = None,
    failed: str = "",
) -> HttpResponse:
    """The page of one class; with a refusal, the form that `failed` keeps what was typed."""
    if not may_read_plan(request.actor, cycle):
        raise Forbidden
    people = people_on_list(row)
    may_edit = may_prepare(request.actor, cycle) and cycle.state == "draft"
    faults = faults_of(refusal)
    edit = FormState(
        "edit", _stored(row), request.POST if failed == "edit" else None, faults if failed == "edit" else None
    )
    person = FormState(
        "one", {}, request.POST if failed == "person" else None, faults if failed == "person" else None
    )
    shown: dict[str, Any] = {
        "cycle": cycle,
        "row": row,
        "people": people,
        "votes": sum(one.listing.counts_here for one in people),
        "may_edit": may_edit,
        "refusal": refusal if refusal and not (faults and failed) else None,
        "fields": class_fields(edit, has_weight=not cycle.polled_id),
        "edit_open": failed == "edit",
        "person_field": person.field("person", Words("姓名或工号")),
        "file_fault": faults.get("file", "") or (refusal.message if refusal and failed == "file" else ""),
        "sheet_faults": refusal.faults[:100] if isinstance(refusal, ListFaulty) else [],
        "sources": sources_of() if may_edit else [],
        "source": "",
    }
    if may_edit and request.method == "GET" and request.GET.get("source"):
        shown |= _candidates(row, request.GET["source"], {one.listing.person_id for one in people})
    return render(request, "office/class-show.html", shown, status=refusal.status if refusal else 200)


def _candidates(row: "VoterClass", key: str, listed: set[int]) -> dict[str, Any]:
    candidates = candidates_of(row.meeting, key)
    return {
        "source": key,
        "source_label": next((one.label for one in sources_of() if one.key == key), ""),
        "candidates": [(one, one.person.pk in listed) for one in candidates],
        "fresh": sum(one.person.pk not in listed for one in candidates),
    }


def _stored(row: "VoterClass") -> dict[str, str]:
    weight = weight_of(row)
    return {
        "name": row.name,
        "code": row.code,
        "weight": share_text(weight) if weight is not None else "",
        "is_selected_part": "on" if row.is_selected_part else "",
        "selection_note": row.selection_note,
    }


def _listed(request: OfficeRequest, cycle_id: int, class_id: int, listed: Listed) -> HttpResponse:
    words = Words("列入{added}人。", added=listed.added) if listed.added else Words("没有新列入的人。")
    if listed.already:
        words += Words("{already}人本来就在名单上。", already=listed.already)
    if listed.also_elsewhere:
        words += Words(
            "{also_elsewhere}人也在别的类的名单上，按票类先后只算一处，可以在票类页改。",
            also_elsewhere=listed.also_elsewhere,
        )
    messages.success(request, words)
    return redirect("office:class-show", cycle_id, class_id)
