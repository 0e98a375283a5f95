from datetime import date
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import Organisation, Person, Post, RoleAssignment
from pingyi.organisations.queries import actor_of_account
from pingyi.organisations.services.account_state import activate_account, deactivate_account, reset_password
from pingyi.organisations.services.create_account import create_account_with_role
from pingyi.organisations.services.found_institution import found_institution
from pingyi.organisations.services.open_secretary_accounts import open_secretary_accounts
from tests.factories.world import (
    NOW,
    make_actor,
    make_institution,
    make_organisation,
    make_person,
    make_secretary,
)

Role = RoleAssignment.Role
pytestmark = pytest.mark.django_db


def verbs() -> list[str]:
    return list(Event.objects.order_by("sequence").values_list("verb", flat=True))


def test_a_new_account_gets_a_temporary_password_its_role_and_its_person() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    person = make_person(institution, staff_number="20180412")
    with scope(institution=institution):
        new = create_account_with_role(
            actor=clerk, username="20180412", display_name="林晓", role=Role.COUNTER, now=NOW
        )
    person.refresh_from_db()
    assert person.account == new.account
    assert new.account.check_password(new.temporary_password)
    assert new.account.has_temporary_password
    actor = actor_of_account(new.account)
    assert actor is not None
    assert (actor.roles, actor.person_id) == ({"counter"}, person.pk)
    assert verbs() == ["account.created", "role.assigned"]


def test_a_ready_made_hash_is_taken_as_it_is() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    with scope(institution=institution):
        new = create_account_with_role(
            actor=clerk, username="a", display_name="甲", role=Role.LEADER, password_hash="shared", now=NOW
        )
    assert (new.account.password, new.temporary_password) == ("shared", "")
    assert not new.account.has_temporary_password


@pytest.mark.parametrize(
    ("username", "name", "role", "field"),
    [
        ("", "甲", "counter", "username"),
        ("2018 0412", "甲", "counter", "username"),
        ("taken", "甲", "counter", "username"),
        ("new", " ", "counter", "display_name"),
        ("new", "甲", "secretary", "organisation"),
        ("new", "甲", "king", "role"),
    ],
)
def test_a_refused_account_names_the_field_and_leaves_nothing(
    username: str, name: str, role: str, field: str
) -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    Account.objects.create(username="taken", display_name="乙")
    before = Account.objects.count()
    with scope(institution=institution), pytest.raises(Refused) as caught:
        create_account_with_role(actor=clerk, username=username, display_name=name, role=role, now=NOW)
    assert caught.value.field == field
    assert Account.objects.count() == before
    assert verbs() == []


def test_a_closed_account_can_be_opened_again_but_nobody_closes_the_own() -> None:
    institution = make_institution()
    clerk, other = make_actor(institution, Role.CLERK), make_actor(institution, Role.LEADER)
    with scope(institution=institution):
        assert not deactivate_account(actor=clerk, account_id=other.account_id, now=NOW).is_active
        assert activate_account(actor=clerk, account_id=other.account_id, now=NOW).is_active
        with pytest.raises(Refused) as caught:
            deactivate_account(actor=clerk, account_id=clerk.account_id, now=NOW)
    assert caught.value.code == "account.own"
    assert verbs() == ["account.deactivated", "account.activated"]


def test_a_reset_voids_the_old_password_and_the_lock() -> None:
    institution = make_institution()
    clerk, other = make_actor(institution, Role.CLERK), make_actor(institution, Role.LEADER)
    Account.objects.filter(pk=other.account_id).update(failed_attempts=5, locked_until=NOW)
    with scope(institution=institution):
        account, password = reset_password(actor=clerk, account_id=other.account_id, now=NOW)
    account.refresh_from_db()
    assert account.check_password(password)
    assert (account.has_temporary_password, account.failed_attempts, account.locked_until) == (True, 0, None)
    assert password not in str(list(Event.objects.values_list("payload__body", flat=True)))


def test_an_account_that_works_elsewhere_too_is_out_of_reach() -> None:
    here, there = make_institution(), make_institution()
    clerk, other = make_actor(here, Role.CLERK), make_actor(here, Role.LEADER)
    with scopes_disabled():
        RoleAssignment.objects.create(institution=there, account_id=other.account_id, role=Role.CLERK)
    with scope(institution=here):
        for verb in (reset_password, deactivate_account, activate_account):
            with pytest.raises(Refused) as caught:
                verb(actor=clerk, account_id=other.account_id, now=NOW)
            assert caught.value.code == "account.elsewhere"


def test_an_account_of_another_institution_is_not_found() -> None:
    here, there = make_institution(), make_institution()
    clerk, stranger = make_actor(here, Role.CLERK), make_actor(there, Role.LEADER)
    with scope(institution=here), pytest.raises(Missing):
        reset_password(actor=clerk, account_id=stranger.account_id, now=NOW)


def test_others_than_clerks_reach_no_account() -> None:
    institution = make_institution()
    leader, other = make_actor(institution, Role.LEADER), make_actor(institution, Role.COUNTER)
    with scope(institution=institution):
        for verb in (reset_password, deactivate_account, activate_account):
            with pytest.raises(Forbidden):
                verb(actor=leader, account_id=other.account_id, now=NOW)
        with pytest.raises(Forbidden):
            open_secretary_accounts(actor=leader, now=NOW)
    assert verbs() == []


def staffed(organisation: Organisation, number: str, **post: Any) -> Person:
    person = make_secretary(organisation, **post)
    Person.objects.filter(pk=person.pk).update(staff_number=number)
    person.staff_number = number
    return person


def test_all_secretaries_in_post_get_an_account_with_an_own_password() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    with scope(institution=institution):
        convenor = make_organisation(institution, "中共示例大学委员会")
        colleges = [make_organisation(institution, parent=convenor, order=number) for number in range(3)]
        for number, college in enumerate(colleges):
            staffed(college, f"2018{number}")
        result = open_secretary_accounts(actor=clerk, now=NOW)
        again = open_secretary_accounts(actor=clerk, now=NOW)
    assert [line.organisation for line in result.opened] == [college.name for college in colleges]
    assert len({line.temporary_password for line in result.opened}) == 3
    assert (again.opened, again.not_opened) == ((), ())
    account = Account.objects.get(username="20180")
    actor = actor_of_account(account)
    assert actor is not None
    assert actor.organisation_ids == {colleges[0].pk}


def test_somebody_who_leads_two_gets_one_account_and_two_roles() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    with scope(institution=institution):
        convenor = make_organisation(institution, "中共示例大学委员会")
        one, two = (make_organisation(institution, parent=convenor) for _ in range(2))
        person = staffed(one, "20180412")
        Post.objects.create(
            institution=institution,
            person=person,
            organisation=two,
            title=Post.Title.DEPUTY_SECRETARY,
            is_acting=True,
            started_on=date(2025, 1, 1),
        )
        result = open_secretary_accounts(actor=clerk, now=NOW)
        roles = set(RoleAssignment.objects.filter(role=Role.SECRETARY).values_list("organisation", flat=True))
    assert len(result.opened) == 1
    assert roles == {one.pk, two.pk}


def test_who_cannot_get_an_account_is_listed_with_the_remedy() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    Account.objects.create(username="taken", display_name="别人")
    with scope(institution=institution):
        convenor = make_organisation(institution, "中共示例大学委员会")
        make_secretary(make_organisation(institution, "甲党委", parent=convenor, order=1))
        staffed(make_organisation(institution, "乙党委", parent=convenor, order=2), "taken")
        result = open_secretary_accounts(actor=clerk, now=NOW)
    assert result.opened == ()
    assert [(line.organisation, line.reason[:4]) for line in result.not_opened] == [
        ("甲党委", "没有工号"),
        ("乙党委", "这个工号"),
    ]


def test_former_secretaries_branches_and_the_convenor_get_none() -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    with scope(institution=institution):
        convenor = make_organisation(institution, "中共示例大学委员会")
        college = make_organisation(institution, parent=convenor)
        branch = make_organisation(institution, "第一支部", parent=college, kind=Organisation.Kind.BRANCH)
        closed = make_organisation(institution, parent=convenor, dissolved_on=date(2025, 6, 1))
        staffed(convenor, "1")
        staffed(college, "2", ended_on=date(2025, 12, 31))
        staffed(branch, "3")
        staffed(closed, "4")
        result = open_secretary_accounts(actor=clerk, now=NOW)
    assert (result.opened, result.not_opened) == ((), ())


def test_a_new_institution_starts_with_one_clerk_who_can_sign_in() -> None:
    fields = {"code": "demo", "name": "示例大学", "short_name": "示例", "clerk_name": "组织科 林"}
    institution, opened = found_institution(clerk_username="clerk", now=NOW, **fields)  # type: ignore[arg-type]
    actor = actor_of_account(opened.account)
    assert actor is not None
    assert (actor.institution, actor.roles) == (institution, {"clerk"})
    assert opened.account.check_password(opened.temporary_password)
    with pytest.raises(Refused) as caught:
        found_institution(clerk_username="other", now=NOW, **fields)  # type: ignore[arg-type]
    assert caught.value.code == "institution.exists"
    with pytest.raises(Refused) as caught:
        found_institution(clerk_username="clerk", now=NOW, **{**fields, "code": "two"})  # type: ignore[arg-type]
    assert caught.value.code == "account.exists"
    for wrong, code in (
        ({"code": "示例"}, "institution.bad_code"),
        ({"name": " "}, "institution.incomplete"),
    ):
        with pytest.raises(Refused) as caught:
            found_institution(clerk_username="new", now=NOW, **{**fields, **wrong})  # type: ignore[arg-type]
        assert caught.value.code == code
