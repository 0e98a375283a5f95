"""Reads of accounts."""

from collections.abc import Iterable

from pingyi.accounts.models import Account


def is_anybody_here() -> bool:
    """Whether there is any account at all: without one nobody can sign in."""
    return Account.objects.exists()


def names_of_accounts(account_ids: Iterable[int | None]) -> dict[int, str]:
    """The names behind these numbers. One query."""
    wanted = {account_id for account_id in account_ids if account_id is not None}
    return dict(Account.objects.filter(pk__in=wanted).values_list("pk", "display_name"))
