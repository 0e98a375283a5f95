"""Bodies and their members."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.organisations.forms import state_of
from pingyi.doors.office.organisations.page import organisation_page
from pingyi.doors.office.organisations.sent import sent_count, sent_text
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.queries import body_with_id, lineage_of
from pingyi.organisations.queries.lookup import find_member, find_organisation
from pingyi.organisations.rules import may_keep_register, may_read_organisation
from pingyi.organisations.services.bodies import add_body, add_member, remove_member
from pingyi.review.cycles.queries.people import person_named


@office_page
@require_POST
def body_add(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `name`, `kind`."""
    organisation = find_organisation(organisation_id)
    try:
        body = add_body(
            actor=request.actor,
            now=now(),
            organisation=organisation,
            name=sent_text(request.POST, "name"),
            kind=sent_text(request.POST, "kind"),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return organisation_page(request, organisation, "body", refusal)
    messages.success(request, Words("{body}加好了，接着加成员。", body=body.name))
    return redirect("office:body-show", body.pk)


@office_page
def body_show(request: OfficeRequest, body_id: int) -> HttpResponse:
    return _body_page(request, body_id)


@office_page
@require_POST
def member_add(request: OfficeRequest, body_id: int) -> HttpResponse:
    """POST `person` (staff number or name), `role_text`, `order`."""
    row = body_with_id(body_id)
    if not may_keep_register(request.actor):
        raise Forbidden
    try:
        member = add_member(
            actor=request.actor,
            now=now(),
            body=row.body,
            person=person_named(sent_text(request.POST, "person"), field="person"),
            role_text=sent_text(request.POST, "role_text"),
            order=sent_count(request.POST, "order"),
        )
    except Refused as refusal:
        return _body_page(request, body_id, "member", refusal)
    messages.success(request, Words("{person}列入{body}。", person=member.person.name, body=row.body.name))
    return redirect("office:body-show", body_id)


@office_page
@require_POST
def member_remove(request: OfficeRequest, body_id: int) -> HttpResponse:
    """POST `member` (number)."""
    member = find_member(sent_number(request.POST, "member"))
    remove_member(actor=request.actor, now=now(), member=member)
    messages.success(
        request, Words("{person}不再列入{body}。", person=member.person.name, body=member.body.name)
    )
    return redirect("office:body-show", body_id)


def _body_page(
    request: OfficeRequest, body_id: int, failed: str = "", refusal: Refused | None = None
) -> HttpResponse:
    row = body_with_id(body_id)
    lineage = lineage_of(row.body.organisation)
    if not may_read_organisation(request.actor, [one.pk for one in lineage]):
        raise Forbidden
    form = state_of("member", failed, request.POST, refusal)
    shown = {
        "row": row,
        "fields": [
            form.field("person", Words("谁"), kind="people", hint=Words("工号或姓名"), is_required=True),
            form.field("role_text", Words("身份"), hint=Words("组长、书记、委员等，可以空着")),
            form.field("order", Words("排序"), css="w-n"),
        ],
        "refusal": refusal,
        "may_keep": may_keep_register(request.actor),
    }
    return render(request, "office/body-show.html", shown, status=refusal.status if refusal else 200)
