"""Who acts: the standing of an account in an institution."""

from dataclasses import dataclass

from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Person, RoleAssignment


@dataclass(frozen=True)
class InstitutionChoice:
    institution_id: int
    name: str


def actor_of_account(account: Account, institution_id: int | None = None) -> Actor | None:
    """The account's standing in one institution (the given one, else the first it has a role in), or None."""
    with scopes_disabled():
        rows: list[RoleAssignment] = list(
            RoleAssignment.objects.filter(account=account)
            .select_related("institution")
            .order_by("institution_id")
        )
        if not rows:
            return None
        chosen = next((row for row in rows if row.institution_id == institution_id), rows[0]).institution
        here = [row for row in rows if row.institution_id == chosen.pk]
        person_id = (
            Person.objects.filter(account=account, institution=chosen).values_list("pk", flat=True).first()
        )
    return Actor(
        account_id=account.pk,
        institution_id=chosen.pk,
        display_name=account.display_name,
        roles=frozenset(row.role for row in here),
        organisation_ids=frozenset(
            row.organisation_id
            for row in here
            if row.role == RoleAssignment.Role.SECRETARY and row.organisation_id
        ),
        person_id=person_id,
        institution=chosen,
    )


def actor_with_id(account_id: int, institution_id: int) -> Actor:
    """The standing of an account for work done later on its behalf; `Forbidden` if it has none there any more."""
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    actor = actor_of_account(account, institution_id) if account else None
    if actor is None or actor.institution_id != institution_id:
        raise Forbidden
    return actor


def institutions_of_account(account_id: int) -> list[InstitutionChoice]:
    """The institutions in which the account has a role: between these its owner may switch."""
    with scopes_disabled():
        chosen = (
            Institution.objects.filter(
                pk__in=RoleAssignment.objects.filter(account=account_id).values("institution")
            )
            .order_by("name")
            .values_list("pk", "name")
        )
        return [InstitutionChoice(pk, name) for pk, name in chosen]


def clerk_of(institution_code: str, username: str) -> Actor:
    """The clerk on whose behalf the command line acts; what is left out must be the only one there is."""
    told = Words("要写明由哪位经办人办：--clerk 工号。他要有经办人角色。")
    return _only_one(institution_code, username, RoleAssignment.Role.CLERK, told, code="clerk.unclear")


def leader_of(institution_code: str, username: str) -> Actor:
    """The leader with this staff number, on whose behalf the command line acts."""
    told = Words("没有这位领导。请核对 --leader 后面的工号，他要有领导角色。")
    return _only_one(institution_code, username, RoleAssignment.Role.LEADER, told, code="leader.unclear")


def _only_one(institution_code: str, username: str, role: str, told: str, *, code: str) -> Actor:
    institutions = Institution.objects.all()
    chosen = list(institutions.filter(code=institution_code) if institution_code else institutions)
    if len(chosen) != 1:
        codes = listed(institutions.order_by("code").values_list("code", flat=True)) or Words("还没有单位")
        raise Refused(
            Words("要写明是哪个单位：--institution 代号。现有：{codes}。", codes=codes),
            code="institution.unclear",
        )
    with scopes_disabled():
        roles = RoleAssignment.objects.filter(institution=chosen[0], role=role)
        clerks = Account.objects.filter(pk__in=roles.values("account"), is_active=True)
        found = list(clerks.filter(username=username) if username else clerks)
    if len(found) != 1:
        raise Refused(told, code=code)
    return actor_with_id(found[0].pk, chosen[0].pk)
