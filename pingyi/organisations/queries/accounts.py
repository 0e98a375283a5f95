"""The accounts that have a role in the institution in scope."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from pingyi.accounts.models import Account
from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import RoleAssignment


@dataclass(frozen=True)
class RoleRow:
    assignment_id: int
    role: str
    organisation: str


@dataclass(frozen=True)
class AccountRow:
    """One account as the list shows it."""

    account: Account
    roles: tuple[RoleRow, ...]

    @property
    def account_id(self) -> int:
        return self.account.pk


def accounts_with_roles() -> list[AccountRow]:
    """All of them, clerks first, then by name. One query."""
    return _rows(RoleAssignment.objects.all())


def account_row(account_id: int) -> AccountRow:
    """One account with its roles here; missing if it has none."""
    rows = _rows(RoleAssignment.objects.filter(account=account_id))
    if not rows:
        raise Missing(Words("没有找到这个账号。请回到账号列表看一眼。"), code="account.missing")
    return rows[0]


def _rows(assignments: QuerySet[RoleAssignment]) -> list[AccountRow]:
    accounts: dict[int, Account] = {}
    roles: dict[int, list[RoleRow]] = defaultdict(list)
    for assignment in assignments.select_related("account", "organisation").order_by("pk"):
        accounts[assignment.account_id] = assignment.account
        organisation = assignment.organisation.name if assignment.organisation else ""
        roles[assignment.account_id].append(RoleRow(assignment.pk, assignment.role, organisation))
    rows = [AccountRow(account, tuple(roles[pk])) for pk, account in accounts.items()]
    return sorted(rows, key=_place)


def _place(row: AccountRow) -> tuple[int, str]:
    best = min(RoleAssignment.Role.values.index(role.role) for role in row.roles)
    # Secretaries are many: they stand after the few who run the review.
    is_only_secretary = all(role.role == RoleAssignment.Role.SECRETARY for role in row.roles)
    return (len(RoleAssignment.Role.values) if is_only_secretary else best, row.account.username)
