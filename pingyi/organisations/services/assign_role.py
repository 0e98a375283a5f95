"""Give an account a role in the institution, and take it away."""

from datetime import datetime

from django.db import transaction

from pingyi.accounts.models import Account
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, RoleAssignment
from pingyi.organisations.rules import may_manage_accounts

Role = RoleAssignment.Role
SEES_COUNTS = frozenset({Role.LEADER, Role.SCRUTINEER, Role.COUNTER})


@transaction.atomic
def assign_role(
    *, actor: Actor, account: Account, role: str, organisation: Organisation | None = None, now: datetime
) -> RoleAssignment:
    """The account may act in this role from now on; a secretary's role names one organisation, no other role does.

    Nobody gives herself a role that sees counts. Giving a role a second time changes nothing. Records `role.assigned`.
    """
    if not may_manage_accounts(actor):
        raise Forbidden
    if role not in Role.values:
        raise Refused(Words("没有这个角色。请从列表里选一个。"), code="role.unknown", field="role")
    if role == Role.SECRETARY and organisation is None:
        raise Refused(
            Words("书记的角色要写明是哪个单位。请选单位。"), code="role.no_organisation", field="organisation"
        )
    if account.pk == actor.account_id and role in SEES_COUNTS:
        raise Refused(
            Words("不能给自己加领导、监票人、计票人的角色：经办人不看票数。请另一位经办人来办。"),
            code="role.own",
            field="role",
        )
    assignment, is_new = RoleAssignment.objects.get_or_create(
        institution=actor.institution,
        account=account,
        role=role,
        organisation=organisation if role == Role.SECRETARY else None,
    )
    if is_new:
        _record("role.assigned", assignment, actor, now)
    return assignment


@transaction.atomic
def remove_role(*, actor: Actor, assignment_id: int, now: datetime) -> None:
    """The account may not act in this role any more. Nobody takes away the own right to manage accounts.

    That rule also keeps one clerk in every institution. Records `role.removed`.
    """
    if not may_manage_accounts(actor):
        raise Forbidden
    assignment = (
        RoleAssignment.objects.filter(pk=assignment_id).select_related("account", "organisation").first()
    )
    if assignment is None:
        raise Missing(Words("这个角色已经去掉了。请回到账号列表看一眼。"), code="role.missing")
    if assignment.account_id == actor.account_id and assignment.role == Role.CLERK:
        raise Refused(Words("不能去掉自己的经办人角色。请另一位经办人来办。"), code="role.own_clerk")
    _record("role.removed", assignment, actor, now)
    assignment.delete()


def _record(verb: str, assignment: RoleAssignment, actor: Actor, now: datetime) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=assignment.account,
        now=now,
        payload={
            "role": assignment.role,
            "organisation": assignment.organisation.name if assignment.organisation else "",
        },
    )
