"""Reads of organisations, people and roles."""

from pingyi.organisations.queries.accounts import AccountRow, RoleRow, account_row, accounts_with_roles
from pingyi.organisations.queries.actors import (
    InstitutionChoice,
    actor_of_account,
    clerk_of,
    institutions_of_account,
)
from pingyi.organisations.queries.bodies import BodyRow, all_bodies, bodies_of, body_with_id, members_of
from pingyi.organisations.queries.choices import organisation_with_id, organisations_to_choose
from pingyi.organisations.queries.people import (
    delegates,
    delegations_of,
    list_people,
    people_called,
    people_to_choose,
    person_with_id,
    posts_of_organisation,
    posts_of_person,
)
from pingyi.organisations.queries.secretaries import secretaries_in_post, secretary_in_post
from pingyi.organisations.queries.tree import (
    Tree,
    TreeRow,
    children_of,
    convenors_to_choose,
    lineage_of,
    organisation_tree,
    parents_to_choose,
    second_level_organisations,
    standing_to_choose,
)

__all__ = [
    "AccountRow",
    "BodyRow",
    "InstitutionChoice",
    "RoleRow",
    "Tree",
    "TreeRow",
    "account_row",
    "accounts_with_roles",
    "actor_of_account",
    "all_bodies",
    "bodies_of",
    "body_with_id",
    "children_of",
    "clerk_of",
    "convenors_to_choose",
    "delegates",
    "delegations_of",
    "institutions_of_account",
    "lineage_of",
    "list_people",
    "members_of",
    "organisation_tree",
    "organisation_with_id",
    "organisations_to_choose",
    "parents_to_choose",
    "people_called",
    "people_to_choose",
    "person_with_id",
    "posts_of_organisation",
    "posts_of_person",
    "second_level_organisations",
    "secretaries_in_post",
    "secretary_in_post",
    "standing_to_choose",
]
