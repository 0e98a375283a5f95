"""A report goes through the levels of its cycle one by one."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Refused
from pingyi.notices.models import Notice
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.dutyreports.models import DutyReport, Examination
from pingyi.review.dutyreports.queries import report_board, turns_of
from pingyi.review.dutyreports.services import accept_report, name_examiner, return_report
from tests.factories.reports import DUE, IN_TIME, ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
OWN_UNIT, CONTACT, LAST = "本单位", "联系部门", "组织部门"


def world_of_three(**fields: Any) -> ReportWorld:
    return make_report_world(settings={"report_levels": f"{OWN_UNIT}、{CONTACT}、{LAST}"}, **fields)


def named(world: ReportWorld, level: str, organisation: Organisation | None = None) -> Actor:
    actor = make_actor(world.institution, "examiner")
    with scope(institution=world.institution):
        name_examiner(
            actor=world.clerk,
            now=NOW,
            cycle=world.cycle,
            level=level,
            account_id=actor.account_id,
            organisation=organisation,
        )
    return actor


def accept(world: ReportWorld, actor: Actor, report: DutyReport, **fields: Any) -> DutyReport:
    with scope(institution=world.institution):
        return accept_report(**{"actor": actor, "now": NOW, "report": report, **fields})


def send_back(world: ReportWorld, actor: Actor, report: DutyReport, **fields: Any) -> DutyReport:
    with scope(institution=world.institution):
        return return_report(
            **{"actor": actor, "now": NOW, "report": report, "reason": "写到人和事。", **fields}
        )


def history(report: DutyReport) -> list[tuple[int, str, str]]:
    with scopes_disabled():
        return list(Examination.objects.order_by("pk").values_list("round", "level", "verdict"))


def titles(actor: Actor) -> list[str]:
    with scopes_disabled():
        rows = Notice.objects.filter(account=actor.account_id).order_by("pk")
        return list(rows.values_list("title", flat=True))


def test_each_level_passes_in_its_turn_and_the_last_one_accepts() -> None:
    world = world_of_three()
    first = named(world, OWN_UNIT, world.reporters[0].organisation)
    second = named(world, CONTACT)
    report = world.hand_in()
    assert titles(first) == ["护理学院党委的述职报告等您审"]
    for actor in (second, world.clerk, world.secretary()):
        with pytest.raises(Forbidden):
            accept(world, actor, report)
    assert accept(world, first, report).state == "submitted"
    assert titles(second) == ["护理学院党委的述职报告等您审"]
    with pytest.raises(Forbidden):
        accept(world, first, report)
    assert accept(world, second, report).state == "submitted"
    assert accept(world, world.clerk, report).state == "accepted"
    assert history(report) == [(1, OWN_UNIT, "passed"), (1, CONTACT, "passed"), (1, LAST, "passed")]
    assert titles(world.secretary()) == ["2025年度述职报告通过了"]


def test_where_nobody_is_named_the_clerk_stands_in() -> None:
    world = world_of_three()
    report = world.hand_in()
    for level in range(3):
        accept(world, world.clerk, report, seen_level=level)
    assert world.now(report).state == "accepted"


def test_a_second_click_does_not_pass_the_next_level_too() -> None:
    world = world_of_three()
    report = world.hand_in()
    accept(world, world.clerk, report, seen_level=0)
    assert accept(world, world.clerk, report, seen_level=0).level == 1
    other = make_actor(world.institution, "clerk")
    with pytest.raises(Refused) as refusal:
        accept(world, other, report, seen_level=0)
    assert refusal.value.code == "report.level_passed"
    assert len(history(report)) == 1


def test_after_a_return_the_next_draft_begins_at_the_first_level() -> None:
    world = world_of_three()
    second = named(world, CONTACT)
    report = world.hand_in()
    accept(world, world.clerk, report)
    send_back(world, second, report)
    again = world.hand_in(texts={1: "写实了。"})
    assert (again.state, again.level, again.rounds) == ("submitted", 0, 2)
    assert history(report) == [(1, OWN_UNIT, "passed"), (1, CONTACT, "returned")]


def test_nobody_is_named_for_her_own_organisation_and_nobody_examines_it() -> None:
    world = world_of_three(reporters=2)
    own = world.secretary()
    with scope(institution=world.institution), pytest.raises(Refused) as refusal:
        name_examiner(
            actor=world.clerk,
            now=NOW,
            cycle=world.cycle,
            level=OWN_UNIT,
            account_id=own.account_id,
            organisation=world.reporters[0].organisation,
        )
    assert refusal.value.code == "examiner.own"
    with scope(institution=world.institution):  # for all organisations she may be named: her own is left out
        name_examiner(
            actor=world.clerk,
            now=NOW,
            cycle=world.cycle,
            level=OWN_UNIT,
            account_id=own.account_id,
            organisation=None,
        )
    mine, other = world.hand_in(0), world.hand_in(1)
    with pytest.raises(Forbidden):
        accept(world, own, mine)
    assert accept(world, own, other).level == 1
    assert accept(world, world.clerk, mine).level == 1
    with scope(institution=world.institution):
        assert turns_of(own.account_id) == []


@pytest.mark.parametrize("level", [LAST, "没有这一级"])
def test_the_last_level_belongs_to_the_clerks(level: str) -> None:
    with pytest.raises(Refused) as refusal:
        named(world_of_three(), level)
    assert refusal.value.code == "examiner.level"


def test_the_turns_of_an_examiner_are_the_reports_that_wait_for_her() -> None:
    world = world_of_three(reporters=2)
    first = named(world, OWN_UNIT, world.reporters[1].organisation)
    world.hand_in(0)
    report = world.hand_in(1)
    with scope(institution=world.institution):
        assert [(row.pk, stage.name) for row, stage in turns_of(first.account_id)] == [(report.pk, OWN_UNIT)]
    accept(world, first, report)
    with scope(institution=world.institution):
        assert turns_of(first.account_id) == []


def is_overdue(world: ReportWorld, moment: datetime) -> bool:
    with scope(institution=world.institution):
        return report_board(world.cycle, moment).lines[0].is_overdue


def test_a_deadline_given_with_a_return_takes_the_place_of_the_cycles() -> None:
    world = make_report_world()
    report = world.hand_in()
    due = NOW + timedelta(days=3)
    send_back(world, world.clerk, report, due_at=due)
    assert world.now(report).due_at == due
    assert DUE < NOW
    assert not is_overdue(world, NOW)
    assert is_overdue(world, due + timedelta(minutes=1))
    world.hand_in(texts={1: "写实了。"}, now=NOW)
    assert not is_overdue(world, due + timedelta(days=9))
    assert titles(world.secretary()) == ["2025年度述职报告第1稿退回了，1月19日14:30以前改好再交"]


def test_a_new_deadline_in_the_past_is_refused_and_nothing_returned() -> None:
    world = make_report_world()
    report = world.hand_in()
    with pytest.raises(Refused) as refusal:
        send_back(world, world.clerk, report, due_at=IN_TIME)
    assert (refusal.value.code, refusal.value.field) == ("report.due_past", "due_at")
    assert world.now(report).state == "submitted"
