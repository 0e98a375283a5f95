from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from pingyi.accounts.models import Account
from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed

WEAKNESSES = {
    "password_too_short": Words("太短，至少10个字符"),
    "password_too_common": Words("太常见，容易被猜到"),
}


def change_password(
    *, account: Account, old: str, new: str, repeated: str, institution_id: int, now: datetime
) -> None:
    """The owner replaces the password; other sessions of the account end with it.

    Records `account.password_changed` in the institution in which the owner works at the moment.
    """
    if not account.check_password(old):
        raise Refused(
            Words("原密码不对，密码没有改。请再输一次。"), code="account.wrong_password", field="old"
        )
    if new != repeated:
        raise Refused(
            Words("两次输入的新密码不一样，密码没有改。"), code="account.not_repeated", field="repeated"
        )
    if new == old:
        raise Refused(
            Words("新密码和原密码一样，密码没有改。换一个新的。"), code="account.same_password", field="new"
        )
    _refuse_weak(new, account)
    account.set_password(new)
    account.has_temporary_password = False
    with transaction.atomic():
        account.save(update_fields=["password", "has_temporary_password"])
        record_event(
            institution_id=institution_id,
            verb="account.password_changed",
            actor_id=account.pk,
            subject=account,
            now=now,
        )


def _refuse_weak(password: str, account: Account) -> None:
    try:
        validate_password(password, user=account)
    except ValidationError as weak:
        reasons = listed(
            (WEAKNESSES.get(fault.code or "", Words("不合要求")) for fault in weak.error_list), "；"
        )
        raise Refused(
            Words("新密码不能用：{reasons}。密码没有改。", reasons=reasons),
            code="account.weak_password",
            field="new",
        ) from weak
