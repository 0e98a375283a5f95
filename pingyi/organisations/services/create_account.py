"""Open an account for somebody, with the first role."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.accounts.models import Account
from pingyi.accounts.services import give_temporary_password
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person
from pingyi.organisations.rules import may_manage_accounts
from pingyi.organisations.services.assign_role import assign_role


@dataclass(frozen=True)
class OpenedAccount:
    """A new account and its temporary password, empty where a ready-made hash was given."""

    account: Account
    temporary_password: str


@transaction.atomic
def create_account_with_role(
    *,
    actor: Actor,
    username: str,
    display_name: str,
    role: str,
    organisation: Organisation | None = None,
    password_hash: str = "",
    now: datetime,
) -> OpenedAccount:
    """Opens an account under a staff number that has none yet, and gives it the role.

    The person of the institution with this staff number is linked to it. Without `password_hash` (of
    demonstrations, where all share one) a temporary password is made. Records `account.created`, `role.assigned`.
    """
    if not may_manage_accounts(actor):
        raise Forbidden
    username, display_name = username.strip(), display_name.strip()
    _refuse_unusable(username, display_name)
    account = Account(username=username, display_name=display_name, password=password_hash)
    password = "" if password_hash else give_temporary_password(account)
    account.save()
    Person.objects.filter(staff_number=username, account=None).update(account=account)
    record_event(
        institution_id=actor.institution_id,
        verb="account.created",
        actor_id=actor.account_id,
        subject=account,
        now=now,
        payload={"username": username, "name": display_name},
    )
    assign_role(actor=actor, account=account, role=role, organisation=organisation, now=now)
    return OpenedAccount(account, password)


def _refuse_unusable(username: str, display_name: str) -> None:
    if not username:
        raise Refused(
            Words("工号没有填。登录时就用它，请填上。"), code="account.no_username", field="username"
        )
    if len(username) > 64 or any(letter.isspace() for letter in username):
        raise Refused(
            Words("工号里不能有空格，也不能超过64个字符。"), code="account.bad_username", field="username"
        )
    if not display_name:
        raise Refused(
            Words("姓名没有填。它会出现在办事记录里，请填上。"), code="account.no_name", field="display_name"
        )
    if Account.objects.filter(username=username).exists():
        raise Refused(
            Words("工号{username}已经有账号了，没有再开。请在列表里找到它，直接加角色。", username=username),
            code="account.exists",
            field="username",
        )
