"""Accounts and their roles, for clerks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.doors.office.accounts.reading import chosen_organisation, sent_number
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations.phrases import ROLE_DUTIES, ROLES
from pingyi.organisations.queries import account_row, accounts_with_roles, organisations_to_choose
from pingyi.organisations.rules import may_manage_accounts
from pingyi.organisations.services.account_state import activate_account, deactivate_account
from pingyi.organisations.services.assign_role import assign_role, remove_role
from pingyi.organisations.services.mail_address import set_mail_address


@office_page
@require_GET
def account_list(request: OfficeRequest) -> HttpResponse:
    if not may_manage_accounts(request.actor):
        raise Forbidden
    rows = accounts_with_roles()
    active = sum(row.account.is_active for row in rows)
    return render(request, "office/account-list.html", {"rows": rows, "active": active, "now": now()})


@office_page
@require_GET
def account_edit(request: OfficeRequest, account_id: int) -> HttpResponse:
    if not may_manage_accounts(request.actor):
        raise Forbidden
    return _edit_page(request, account_id)


@office_page
@require_POST
def role_assign(request: OfficeRequest, account_id: int) -> HttpResponse:
    """`role`, `organisation` (for secretaries)."""
    if not may_manage_accounts(request.actor):
        raise Forbidden
    row = account_row(account_id)
    try:
        assignment = assign_role(
            actor=request.actor,
            account=row.account,
            role=request.POST.get("role", ""),
            organisation=chosen_organisation(request),
            now=now(),
        )
    except Refused as refusal:
        return _edit_page(request, account_id, refusal)
    messages.success(
        request,
        Words(
            "{display_name}现在是{roles}。",
            display_name=row.account.display_name,
            roles=ROLES[assignment.role],
        ),
    )
    return redirect("office:account-edit", account_id)


@office_page
@require_POST
def role_remove(request: OfficeRequest, account_id: int) -> HttpResponse:
    """`assignment`, the number of the role's row."""
    if not may_manage_accounts(request.actor):
        raise Forbidden
    try:
        remove_role(actor=request.actor, assignment_id=sent_number(request, "assignment"), now=now())
    except Refused as refusal:
        return _edit_page(request, account_id, refusal)
    messages.success(request, Words("角色去掉了，马上生效。"))
    return redirect("office:account-list")


@office_page
@require_POST
def account_state(request: OfficeRequest, account_id: int) -> HttpResponse:
    """`state` is `inactive` or `active`."""
    if not may_manage_accounts(request.actor):
        raise Forbidden
    change = deactivate_account if request.POST.get("state") == "inactive" else activate_account
    try:
        account = change(actor=request.actor, account_id=account_id, now=now())
    except Refused as refusal:
        return _edit_page(request, account_id, refusal)
    what = Words("可以登录了") if account.is_active else Words("不能再登录，办过的事都还在")
    messages.success(
        request, Words("{display_name}的账号{what}。", display_name=account.display_name, what=what)
    )
    return redirect("office:account-edit", account_id)


@office_page
@require_POST
def account_email(request: OfficeRequest, account_id: int) -> HttpResponse:
    """`email`, where reminders go by mail; empty takes it away."""
    if not may_manage_accounts(request.actor):
        raise Forbidden
    address = request.POST.get("email", "")
    try:
        account = set_mail_address(actor=request.actor, now=now(), account_id=account_id, address=address)
    except Refused as refusal:
        return _edit_page(request, account_id, refusal)
    what = Words("的邮箱登记好了") if account.email else Words("没有邮箱了，只在首页上通知")
    messages.success(request, Words("{display_name}{what}。", display_name=account.display_name, what=what))
    return redirect("office:account-edit", account_id)


def _edit_page(request: OfficeRequest, account_id: int, refusal: Refused | None = None) -> HttpResponse:
    shown = {
        "row": account_row(account_id),
        "role_choices": [(role, word, ROLE_DUTIES[role]) for role, word in ROLES.items()],
        "organisations": organisations_to_choose(),
        "refusal": refusal,
        "typed": request.POST,
        "now": now(),
    }
    return render(request, "office/account-edit.html", shown, status=refusal.status if refusal else 200)
