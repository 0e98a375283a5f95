"""Creating, renaming, moving, correcting and dissolving an organisation; its other names."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.layouts.warning import warn_about_names
from pingyi.doors.office.organisations.forms import organisation_fields, state_of
from pingyi.doors.office.organisations.page import organisation_page
from pingyi.doors.office.organisations.sent import (
    required_day,
    sent_organisation,
    sent_register_fields,
    sent_text,
)
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.organisations.queries import parents_to_choose
from pingyi.organisations.queries.lookup import find_alias, find_organisation
from pingyi.organisations.rules import may_keep_register
from pingyi.organisations.services.aliases import add_alias, remove_alias
from pingyi.organisations.services.organisation_state import dissolve_organisation, revise_organisation
from pingyi.organisations.services.organisation_tree import (
    create_organisation,
    move_organisation,
    rename_organisation,
)

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation


@office_page
def organisation_create(request: OfficeRequest) -> HttpResponse:
    """POST `name`, `parent` (number or empty), `kind`, `unit_kind`, `code`, `order`, `founded_on`."""
    if not may_keep_register(request.actor):
        raise Forbidden
    if request.method != "POST":
        return _create_page(request)
    try:
        organisation = create_organisation(
            actor=request.actor,
            now=now(),
            name=sent_text(request.POST, "name"),
            parent=sent_organisation(request.POST, "parent"),
            **sent_register_fields(request.POST),
        )
    except Refused as refusal:
        return _create_page(request, refusal)
    messages.success(
        request,
        Words("{organisation}加好了。接着写清谁任书记，评议时由他述职。", organisation=organisation.name),
    )
    warn_about_names(request, organisation.name)
    return redirect("office:organisation-show", organisation.pk)


@office_page
@require_POST
def organisation_edit(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `kind`, `unit_kind`, `code`, `order`, `founded_on`."""

    def act(organisation: "Organisation", by: dict[str, Any]) -> str:
        revise_organisation(**by, organisation=organisation, **sent_register_fields(request.POST))
        return Words("{organisation}的基本情况存好了。", organisation=organisation.name)

    return _keep(request, organisation_id, "edit", act)


@office_page
@require_POST
def organisation_rename(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `name`, `is_old_name_kept`=on."""

    def act(organisation: "Organisation", by: dict[str, Any]) -> str:
        old_name = organisation.name
        is_kept = "is_old_name_kept" in request.POST
        renamed = rename_organisation(
            **by, organisation=organisation, name=sent_text(request.POST, "name"), is_old_name_kept=is_kept
        )
        warn_about_names(request, renamed.name)
        return (
            Words("{old_name}改名为{renamed}。", old_name=old_name, renamed=renamed.name)
            if renamed.name != old_name
            else Words("名称没有变。")
        )

    return _keep(request, organisation_id, "rename", act)


@office_page
@require_POST
def organisation_move(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `parent` (number, or empty for none)."""

    def act(organisation: "Organisation", by: dict[str, Any]) -> str:
        parent = sent_organisation(request.POST, "parent")
        move_organisation(**by, organisation=organisation, parent=parent)
        return (
            Words("{organisation}现在在{parent}下面。", organisation=organisation.name, parent=parent.name)
            if parent
            else Words("{organisation}现在没有上级。", organisation=organisation.name)
        )

    return _keep(request, organisation_id, "move", act)


@office_page
@require_POST
def organisation_dissolve(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `on` (day)."""

    def act(organisation: "Organisation", by: dict[str, Any]) -> str:
        on = required_day(request.POST, "on", Words("撤销日期"))
        dissolve_organisation(**by, organisation=organisation, on=on)
        return Words("{organisation}撤销了，还在任的职务同日免去。", organisation=organisation.name)

    return _keep(request, organisation_id, "dissolve", act)


@office_page
@require_POST
def alias_add(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `name`, `is_dual_name`=on for an official dual name."""

    def act(organisation: "Organisation", by: dict[str, Any]) -> str:
        is_dual = "is_dual_name" in request.POST
        alias = add_alias(
            **by, organisation=organisation, name=sent_text(request.POST, "name"), is_dual_name=is_dual
        )
        return Words("加上了“{alias}”。", alias=alias.name)

    return _keep(request, organisation_id, "alias", act)


@office_page
@require_POST
def alias_remove(request: OfficeRequest, organisation_id: int) -> HttpResponse:
    """POST `alias` (number)."""

    def act(organisation: "Organisation", by: dict[str, Any]) -> str:
        alias = find_alias(sent_number(request.POST, "alias"))
        remove_alias(**by, alias=alias)
        return Words("去掉了“{alias}”。", alias=alias.name)

    return _keep(request, organisation_id, "", act)


Act = Callable[["Organisation", dict[str, Any]], str]


def _keep(request: OfficeRequest, organisation_id: int, form: str, act: Act) -> HttpResponse:
    """Runs one verb on the organisation; a refusal shows its page again with what was typed."""
    organisation = find_organisation(organisation_id)
    try:
        said = act(organisation, {"actor": request.actor, "now": now()})
    except Forbidden:
        raise
    except Refused as refusal:
        return organisation_page(request, find_organisation(organisation_id), form, refusal)
    messages.success(request, said)
    return redirect("office:organisation-show", organisation_id)


def _create_page(request: OfficeRequest, refusal: Refused | None = None) -> HttpResponse:
    stored = {"parent": request.GET.get("parent", ""), "unit_kind": "college", "kind": "committee"}
    form = state_of("new", "new", request.POST, refusal, stored)
    fields = [
        form.field("name", Words("名称"), hint=Words("不带上级名称，如“护理学院党委”"), is_required=True),
        form.field(
            "parent", Words("上级"), kind="select", options=[("", Words("没有上级")), *parents_to_choose()]
        ),
        *organisation_fields(form),
    ]
    shown = {"fields": fields, "refusal": refusal}
    return render(
        request, "office/organisation-create.html", shown, status=refusal.status if refusal else 200
    )
