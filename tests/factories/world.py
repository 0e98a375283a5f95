"""Small builders of rows for tests. They write models directly: services are what is being tested."""

from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django_scopes import scopes_disabled

from pingyi.accounts.models import Account
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation, Person, Post, RoleAssignment
from pingyi.organisations.queries import actor_of_account
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterClass, VoterListing

NOW = datetime(2026, 1, 16, 14, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
_numbers = count(1)


def make_institution(**fields: Any) -> Institution:
    n = next(_numbers)
    return Institution.objects.create(
        **{"code": f"u{n}", "name": f"示例大学{n}", "short_name": "示例", **fields}
    )


def make_organisation(institution: Institution, name: str | None = None, **fields: Any) -> Organisation:
    name = name or f"第{next(_numbers)}学院党委"
    parent = fields.get("parent")
    defaults = {
        "kind": Organisation.Kind.COMMITTEE,
        "unit_kind": Organisation.UnitKind.COLLEGE,
        "path": f"{parent.path}/{name}" if parent else name,
    }
    with scopes_disabled():
        return Organisation.objects.create(institution=institution, name=name, **{**defaults, **fields})


def make_person(institution: Institution, name: str | None = None, **fields: Any) -> Person:
    n = next(_numbers)
    with scopes_disabled():
        return Person.objects.create(institution=institution, name=name or f"林晓{n}", **fields)


def make_account(username: str | None = None, display_name: str = "组织科 林") -> Account:
    account = Account(username=username or f"a{next(_numbers)}", display_name=display_name)
    account.set_unusable_password()
    account.save()
    return account


def make_actor(institution: Institution, *roles: str, organisation: Organisation | None = None) -> Actor:
    """An account with these roles; a secretary answers for `organisation`."""
    account = make_account()
    with scopes_disabled():
        for role in roles:
            RoleAssignment.objects.create(
                institution=institution,
                account=account,
                role=role,
                organisation=organisation if role == RoleAssignment.Role.SECRETARY else None,
            )
    actor = actor_of_account(account, institution.pk)
    assert actor is not None
    return actor


def make_secretary(organisation: Organisation, name: str | None = None, **fields: Any) -> Person:
    """A person in the secretary's post of the organisation since 2022."""
    person = make_person(organisation.institution, name, organisation=organisation)
    defaults = {"title": Post.Title.SECRETARY, "started_on": date(2022, 3, 1)}
    with scopes_disabled():
        Post.objects.create(
            institution=organisation.institution,
            person=person,
            organisation=organisation,
            **{**defaults, **fields},
        )
    return person


def make_cycle(institution: Institution, convenor: Organisation | None = None, **fields: Any) -> Cycle:
    convenor = convenor or make_organisation(institution, f"中共示例大学{next(_numbers)}委员会")
    defaults = {"year": 2025, "name": "2025年度述职评议"}
    with scopes_disabled():
        return Cycle.objects.create(institution=institution, convenor=convenor, **{**defaults, **fields})


def make_meeting(cycle: Cycle, **fields: Any) -> ReviewMeeting:
    defaults = {
        "sequence": next(_numbers) % 30000,
        "name": "2025年度述职评议会",
        "held_at": NOW,
        "ballot_mode": "code",
    }
    with scopes_disabled():
        return ReviewMeeting.objects.create(
            institution=cycle.institution, cycle=cycle, **{**defaults, **fields}
        )


def make_reporter(
    meeting: ReviewMeeting, organisation: Organisation | None = None, **fields: Any
) -> Reporter:
    organisation = organisation or make_organisation(meeting.institution, parent=meeting.cycle.convenor)
    person = fields.pop("person", None) or make_secretary(organisation)
    defaults = {"title_text": "党委书记", "mode": Reporter.Mode.ON_SITE, "order": next(_numbers) % 30000}
    with scopes_disabled():
        return Reporter.objects.create(
            institution=meeting.institution,
            cycle=meeting.cycle,
            meeting=meeting,
            organisation=organisation,
            person=person,
            **{**defaults, **fields},
        )


def make_voter_class(
    meeting: ReviewMeeting, code: str, people: list[Person] | int = 6, **fields: Any
) -> VoterClass:
    """A class with these people (or this many new ones) on its list."""
    defaults = {
        "name": f"{code}类",
        "order": next(_numbers) % 30000,
        "weight_numerator": 1,
        "weight_denominator": 1,
    }
    with scopes_disabled():
        voter_class = VoterClass.objects.create(
            institution=meeting.institution, meeting=meeting, code=code, **{**defaults, **fields}
        )
        members = (
            [make_person(meeting.institution) for _ in range(people)] if isinstance(people, int) else people
        )
        for person in members:
            VoterListing.objects.create(
                institution=meeting.institution, meeting=meeting, voter_class=voter_class, person=person
            )
    return voter_class
