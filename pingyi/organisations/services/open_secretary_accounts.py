from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from pingyi.accounts.models import Account
from pingyi.core.clock import today
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation, Person, Post
from pingyi.organisations.rules import may_manage_accounts
from pingyi.organisations.services.assign_role import Role, assign_role
from pingyi.organisations.services.create_account import create_account_with_role


@dataclass(frozen=True)
class SheetLine:
    """One line of the sheet that is handed out: cut apart, it goes to one secretary."""

    organisation: str
    name: str
    username: str
    temporary_password: str


@dataclass(frozen=True)
class NotOpened:
    organisation: str
    name: str
    reason: str


@dataclass(frozen=True)
class OpenedSecretaries:
    opened: tuple[SheetLine, ...]
    not_opened: tuple[NotOpened, ...]


@transaction.atomic
def open_secretary_accounts(*, actor: Actor, now: datetime) -> OpenedSecretaries:
    """Opens an account for every secretary (or acting deputy) in post who has none, each with an own password.

    Second-level organisations only: branches report to them, not to the convenor of the institution.
    The role names the organisation; somebody who leads two gets both roles on one account, and those
    who have an account only get the role that is missing. Safe to repeat. Records what the verbs record.
    """
    if not may_manage_accounts(actor):
        raise Forbidden
    taken = set(Account.objects.values_list("username", flat=True))
    opened: list[SheetLine] = []
    not_opened: list[NotOpened] = []
    accounts: dict[int, Account] = {}
    for person, organisation in _in_post(today(now)):
        account = accounts.get(person.pk) or person.account
        if account is not None:
            assign_role(actor=actor, account=account, role=Role.SECRETARY, organisation=organisation, now=now)
            continue
        reason = _why_not(person, taken)
        if reason:
            not_opened.append(NotOpened(organisation.name, person.name, reason))
            continue
        new = create_account_with_role(
            actor=actor,
            username=person.staff_number,
            display_name=person.name,
            role=Role.SECRETARY,
            organisation=organisation,
            now=now,
        )
        accounts[person.pk] = new.account
        opened.append(SheetLine(organisation.name, person.name, person.staff_number, new.temporary_password))
    return OpenedSecretaries(tuple(opened), tuple(not_opened))


def _in_post(day: date) -> list[tuple[Person, Organisation]]:
    in_charge = Q(title=Post.Title.SECRETARY) | Q(is_acting=True)
    in_time = Q(started_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gte=day))
    is_second_level = Q(organisation__parent__isnull=False, organisation__dissolved_on__isnull=True) & ~Q(
        organisation__kind=Organisation.Kind.BRANCH
    )
    posts = (
        Post.objects.filter(in_charge & in_time & is_second_level)
        .select_related("person__account", "organisation")
        .order_by("organisation__order", "organisation__name", "pk")
    )
    return [(post.person, post.organisation) for post in posts]


def _why_not(person: Person, taken: set[str]) -> str:
    if not person.staff_number:
        return Words("没有工号。先在人员里补上工号，再开一次")
    if person.staff_number in taken:
        return Words("这个工号已经有账号，但没有和人员对上。请核对工号")
    return ""
