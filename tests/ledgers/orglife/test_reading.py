"""Facts for others, hints, and the year's check, read from what was written."""

from datetime import date, time
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.clock import today
from pingyi.ledgers.kit.domain.checks import Verdict
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.kit.services import file_record
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, Kind
from pingyi.ledgers.orglife.domain.measures import MEASURES
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.queries.basis import load_basis
from pingyi.ledgers.orglife.queries.checks import year_check
from pingyi.ledgers.orglife.queries.facts import EVIDENCE, orglife_facts
from pingyi.ledgers.orglife.queries.hints import hints_of
from pingyi.ledgers.orglife.queries.members import birthdays_ahead
from pingyi.ledgers.orglife.services import Seat, add_activity_evidence
from pingyi.organisations.domain.facts import Fact, Span
from pingyi.organisations.models import Organisation
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
    held(world, date(2025, 1, 8))
    half = Span(date(2025, 1, 1), date(2025, 6, 15))
    found = {fact.measure: (fact.value, fact.out_of) for fact in orglife_facts([world.first.pk], half)}
    assert found["orglife.committee.missed"] == (4, 5)


def test_a_year_in_which_nothing_was_recorded_has_no_ledger_and_is_no_nought(world: LedgerWorld) -> None:
    make_members(world)
    held(world, date(2025, 1, 8))
    before = Span(date(2024, 1, 1), date(2024, 12, 31))
    codes = {fact.measure for fact in EVIDENCE.stated([world.first.pk], before)}
    assert codes == {"orglife.members"}
    assert len(EVIDENCE.stated([world.first.pk], YEAR)) > len(codes)


def test_meetings_of_secretaries_are_told_by_the_quarters_in_which_they_were_due(world: LedgerWorld) -> None:
    college: dict[str, Any] = {"organisation": world.college, "actor": world.secretary}
    for day in (date(2025, 1, 8), date(2025, 2, 8), date(2025, 4, 8)):
        held(world, day, kind=Kind.SECRETARIES, **college)
    facts = stated(world, world.college, Span(date(2025, 1, 1), date(2025, 9, 30)))
    found = facts["orglife.secretaries.done"]
    assert (found.value, found.out_of, facts["orglife.secretaries.held"].value) == (2, 3, 3)


def test_facts_cost_the_same_for_two_units_and_for_three(
    world: LedgerWorld, django_assert_num_queries: Any
) -> None:
    make_members(world)
    for organisation in (world.first, world.second, world.college):
        make_secretary(organisation)
    for asked in ([world.first.pk, world.college.pk], [world.first.pk, world.second.pk, world.college.pk]):
        with django_assert_num_queries(11):
            list(orglife_facts(asked, YEAR))


def stated(world: LedgerWorld, organisation: Organisation, span: Span = YEAR) -> dict[str, Fact]:
    return {fact.measure: fact for fact in orglife_facts([organisation.pk], span)}


def test_months_that_were_missed_one_after_the_other_name_branch_and_months(world: LedgerWorld) -> None:
    for month in (1, 2, 3, 4, 10, 12):
        held(world, date(2025, month, 8))
    fact = stated(world, world.first)["orglife.committee.missed_run"]
    assert (fact.value, fact.period) == (5, Span(date(2025, 5, 1), date(2025, 9, 30)))
    assert fact.source == "组织生活台账：第一党支部2025年5月到2025年9月没有支委会"
    longest = stated(world, world.college)["orglife.committee.missed_run"]
    assert (longest.value, "第二党支部" in longest.source) == (12, True)
    early = Span(date(2025, 1, 1), date(2025, 6, 15))
    assert "orglife.committee.missed_run" not in stated(world, world.first, early), "May alone is no run"


def test_holidays_between_two_missed_months_break_no_run(world: LedgerWorld) -> None:
    LedgerSetting.objects.create(
        institution=world.institution,
        ledger="orglife",
        key="exempt_months",
        value=[7, 8],
        effective_from=date(2025, 1, 1),
        reason="校历",
        set_by_id=world.clerk.account_id,
        set_at=NOW,
    )
    for month in (1, 2, 3, 4, 5, 10, 11, 12):
        held(world, date(2025, month, 8))
    fact = stated(world, world.first)["orglife.committee.missed_run"]
    assert (fact.value, fact.period) == (2, Span(date(2025, 6, 1), date(2025, 9, 30)))


def test_what_was_written_late_is_counted_and_the_day_on_which_most_was_written(world: LedgerWorld) -> None:
    for month, day in ((1, 8), (2, 8), (3, 8)):
        held(world, date(2025, month, day))
    held(world, date(2026, 1, 8), topic="次年")
    facts = stated(world, world.first)
    late, one_day = facts["orglife.late_entries"], facts["orglife.late_in_one_day"]
    assert (late.value, late.out_of) == (3, 3)
    written = today(NOW)
    assert (one_day.value, one_day.out_of, one_day.period) == (3, 3, Span(written, written))
    assert facts["orglife.committee.records"].value == 3
    assert facts["orglife.theme_day.records"].value == 0
    january = stated(world, world.first, Span(date(2025, 1, 1), date(2025, 1, 31)))
    assert "orglife.late_in_one_day" not in january, "one is not many"


def test_meetings_of_secretaries_and_classes_of_the_secretary_are_those_of_the_unit(
    world: LedgerWorld,
) -> None:
    secretary = make_secretary(world.college)
    assert "orglife.secretaries.held" not in stated(world, world.college), "an unused ledger states nothing"
    taught: dict[str, Any] = {"kind": Kind.PARTY_CLASS, "lecturer_id": secretary.pk}
    held(world, date(2025, 5, 1), **taught)
    college: dict[str, Any] = {"organisation": world.college, "actor": world.secretary}
    held(world, date(2025, 6, 1), **taught, **college)
    held(world, date(2025, 7, 1), kind=Kind.SECRETARIES, **college)
    facts = stated(world, world.college)
    assert facts["orglife.secretary_class.held"].value == 2
    assert facts["orglife.secretaries.held"].value == 1
    assert facts["orglife.branches"].value == 2
    branch = stated(world, world.first)
    assert not branch.keys() & {
        "orglife.secretary_class.held",
        "orglife.secretaries.held",
        "orglife.branches",
    }


def test_members_are_stated_only_where_every_branch_has_its_roster(world: LedgerWorld) -> None:
    make_members(world)
    held(world, date(2025, 1, 8))
    facts = stated(world, world.first)
    assert facts["orglife.members"].value == 3
    assert (facts["orglife.hours.reached"].value, facts["orglife.hours.reached"].out_of) == (0, 3)
    assert "orglife.members" not in stated(world, world.college), "the second branch has no roster"
    before = Span(date(2009, 1, 1), date(2009, 12, 31))
    facts = stated(world, world.first, before)
    assert facts["orglife.members"].value == 0
    assert "orglife.hours.reached" not in facts, "nobody had to reach any"


def test_every_measure_of_a_table_is_named_once_and_most_have_names_in_reports() -> None:
    codes = [measure.code for measure in MEASURES]
    assert len(codes) == len(set(codes))
    for kind in BRANCH_KINDS:
        assert {f"orglife.{kind}.{what}" for what in ("done", "late", "excused", "missed")} <= set(codes)


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
