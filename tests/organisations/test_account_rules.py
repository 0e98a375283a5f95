"""Who may manage accounts: roles across, verbs down."""

import pytest

from pingyi.organisations.models import RoleAssignment
from pingyi.organisations.rules import may_manage_accounts, may_read_events
from tests.factories.world import make_actor, make_institution, make_organisation

Role = RoleAssignment.Role
pytestmark = pytest.mark.django_db

TABLE = [
    # predicate, clerk, secretary, leader, scrutineer, counter, examiner
    (may_manage_accounts, True, False, False, False, False, False),
    (may_read_events, True, False, False, False, False, False),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0].__name__)
def test_each_role_may_do_what_the_table_says(row: tuple) -> None:  # type: ignore[type-arg]
    predicate, *expected = row
    institution = make_institution()
    organisation = make_organisation(institution)
    actors = [make_actor(institution, role, organisation=organisation) for role in Role.values]
    assert [predicate(actor) for actor in actors] == expected
