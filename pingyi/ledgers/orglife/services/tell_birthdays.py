"""Political birthdays are told beforehand: to the branch, and to the member who has an account (R4)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from django.db import transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.clock import today
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.ledgers.orglife.domain.birthdays import Birthday, birthdays_to_tell
from pingyi.ledgers.orglife.models import Member
from pingyi.ledgers.orglife.queries.basis import orglife_rules, rosters_of
from pingyi.notices.queries import last_given
from pingyi.notices.services import Draft, give_notices
from pingyi.organisations.models import Institution, Organisation, Person, RoleAssignment

KIND = "orglife.birthday"


def tell_birthdays(now: datetime) -> None:
    """The errand: in every institution, what comes within the days that it laid down, once for each branch and day."""
    with scopes_disabled():
        institutions = list(Institution.objects.filter(pk__in=Member.objects.values("institution")))
    for institution in institutions:
        with scope(institution=institution), transaction.atomic():
            _tell(institution, now)


def _tell(institution: Institution, now: datetime) -> None:
    """Records `orglife.birthdays_told` with the branches that were told."""
    day = today(now)
    branches = {one.pk: one for one in Organisation.objects.filter(dissolved_on__isnull=True)}
    members = [one for roster in rosters_of(branches).values() for one in roster.members]
    coming = birthdays_to_tell(members, day, orglife_rules().number("birthday.notice_days", day))
    drafts = [*_to_branches(coming, branches), *_to_members(coming)]
    told = last_given([KIND], {draft.about for draft in drafts})
    fresh = [draft for draft in drafts if draft.about not in told]
    given = give_notices(institution_id=institution.pk, given_by_id=None, now=now, drafts=fresh)
    if given.given:
        names = {one.member.branch_id: branches[one.member.branch_id].name for one in coming}
        record_event(
            institution_id=institution.pk,
            verb="orglife.birthdays_told",
            actor_id=None,
            subject=institution,
            now=now,
            payload={"organisations": sorted(names.values())},
        )


def _to_branches(coming: Collection[Birthday], branches: Mapping[int, Organisation]) -> Iterator[Draft]:
    """How many on which day; the names stand in the roster, since a notice also goes out by mail."""
    counts = Counter((one.member.branch_id, one.day) for one in coming)
    accounts = _secretaries({branch for branch, _ in counts})
    for (branch, day), count in sorted(counts.items()):
        for account in sorted(accounts[branch]):
            yield Draft(
                account,
                KIND,
                f"branch:{branch}:{day.isoformat()}",
                Words(
                    "{branch}有{count}名党员{day}过政治生日",
                    branch=branches[branch].name,
                    count=count,
                    day=day,
                ),
                Words("名单在党员名册里。过了以后记一条“政治生日”。"),
                f"/office/orglife/{branch}/members/",
            )


def _to_members(coming: Collection[Birthday]) -> Iterator[Draft]:
    days: dict[int, date] = {one.member.person_id: one.day for one in coming}
    people = Person.objects.filter(pk__in=days, account__is_active=True)
    for person_id, account_id in people.values_list("pk", "account_id"):
        day = days[person_id]
        about = f"person:{person_id}:{day.isoformat()}"
        yield Draft(account_id, KIND, about, Words("{day}是您的政治生日", day=day))


def _secretaries(branch_ids: Collection[int]) -> Mapping[int, set[int]]:
    """The accounts that answer for these branches."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = RoleAssignment.objects.filter(
        role=RoleAssignment.Role.SECRETARY, organisation__in=branch_ids, account__is_active=True
    )
    for organisation_id, account_id in rows.values_list("organisation_id", "account_id"):
        found[organisation_id or 0].add(account_id)
    return found
