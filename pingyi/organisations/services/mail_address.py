from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from pingyi.accounts.models import Account
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries import account_row
from pingyi.organisations.rules import may_manage_accounts


@transaction.atomic
def set_mail_address(*, actor: Actor, now: datetime, account_id: int, address: str) -> Account:
    """Where reminders go by mail; empty: nowhere. By the clerk, or by everybody for herself. The log keeps that it was
    changed, not the address."""
    if account_id != actor.account_id and not may_manage_accounts(actor):
        raise Forbidden
    account: Account = account_row(account_id).account
    wanted = address.strip()
    if wanted:
        _check(wanted)
    if wanted == account.email:
        return account
    account.email = wanted
    account.save(update_fields=["email"])
    record_event(
        institution_id=actor.institution_id,
        verb="account.mail_address_set",
        actor_id=actor.account_id,
        subject=account,
        now=now,
        payload={"name": account.display_name},
    )
    return account


def _check(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as fault:
        raise Refused(
            Words("这不像一个邮箱地址，没有改。写成 name@example.edu.cn 的样子。"),
            code="account.email",
            field="email",
        ) from fault
