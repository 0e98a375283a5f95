"""Roles × verbs of what is alike: the author before the handing-in, who examines after it, nobody else."""

import pytest
from django_scopes import scope

from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.rules import may_compare_reports, may_see_likeness, may_write_report
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import make_actor

pytestmark = pytest.mark.django_db

#                     author  draft  handed in  all of the cycle
TABLE = {
    "clerk":           (False, False, True,  True),
    "examiner":        (False, False, True,  False),
    "leader":          (False, False, False, False),
    "scrutineer":      (False, False, False, False),
    "counter":         (False, False, False, False),
    "secretary":       (True,  False, False, False),
    "other secretary": (False, False, False, False),
}  # fmt: skip


def actor_with(world: ReportWorld, role: str) -> Actor:
    reporter = world.reporters[1 if role == "other secretary" else 0]
    organisation = reporter.organisation if role.endswith("secretary") else None
    return make_actor(world.institution, role.removeprefix("other "), organisation=organisation)


@pytest.mark.parametrize("role", TABLE)
def test_each_role_may_do_what_the_table_says(role: str) -> None:
    world = make_report_world(reporters=2)
    actor = actor_with(world, role)
    named = {actor.account_id} if role == "examiner" else set()
    draft = world.begin(0)
    with scope(institution=world.institution):
        before = may_see_likeness(actor, world.now(draft), named)
        after = may_see_likeness(actor, world.hand_in(0), named)
        author = may_write_report(actor, world.reporters[0])
        assert (author, before, after, may_compare_reports(actor, world.cycle)) == TABLE[role]


@pytest.mark.parametrize("role", TABLE)
def test_nobody_sees_anything_of_another_institution(role: str) -> None:
    world, other = make_report_world(reporters=2), make_report_world()
    actor = actor_with(world, role)
    assert not may_see_likeness(actor, other.hand_in(), {actor.account_id})
    assert not may_compare_reports(actor, other.cycle)


def test_a_clerk_who_is_its_secretary_sees_a_report_only_as_its_author() -> None:
    world = make_report_world()
    both = make_actor(world.institution, "clerk", "secretary", organisation=world.reporters[0].organisation)
    assert not may_see_likeness(both, world.hand_in())
    assert may_write_report(both, world.reporters[0])
