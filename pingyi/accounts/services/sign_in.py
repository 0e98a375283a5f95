"""Recognise somebody by staff number and password."""

import hashlib
from datetime import datetime, timedelta
from math import ceil

from django.contrib.auth.hashers import check_password, make_password
from django.core.cache import cache
from django.db import transaction

from pingyi.accounts.domain.lockout import LOCK, Attempts, one_more
from pingyi.accounts.models import Account
from pingyi.core.errors import Refused
from pingyi.core.words import Words


def sign_in(*, username: str, password: str, now: datetime) -> Account:
    """The account whose password this is. Refuses wrong words with the tries that are left, and locked accounts.

    Unknown names cost the same time and get the same answers as known ones, so that nobody learns who has an
    account. Before: nothing. After: failures are counted on the account, a success clears them.
    """
    account, attempts = _count_attempt(username.strip(), now)
    is_right = account.check_password(password) if account else check_password(password, _nobody())
    if account is not None and account.is_active and is_right:
        account.failed_attempts, account.locked_until = 0, None
        account.save(update_fields=["failed_attempts", "locked_until"])
        return account
    if attempts.left:
        message = Words("工号或密码不对。还能试{left}次，之后锁10分钟。", left=attempts.left)
        raise Refused(message, code="account.wrong_password", field="password")
    raise _locked(LOCK)


@transaction.atomic
def _count_attempt(username: str, now: datetime) -> tuple[Account | None, Attempts]:
    account = Account.objects.select_for_update().filter(username=username).first()
    before = _attempts_on(account) if account is not None else _attempts_on_nobody(username)
    if before.is_locked(now) and before.locked_until is not None:
        raise _locked(before.locked_until - now)
    after = one_more(before, now)
    if account is None:
        cache.set(_key(username), after, timeout=LOCK.total_seconds())
    else:
        account.failed_attempts, account.locked_until = after.failed, after.locked_until
        account.save(update_fields=["failed_attempts", "locked_until"])
    return account, after


def _attempts_on(account: Account) -> Attempts:
    return Attempts(account.failed_attempts, account.locked_until)


def _attempts_on_nobody(username: str) -> Attempts:
    """Failures on a name without an account are only remembered by this process, and not for long."""
    remembered = cache.get(_key(username))
    return remembered if isinstance(remembered, Attempts) else Attempts()


def _key(username: str) -> str:
    return f"sign-in-{hashlib.sha256(username.encode()).hexdigest()}"


def _nobody() -> str:
    """A stored password that nobody has, so that looking at it takes as long as at a real one."""
    stored: str | None = cache.get("sign-in-nobody")
    if stored is None:
        stored = make_password(make_password(None))
        cache.set("sign-in-nobody", stored, timeout=None)
    return stored


def _locked(rest: timedelta) -> Refused:
    minutes = max(1, ceil(rest.total_seconds() / 60))
    return Refused(
        Words(
            "密码错了5次，这个账号先锁住。{minutes}分钟后再试；忘了密码找组织部门的经办人重置。",
            minutes=minutes,
        ),
        code="account.locked",
        field="password",
    )
