"""Who may do what after the count: roles across, predicates down."""

from collections.abc import Callable

import pytest

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import RoleAssignment
from pingyi.review.appraisal.rules import (
    may_answer_statements,
    may_calculate,
    may_confirm_opinions,
    may_decide,
    may_enter_marks,
    may_read_own_letter,
    may_see_letters,
    may_see_results,
    may_write_letters,
)
from pingyi.review.cycles.models import Reporter
from tests.factories.world import (
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_organisation,
    make_reporter,
)

Role = RoleAssignment.Role
pytestmark = pytest.mark.django_db
Predicate = Callable[[Actor, Reporter], bool]

TABLE: list[tuple[Predicate, bool, bool, bool, bool, bool, bool]] = [
    # predicate, clerk, secretary of the reporter's organisation, leader, scrutineer, counter, examiner
    (may_see_results, False, False, True, True, True, False),
    (may_calculate, False, False, True, True, True, False),
    (may_enter_marks, False, False, True, False, True, False),
    (may_decide, False, False, True, False, False, False),
    (may_see_letters, True, False, True, False, False, False),
    (may_write_letters, True, False, False, False, False, False),
    (may_confirm_opinions, False, False, True, False, False, False),
    (may_answer_statements, False, False, True, False, False, False),
    (may_read_own_letter, False, True, False, False, False, False),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0].__name__)
def test_each_role_may_what_the_table_says(row: tuple[Predicate, bool, bool, bool, bool, bool, bool]) -> None:
    predicate, *expected = row
    institution = make_institution()
    reporter = make_reporter(make_meeting(make_cycle(institution)))
    actors = [make_actor(institution, role, organisation=reporter.organisation) for role in Role.values]
    assert [predicate(actor, reporter) for actor in actors] == expected


@pytest.mark.parametrize("predicate", [row[0] for row in TABLE])
def test_nobody_from_another_institution_may_anything(predicate: Predicate) -> None:
    reporter = make_reporter(make_meeting(make_cycle(make_institution())))
    elsewhere = make_institution()
    stranger = make_actor(elsewhere, *Role.values, organisation=make_organisation(elsewhere))
    assert not predicate(stranger, reporter)


def test_a_secretary_reads_no_letter_of_another_organisation() -> None:
    institution = make_institution()
    reporter = make_reporter(make_meeting(make_cycle(institution)))
    other = make_actor(institution, Role.SECRETARY, organisation=make_organisation(institution))
    assert not may_read_own_letter(other, reporter)
