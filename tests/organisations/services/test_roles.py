import pytest
from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.organisations.models import RoleAssignment
from pingyi.organisations.services.assign_role import assign_role, remove_role
from tests.factories.world import NOW, make_account, make_actor, make_institution, make_organisation

Role = RoleAssignment.Role
pytestmark = pytest.mark.django_db


def roles_of(account_id: int) -> list[tuple[str, int | None]]:
    with scopes_disabled():
        rows = RoleAssignment.objects.filter(account=account_id).order_by("pk")
        return list(rows.values_list("role", "organisation_id"))


def test_a_role_is_given_once_and_recorded_once() -> None:
    institution = make_institution()
    clerk, account = make_actor(institution, Role.CLERK), make_account()
    with scope(institution=institution):
        for _ in range(2):
            assign_role(actor=clerk, account=account, role=Role.COUNTER, now=NOW)
    assert roles_of(account.pk) == [("counter", None)]
    assert [event.verb for event in Event.objects.all()] == ["role.assigned"]


def test_a_secretary_answers_for_a_named_organisation_and_may_for_two() -> None:
    institution = make_institution()
    clerk, account = make_actor(institution, Role.CLERK), make_account()
    one, two = make_organisation(institution), make_organisation(institution)
    with scope(institution=institution):
        for organisation in (one, two):
            assign_role(actor=clerk, account=account, role=Role.SECRETARY, organisation=organisation, now=NOW)
        with pytest.raises(Refused) as caught:
            assign_role(actor=clerk, account=account, role=Role.SECRETARY, now=NOW)
    assert caught.value.field == "organisation"
    assert roles_of(account.pk) == [("secretary", one.pk), ("secretary", two.pk)]


def test_an_organisation_sent_along_with_another_role_is_left_out() -> None:
    institution = make_institution()
    clerk, account = make_actor(institution, Role.CLERK), make_account()
    with scope(institution=institution):
        organisation = make_organisation(institution)
        assign_role(actor=clerk, account=account, role=Role.LEADER, organisation=organisation, now=NOW)
    assert roles_of(account.pk) == [("leader", None)]


@pytest.mark.parametrize("role", [Role.LEADER, Role.SCRUTINEER, Role.COUNTER])
def test_a_clerk_who_sees_no_counts_does_not_give_herself_a_role_that_does(role: str) -> None:
    institution = make_institution()
    clerk = make_actor(institution, Role.CLERK)
    with scope(institution=institution), pytest.raises(Refused, match="请另一位经办人") as caught:
        assign_role(actor=clerk, account=Account.objects.get(pk=clerk.account_id), role=role, now=NOW)
    assert caught.value.code == "role.own"
    assert roles_of(clerk.account_id) == [("clerk", None)]


def test_a_made_up_role_is_refused() -> None:
    institution = make_institution()
    clerk, account = make_actor(institution, Role.CLERK), make_account()
    with scope(institution=institution), pytest.raises(Refused) as caught:
        assign_role(actor=clerk, account=account, role="administrator", now=NOW)
    assert caught.value.code == "role.unknown"


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.CLERK])
def test_only_clerks_give_and_take_roles(role: str) -> None:
    institution = make_institution()
    organisation = make_organisation(institution)
    actor = make_actor(institution, role, organisation=organisation)
    with scope(institution=institution):
        own = RoleAssignment.objects.get()
        with pytest.raises(Forbidden):
            assign_role(actor=actor, account=make_account(), role=Role.CLERK, now=NOW)
        with pytest.raises(Forbidden):
            remove_role(actor=actor, assignment_id=own.pk, now=NOW)
    assert not Event.objects.exists()


def test_a_clerk_removes_another_clerk_but_never_herself() -> None:
    institution = make_institution()
    one, other = make_actor(institution, Role.CLERK), make_actor(institution, Role.CLERK)
    with scope(institution=institution):
        mine = RoleAssignment.objects.get(account=one.account_id)
        theirs = RoleAssignment.objects.get(account=other.account_id)
        remove_role(actor=one, assignment_id=theirs.pk, now=NOW)
        with pytest.raises(Refused) as caught:
            remove_role(actor=one, assignment_id=mine.pk, now=NOW)
    assert caught.value.code == "role.own_clerk"
    assert roles_of(one.account_id) == [("clerk", None)]
    assert roles_of(other.account_id) == []


def test_a_role_of_another_institution_is_not_found() -> None:
    here, there = make_institution(), make_institution()
    clerk, stranger = make_actor(here, Role.CLERK), make_actor(there, Role.CLERK)
    with scopes_disabled():
        theirs = RoleAssignment.objects.get(account=stranger.account_id)
    with scope(institution=here), pytest.raises(Missing):
        remove_role(actor=clerk, assignment_id=theirs.pk, now=NOW)
    assert roles_of(stranger.account_id) == [("clerk", None)]
