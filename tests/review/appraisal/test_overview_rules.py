"""Who may see how far a review is: roles across, predicates down."""

import pytest

from pingyi.organisations.models import RoleAssignment
from pingyi.review.appraisal.rules import may_see_progress, may_see_who_is_late
from tests.factories.world import make_actor, make_institution, make_organisation

Role = RoleAssignment.Role
pytestmark = pytest.mark.django_db

TABLE = [
    # predicate, clerk, secretary, leader, scrutineer, counter, examiner
    (may_see_progress, True, False, True, True, True, False),
    (may_see_who_is_late, True, False, True, False, False, False),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0].__name__)
def test_each_role_sees_what_the_table_says(row: tuple) -> None:  # type: ignore[type-arg]
    predicate, *expected = row
    institution = make_institution()
    organisation = make_organisation(institution)
    actors = [make_actor(institution, role, organisation=organisation) for role in Role.values]
    assert [predicate(actor) for actor in actors] == expected
