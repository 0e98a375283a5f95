"""Facts for others, hints, and the year's check, read from what was written."""

from datetime import date, time
from typing import Any

import pytest
from django_scopes import scope

from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.queries.basis import load_basis
from pingyi.ledgers.orglife.queries.checks import year_check
from pingyi.ledgers.orglife.queries.facts import orglife_facts
from pingyi.ledgers.orglife.queries.hints import hints_of
from pingyi.ledgers.orglife.queries.members import birthdays_ahead
from pingyi.ledgers.orglife.services import Seat, add_activity_evidence
from pingyi.organisations.domain.facts import Span
from tests.factories.orglife import LedgerWorld, make_activity, make_ledger_world, make_members
from tests.factories.world import NOW, make_secretary

pytestmark = pytest.mark.django_db
YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def world() -> Any:
    world = make_ledger_world()
    with scope(institution=world.institution):
        yield world


def held(world: LedgerWorld, day: date, **fields: Any) -> Activity:
    activity = make_activity(world, happened_on=day, **fields)
    return file_record(actor=fields.get("actor", world.branch_secretary), now=NOW, record=activity)


def test_facts_of_a_unit_are_those_of_its_branches_with_their_denominators(world: LedgerWorld) -> None:
    held(world, date(2025, 1, 8))
    make_activity(world, happened_on=date(2025, 2, 8))
    Excuse.objects.create(
        institution=world.institution,
        organisation=world.first,
        kind=Kind.COMMITTEE,
        period="2025-month-3",
        reason="放假",
        written_by_id=world.clerk.account_id,
        written_at=NOW,
    )
    found = {
        (fact.organisation_id, fact.measure): (fact.value, fact.out_of)
        for fact in orglife_facts([world.college.pk, world.first.pk], YEAR)
    }
    assert found[world.college.pk, "orglife.committee.done"] == (1, 24)
    assert found[world.first.pk, "orglife.committee.done"] == (1, 12), "a draft did not happen"
    assert found[world.first.pk, "orglife.committee.late"] == (1, 12)
    assert found[world.first.pk, "orglife.committee.excused"] == (1, 12)
    assert found[world.first.pk, "orglife.committee.missed"] == (10, 12)
    assert (world.first.pk, "orglife.oath.done") not in found, "nothing asks for it"


def test_nobody_asked_nobody_answered(world: LedgerWorld) -> None:
    assert list(orglife_facts([], YEAR)) == []


def test_what_is_not_over_on_the_last_day_is_not_missed(world: LedgerWorld) -> None:
    half = Span(date(2025, 1, 1), date(2025, 6, 15))
    found = {fact.measure: (fact.value, fact.out_of) for fact in orglife_facts([world.first.pk], half)}
    assert found["orglife.committee.missed"] == (5, 5)


def test_facts_cost_the_same_for_one_unit_and_for_three(
    world: LedgerWorld, django_assert_num_queries: Any
) -> None:
    for asked in ([world.first.pk], [world.first.pk, world.second.pk, world.college.pk]):
        with django_assert_num_queries(6):
            list(orglife_facts(asked, YEAR))


def test_the_same_photograph_and_one_person_in_two_rooms_are_pointed_out(world: LedgerWorld) -> None:
    day, person = date(2025, 3, 12), world.people[0]
    times: dict[str, Any] = {
        "starts_at": time(9),
        "ends_at": time(11),
        "seats": [Seat(person.pk, is_present=True)],
    }
    first = make_activity(world, happened_on=day, **times)
    second = make_activity(
        world, happened_on=day, organisation=world.second, actor=world.secretary, topic="另一个会", **times
    )
    for activity, actor in ((first, world.branch_secretary), (second, world.secretary)):
        add_activity_evidence(
            actor=actor, now=NOW, activity=activity, name="会.jpg", content=b"\xff\xd8\xff\xe0 x"
        )
        file_record(actor=actor, now=NOW, record=activity)
    hints = hints_of([world.second], YEAR.first, YEAR.last)
    assert [group.activities for group in hints.photos] == [(first, second)]
    assert hints.rooms == [], "the person is not of the second branch"
    hints = hints_of([world.first], YEAR.first, YEAR.last)
    assert [(one.person, one.first, one.second) for one in hints.rooms] == [(person, first, second)]
    assert hints.total == 2


def test_the_check_of_a_unit_counts_its_secretarys_classes_and_everybodys_hours(world: LedgerWorld) -> None:
    secretary = make_secretary(world.college)
    make_members(world)
    held(
        world,
        date(2025, 5, 1),
        organisation=world.college,
        actor=world.secretary,
        kind=Kind.PARTY_CLASS,
        lecturer_id=secretary.pk,
        length="full_day",
        seats=[Seat(person.pk, is_present=True) for person in world.people],
    )
    branches = [world.first, world.second]
    check = year_check(world.college, branches, 2025, basis=load_basis(branches), today=date(2026, 1, 5))
    verdicts = {finding.code: finding.verdict for finding in check.findings}
    assert verdicts["orglife.secretary_class"] is Verdict.PASS
    assert verdicts["orglife.hours"] is Verdict.FAIL
    assert verdicts["orglife.secretaries"] is Verdict.WARN
    assert {row.year.hours for row in check.hours} == {8}


def test_a_branch_is_checked_without_what_belongs_above_it(world: LedgerWorld) -> None:
    check = year_check(
        world.first, [world.first], 2025, basis=load_basis([world.first]), today=date(2026, 1, 5)
    )
    codes = {finding.code for finding in check.findings}
    assert not codes & {"orglife.secretaries", "orglife.secretary_class"}
    assert "orglife.hours" in codes


def test_birthdays_come_in_the_order_of_their_days(world: LedgerWorld) -> None:
    one, other, leap = world.people
    make_members(world, one, admitted_on=date(2010, 2, 20))
    make_members(world, other, admitted_on=date(2010, 2, 3), full_on=None)
    make_members(world, leap, admitted_on=date(2012, 2, 29), full_on=None)
    found = birthdays_ahead(load_basis([world.first]), date(2025, 2, 1))
    assert [(member.name, day) for member, day in found] == [
        ("陈明", date(2025, 2, 3)),
        ("林晓", date(2025, 2, 20)),
        ("王芳", date(2025, 2, 28)),
    ]
