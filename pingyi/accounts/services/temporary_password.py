"""Passwords that the machine makes, people read from paper, and their owners change at the first sign-in."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, make_password

from pingyi.accounts.models import Account
from pingyi.core.ids import random_code

GROUPS = 3
LETTERS = 4
# 60 random bits cannot be guessed from a list, which is what slow hashing defends people's own words against.
# With 20,000 rounds the accounts of 34 secretaries open within a second instead of fifteen.
ROUNDS = 20_000


def give_temporary_password(account: Account) -> str:
    """Sets (does not save) a new password such as `7Q2M-K9TB-0XWD`, dashes included, and returns it.

    It is not stored in words anywhere: whoever shows it shows it once.
    """
    password = "-".join(random_code(LETTERS) for _ in range(GROUPS))
    account.password = _hash(password)
    account.has_temporary_password = True
    account.failed_attempts, account.locked_until = 0, None
    return password


def _hash(password: str) -> str:
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), iterations=ROUNDS)
    return make_password(password)
