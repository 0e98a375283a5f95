"""Reads of organisations, people and roles."""

from pingyi.organisations.queries.accounts import AccountRow, RoleRow, account_row, accounts_with_roles
from pingyi.organisations.queries.actors import InstitutionChoice, actor_of_account, institutions_of_account
from pingyi.organisations.queries.choices import organisation_with_id, organisations_to_choose

__all__ = [
    "AccountRow",
    "InstitutionChoice",
    "RoleRow",
    "account_row",
    "accounts_with_roles",
    "actor_of_account",
    "institutions_of_account",
    "organisation_with_id",
    "organisations_to_choose",
]
