"""Accounts are opened, one or for all secretaries, and get new temporary passwords. For clerks."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.doors.office.accounts.reading import chosen_organisation
from pingyi.doors.office.accounts.sheet import sheet_page
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.phrases import ROLE_DUTIES, ROLES
from pingyi.organisations.queries import organisations_to_choose
from pingyi.organisations.rules import may_manage_accounts
from pingyi.organisations.services.account_state import reset_password
from pingyi.organisations.services.create_account import create_account_with_role
from pingyi.organisations.services.open_secretary_accounts import SheetLine, open_secretary_accounts


@office_page
@require_http_methods(["GET", "POST"])
def account_create(request: OfficeRequest) -> HttpResponse:
    """`username`, `display_name`, `role`, `organisation` (for secretaries). The password is shown once."""
    if not may_manage_accounts(request.actor):
        raise Forbidden
    if request.method == "GET":
        return _form(request, {})
    try:
        new = create_account_with_role(
            actor=request.actor,
            username=request.POST.get("username", ""),
            display_name=request.POST.get("display_name", ""),
            role=request.POST.get("role", ""),
            organisation=chosen_organisation(request),
            now=now(),
        )
    except Refused as refusal:
        return _form(request, {"refusal": refusal}, status=422)
    return sheet_page(
        request, [SheetLine("", new.account.display_name, new.account.username, new.temporary_password)]
    )


@office_page
@require_POST
def secretaries_open(request: OfficeRequest) -> HttpResponse:
    """No fields. An account for every secretary in post who has none; the sheet is shown once."""
    result = open_secretary_accounts(actor=request.actor, now=now())
    return sheet_page(request, result.opened, result.not_opened)


@office_page
@require_POST
def password_reset(request: OfficeRequest, account_id: int) -> HttpResponse:
    """No fields. The new temporary password is shown once."""
    account, password = reset_password(actor=request.actor, account_id=account_id, now=now())
    return sheet_page(request, [SheetLine("", account.display_name, account.username, password)])


def _form(request: OfficeRequest, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    choices = {
        "role_choices": [(role, word, ROLE_DUTIES[role]) for role, word in ROLES.items()],
        "organisations": organisations_to_choose(),
        "typed": request.POST,
    }
    return render(request, "office/account-create.html", {**choices, **shown}, status=status)
