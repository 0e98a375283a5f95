"""Close an account, open it again, and give it a new temporary password."""

from datetime import datetime

from django.db import transaction
from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.accounts.services import give_temporary_password
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import RoleAssignment
from pingyi.organisations.rules import may_manage_accounts


@transaction.atomic
def deactivate_account(*, actor: Actor, account_id: int, now: datetime) -> Account:
    """Nobody signs in with the account any more, open sessions end; what it did stays. Never one's own.

    Records `account.deactivated`.
    """
    account = _account_only_here(actor, account_id)
    if account.pk == actor.account_id:
        raise Refused(Words("不能停用自己的账号。请另一位经办人来办。"), code="account.own")
    account.is_active = False
    account.save(update_fields=["is_active"])
    _record("account.deactivated", account, actor, now)
    return account


@transaction.atomic
def activate_account(*, actor: Actor, account_id: int, now: datetime) -> Account:
    """The account can be used again, with the password it had. Records `account.activated`."""
    account = _account_only_here(actor, account_id)
    account.is_active = True
    account.save(update_fields=["is_active"])
    _record("account.activated", account, actor, now)
    return account


@transaction.atomic
def reset_password(*, actor: Actor, account_id: int, now: datetime) -> tuple[Account, str]:
    """A new temporary password, returned once; the old one and a lock are void, open sessions end.

    Records `account.password_reset`.
    """
    account = _account_only_here(actor, account_id)
    if account.pk == actor.account_id:
        raise Refused(Words("自己的密码在“我的账号”里改，不用重置。"), code="account.own")
    password = give_temporary_password(account)
    account.save(update_fields=["password", "has_temporary_password", "failed_attempts", "locked_until"])
    _record("account.password_reset", account, actor, now)
    return account, password


def _account_only_here(actor: Actor, account_id: int) -> Account:
    """The account, if it has roles in the actor's institution and in no other.

    Whoever resets a password can sign in with it: a clerk of one institution must not get into another.
    """
    if not may_manage_accounts(actor):
        raise Forbidden
    with scopes_disabled():
        institutions = set(
            RoleAssignment.objects.filter(account=account_id).values_list("institution_id", flat=True)
        )
    if actor.institution_id not in institutions:
        raise Missing(Words("没有找到这个账号。请回到账号列表看一眼。"), code="account.missing")
    if len(institutions) > 1:
        raise Refused(
            Words("这个账号在别的单位也有角色，这里不能停用，也不能重置密码。可以去掉它在本单位的角色。"),
            code="account.elsewhere",
        )
    return Account.objects.select_for_update().get(pk=account_id)


def _record(verb: str, account: Account, actor: Actor, now: datetime) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=account,
        now=now,
        payload={"username": account.username, "name": account.display_name},
    )
