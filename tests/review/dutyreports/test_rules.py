"""Roles × verbs of the duty reports."""

from dataclasses import replace

import pytest

from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports import rules
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import make_actor, make_person

pytestmark = pytest.mark.django_db

#                         write  review read   list
TABLE = {
    "clerk":             (False, True,  True,  True),
    "leader":            (False, False, True,  True),
    "scrutineer":        (False, False, False, False),
    "counter":           (False, False, False, False),
    "secretary":         (True,  False, True,  False),
    "other secretary":   (False, False, False, False),
}  # fmt: skip


def actor_with(world: ReportWorld, role: str) -> Actor:
    reporter = world.reporters[1 if role == "other secretary" else 0]
    return make_actor(world.institution, role.removeprefix("other "), organisation=reporter.organisation)


def verbs(actor: Actor, world: ReportWorld) -> tuple[bool, ...]:
    reporter = world.reporters[0]
    return (
        rules.may_write_report(actor, reporter),
        rules.may_review_report(actor, reporter),
        rules.may_read_report(actor, reporter),
        rules.may_list_reports(actor, world.cycle),
    )


@pytest.mark.parametrize("role", TABLE)
def test_each_role_may_do_what_the_table_says(role: str) -> None:
    world = make_report_world(reporters=2)
    assert verbs(actor_with(world, role), world) == TABLE[role]


@pytest.mark.parametrize("role", TABLE)
def test_nobody_may_do_anything_at_another_institution(role: str) -> None:
    world, other = make_report_world(reporters=2), make_report_world(reporters=2)
    assert not any(verbs(actor_with(world, role), other))


def test_an_account_of_another_person_reads_the_report_of_the_organisation_and_does_not_write_it() -> None:
    world = make_report_world()
    successor = replace(world.secretary(), person_id=make_person(world.institution).pk)
    assert verbs(successor, world) == (False, False, True, False)


def test_a_clerk_who_is_also_secretary_does_not_pass_the_own_report() -> None:
    world = make_report_world()
    both = make_actor(world.institution, "clerk", "secretary", organisation=world.reporters[0].organisation)
    assert verbs(both, world) == (True, False, True, True)
