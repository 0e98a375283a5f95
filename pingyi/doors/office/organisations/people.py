"""People: the list, the page of one, and what is known of them."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.doors.office.layouts.warning import warn_about_names
from pingyi.doors.office.organisations.forms import delegate_fields, person_fields, state_of
from pingyi.doors.office.organisations.sent import sent_count, sent_organisation, sent_text
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.queries import (
    delegations_of,
    lineage_of,
    list_people,
    organisation_with_id,
    person_with_id,
    posts_of_person,
    standing_to_choose,
)
from pingyi.organisations.queries.lookup import find_delegate
from pingyi.organisations.rules import (
    may_keep_register,
    may_read_organisation,
    may_read_register,
    may_see_names,
)
from pingyi.organisations.services.delegates import add_delegate, remove_delegate
from pingyi.organisations.services.people import add_person, revise_person

if TYPE_CHECKING:
    from pingyi.organisations.models import Person


@office_page
def person_list(request: OfficeRequest) -> HttpResponse:
    """`?q=` searches names, staff numbers and organisations; `?organisation=` shows those in or below one."""
    if not may_see_names(request.actor):
        raise Forbidden
    search = tidy(request.GET.get("q", ""))
    number = sent_number(request.GET, "organisation")
    organisation = organisation_with_id(number) if number else None
    shown = {
        "people": list_people(today=today(now()), search=search, organisation=organisation),
        "organisation": organisation,
        "search": search,
        "is_full": may_read_register(request.actor),
        "may_keep": may_keep_register(request.actor),
    }
    return render(request, "office/person-list.html", shown)


@office_page
def person_create(request: OfficeRequest) -> HttpResponse:
    """POST `name`, `staff_number`, `organisation` (number or empty)."""
    if not may_keep_register(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _create_page(request)
    try:
        person = add_person(
            actor=request.actor,
            now=now(),
            name=sent_text(request.POST, "name"),
            staff_number=sent_text(request.POST, "staff_number"),
            organisation=sent_organisation(request.POST, "organisation"),
        )
    except Refused as refusal:
        return _create_page(request, refusal)
    messages.success(request, Words("{person}加好了。", person=person.name))
    warn_about_names(request, person.name)
    return redirect("office:person-show", person.pk)


@office_page
def person_show(request: OfficeRequest, person_id: int) -> HttpResponse:
    """POST corrects: `name`, `staff_number`, `organisation` (number or empty)."""
    person = person_with_id(person_id)
    if request.method != "POST":
        return _person_page(request, person)
    try:
        revise_person(
            actor=request.actor,
            now=now(),
            person=person,
            name=sent_text(request.POST, "name"),
            staff_number=sent_text(request.POST, "staff_number"),
            organisation=sent_organisation(request.POST, "organisation"),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _person_page(request, person_with_id(person_id), "edit", refusal)
    messages.success(request, Words("{person}的情况存好了。", person=person.name))
    warn_about_names(request, tidy(sent_text(request.POST, "name")))
    return redirect("office:person-show", person_id)


@office_page
@require_POST
def delegate_add(request: OfficeRequest, person_id: int) -> HttpResponse:
    """POST `kind`, `level_text`, `congress_number`."""
    person = person_with_id(person_id)
    try:
        add_delegate(
            actor=request.actor,
            now=now(),
            person=person,
            kind=sent_text(request.POST, "kind"),
            level_text=sent_text(request.POST, "level_text"),
            congress_number=sent_count(request.POST, "congress_number"),
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _person_page(request, person, "delegate", refusal)
    messages.success(request, Words("{person}的代表身份记好了。", person=person.name))
    return redirect("office:person-show", person_id)


@office_page
@require_POST
def delegate_remove(request: OfficeRequest, person_id: int) -> HttpResponse:
    """POST `delegate` (number)."""
    delegate = find_delegate(sent_number(request.POST, "delegate"))
    remove_delegate(actor=request.actor, now=now(), delegate=delegate)
    messages.success(request, Words("{person}的这一条去掉了。", person=delegate.person.name))
    return redirect("office:person-show", person_id)


def _create_page(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    form = state_of(
        "new", "new", request.POST, refusal, {"organisation": request.GET.get("organisation", "")}
    )
    shown = {"fields": person_fields(form, standing_to_choose()), "refusal": refusal}
    return render(request, "office/person-create.html", shown, status=refusal.status if refusal else 200)


def _person_page(
    request: OfficeRequest, person: "Person", failed: str = "", refusal: Refused | None = None
) -> HttpResponse:
    lineage = lineage_of(person.organisation) if person.organisation else []
    if not may_read_organisation(request.actor, [one.pk for one in lineage]):
        raise Forbidden
    shown = {
        "person": person,
        "posts": posts_of_person(person, today(now())),
        "delegations": delegations_of(person),
        "refusal": refusal,
        "failed": failed,
        "may_keep": may_keep_register(request.actor),
    }
    if shown["may_keep"]:
        stored = {
            "name": person.name,
            "staff_number": person.staff_number,
            "organisation": str(person.organisation_id or ""),
        }
        edit = state_of("edit", failed, request.POST, refusal, stored)
        shown["edit_fields"] = person_fields(edit, standing_to_choose())
        shown["delegate_fields"] = delegate_fields(state_of("delegate", failed, request.POST, refusal))
    return render(request, "office/person-show.html", shown, status=refusal.status if refusal else 200)
