"""Roles × verbs of rectification."""

import pytest
from django_scopes import scope

from pingyi.review.rectification import rules
from pingyi.review.rectification.models import ProblemItem
from tests.factories.rectification import make_office
from tests.factories.world import make_actor, make_institution

pytestmark = pytest.mark.django_db

#                       read   answer rule   check
TABLE = {
    "clerk":           (True,  False, True,  True),
    "leader":          (True,  False, True,  False),
    "secretary":       (True,  True,  False, False),
    "other secretary": (False, False, False, False),
    "scrutineer":      (False, False, False, False),
    "counter":         (False, False, False, False),
}  # fmt: skip
#                       all    own
LISTS = {
    "clerk":           (True,  False),
    "leader":          (True,  False),
    "secretary":       (False, True),
    "scrutineer":      (False, False),
    "counter":         (False, False),
}  # fmt: skip
VERBS = (rules.may_read, rules.may_answer, rules.may_rule, rules.may_check)


@pytest.mark.parametrize("role", TABLE)
def test_each_role_may_do_what_the_table_says_at_home_only(role: str) -> None:
    office = make_office()
    where = office.hall.reporters[1].organisation if role.startswith("other") else office.organisation
    actor = make_actor(office.institution, role.rsplit(maxsplit=1)[-1], organisation=where)
    stranger = make_actor(make_institution(), role.rsplit(maxsplit=1)[-1], organisation=where)
    with scope(institution=office.institution):
        problem = ProblemItem.objects.get()
    assert tuple(verb(actor, problem) for verb in VERBS) == TABLE[role]
    assert not any(verb(stranger, problem) for verb in VERBS)


@pytest.mark.parametrize("role", TABLE)
def test_what_an_organisation_found_itself_is_named_by_its_own_secretary(role: str) -> None:
    office = make_office()
    where = office.hall.reporters[1].organisation if role.startswith("other") else office.organisation
    actor = make_actor(office.institution, role.rsplit(maxsplit=1)[-1], organisation=where)
    stranger = make_actor(make_institution(), role.rsplit(maxsplit=1)[-1], organisation=where)
    assert rules.may_name_own(actor, office.cycle, office.organisation) == (role == "secretary")
    assert not rules.may_name_own(stranger, office.cycle, office.organisation)


@pytest.mark.parametrize("role", LISTS)
def test_the_lists_of_a_cycle(role: str) -> None:
    office = make_office()
    actor = make_actor(office.institution, role, organisation=office.organisation)
    stranger = make_actor(make_institution(), role, organisation=office.organisation)
    verbs = (rules.may_read_all, rules.may_read_own)
    assert tuple(verb(actor, office.cycle) for verb in verbs) == LISTS[role]
    assert not any(verb(stranger, office.cycle) for verb in verbs)


def test_who_is_clerk_and_secretary_works_for_the_own_organisation_and_checks_the_others() -> None:
    office = make_office()
    both = make_actor(office.institution, "clerk", "secretary", organisation=office.organisation)
    with scope(institution=office.institution):
        problem = ProblemItem.objects.get()
        assert tuple(verb(both, problem) for verb in VERBS) == (True, True, False, False)
        problem.organisation = office.hall.reporters[1].organisation
        assert tuple(verb(both, problem) for verb in VERBS) == (True, False, True, True)
