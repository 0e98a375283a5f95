"""Reads of organisations, people and roles."""

from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person, RoleAssignment


def actor_of_account(account: Account, institution_id: int | None = None) -> Actor | None:
    """The account's standing in one institution (the given one, else the first it has a role in), or None."""
    with scopes_disabled():
        rows = list(
            RoleAssignment.objects.filter(account=account).select_related("institution").order_by("institution_id")
        )
        if not rows:
            return None
        chosen = institution_id if any(row.institution_id == institution_id for row in rows) else rows[0].institution_id
        here = [row for row in rows if row.institution_id == chosen]
        person_id = Person.objects.filter(account=account, institution=chosen).values_list("pk", flat=True).first()
    return Actor(
        account_id=account.pk,
        institution_id=chosen,
        display_name=account.display_name,
        roles=frozenset(row.role for row in here),
        organisation_ids=frozenset(
            row.organisation_id for row in here if row.role == RoleAssignment.Role.SECRETARY and row.organisation_id
        ),
        person_id=person_id,
        institution=here[0].institution,
    )
