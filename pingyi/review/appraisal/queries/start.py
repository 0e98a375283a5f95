"""What is there before the first cycle."""

from dataclasses import dataclass

from django.db.models import Q

from pingyi.organisations.models import Organisation, Post, RoleAssignment


@dataclass(frozen=True)
class StartFacts:
    organisations: int
    secretaries: int
    # How many different people hold each role.
    holders: dict[str, int]

    @property
    def has_organisations(self) -> bool:
        return self.organisations > 1 and self.secretaries > 0

    @property
    def missing_roles(self) -> list[str]:
        """Roles that a review cannot do without and nobody holds; examiners are needed only with several levels."""
        needed = (role for role in RoleAssignment.Role.values if role != RoleAssignment.Role.EXAMINER)
        return [role for role in needed if not self.holders.get(role)]


def start_facts() -> StartFacts:
    """Organisations, secretaries in post and holders of roles in the institution in scope. Three queries."""
    in_charge = Q(title=Post.Title.SECRETARY) | Q(is_acting=True)
    holders: dict[str, set[int]] = {}
    for role, account_id in RoleAssignment.objects.values_list("role", "account_id"):
        holders.setdefault(role, set()).add(account_id)
    return StartFacts(
        organisations=Organisation.objects.filter(dissolved_on__isnull=True).count(),
        secretaries=Post.objects.filter(in_charge, ended_on__isnull=True).count(),
        holders={role: len(accounts) for role, accounts in holders.items()},
    )
