from collections.abc import Callable
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event, EventPayload
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer
from pingyi.review.dutyreports.services import accept_report, return_report
from tests.factories.reports import ReportWorld, make_report_world
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
REASON = "第三节请写到人和事。"


def send_back(world: ReportWorld, report: DutyReport, **fields: Any) -> DutyReport:
    with scope(institution=world.institution):
        return return_report(
            **{"actor": world.clerk, "now": NOW, "report": report, "reason": REASON, **fields}
        )


def accept(world: ReportWorld, report: DutyReport, **fields: Any) -> DutyReport:
    with scope(institution=world.institution):
        return accept_report(**{"actor": world.clerk, "now": NOW, "report": report, **fields})


def refused_code(act: Callable[..., object], *args: Any, **fields: Any) -> str:
    with pytest.raises(Refused) as refusal:
        act(*args, **fields)
    return refusal.value.code


def test_a_report_is_returned_with_its_reason() -> None:
    world = make_report_world()
    report = send_back(world, world.hand_in(), reason=f"  {REASON}\n")
    assert (report.state, report.return_reason) == ("returned", REASON)
    assert (report.decided_at, report.decided_by_id) == (NOW, world.clerk.account_id)
    assert EventPayload.objects.get(event__verb="report.returned").body["reason"] == REASON


def test_returning_takes_in_what_became_open_since() -> None:
    world = make_report_world(problems=0)
    report, late = world.hand_in(), world.leave_open()
    send_back(world, report)
    with scope(institution=world.institution):
        assert [row.problem_id for row in ProblemAnswer.objects.all()] == [late.pk]


@pytest.mark.parametrize("reason", ["", " \n", "长" * 2_001])
def test_a_return_without_a_usable_reason_is_refused(reason: str) -> None:
    world = make_report_world()
    report = world.hand_in()
    assert refused_code(send_back, world, report, reason=reason) == "report.reason"
    assert world.now(report).state == "submitted"


def test_the_same_return_again_changes_nothing_and_another_is_refused() -> None:
    world = make_report_world()
    report = send_back(world, send_back(world, world.hand_in()))
    assert Event.objects.filter(verb="report.returned").count() == 1
    assert refused_code(send_back, world, report, reason="换个理由") == "report.not_in"
    assert world.now(report).return_reason == REASON


def test_a_submitted_report_passes_once() -> None:
    world = make_report_world()
    report = accept(world, accept(world, world.hand_in()))
    assert (report.state, report.decided_at) == ("accepted", NOW)
    assert Event.objects.filter(verb="report.accepted").count() == 1


def test_an_accepted_report_can_be_returned_after_all() -> None:
    world = make_report_world()
    assert send_back(world, world.accept()).state == "returned"


def test_a_report_does_not_pass_while_a_newly_open_problem_has_no_answer() -> None:
    world = make_report_world()
    report = world.hand_in()
    world.leave_open()
    assert refused_code(accept, world, report) == "report.unanswered"
    assert world.now(report).state == "submitted"
    lenient = make_report_world(settings={"must_answer_last_year": False})
    passed = lenient.hand_in()
    lenient.leave_open()
    assert accept(lenient, passed).state == "accepted"


def test_what_is_not_in_is_neither_returned_nor_accepted() -> None:
    world = make_report_world()
    report = world.begin()
    assert refused_code(send_back, world, report) == "report.not_in"
    assert refused_code(accept, world, report) == "report.not_in"
    assert world.now(report).state == "draft"


def test_nobody_decides_on_a_draft_that_he_has_not_seen() -> None:
    world = make_report_world()
    first = world.hand_in()
    send_back(world, first)
    world.hand_in(texts={1: "新的一稿。"})
    assert refused_code(accept, world, first, seen_version=first.version) == "report.changed_meanwhile"
    stale = {"reason": "再改。", "seen_version": first.version}
    assert refused_code(send_back, world, first, **stale) == "report.changed_meanwhile"
    assert accept(world, first, seen_version=world.now(first).version).state == "accepted"


def test_an_archived_cycle_is_left_alone() -> None:
    world = make_report_world()
    report = world.hand_in()
    world.archive()
    assert refused_code(accept, world, report) == "cycle.archived"
    assert refused_code(send_back, world, report) == "cycle.archived"


@pytest.mark.parametrize("role", ["secretary", "leader", "scrutineer", "counter"])
def test_only_the_clerk_decides(role: str) -> None:
    world = make_report_world()
    report = world.hand_in()
    actor = make_actor(world.institution, role, organisation=world.reporters[0].organisation)
    for act in (accept, send_back):
        with pytest.raises(Forbidden):
            act(world, report, actor=actor)
    assert world.now(report).state == "submitted"


def test_nobody_passes_the_report_of_the_own_organisation() -> None:
    world = make_report_world()
    report = world.hand_in()
    both = make_actor(world.institution, "clerk", "secretary", organisation=world.reporters[0].organisation)
    with pytest.raises(Forbidden, match="另一位审的人"):
        accept(world, report, actor=both)


def test_a_report_of_another_institution_is_not_there() -> None:
    world, other = make_report_world(), make_report_world()
    report = other.hand_in()
    with pytest.raises(Missing):
        accept(world, report)
