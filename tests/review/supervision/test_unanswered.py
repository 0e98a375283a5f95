"""Problems that nobody claims, or lists tasks for, go up the same line as overdue tasks."""

from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.core.models import Event
from pingyi.notices.models import Notice
from pingyi.notices.services import add_webhook
from pingyi.review.cycles.models import CycleSetting
from pingyi.review.rectification.services import rule_on_contest
from pingyi.review.supervision.models import EscalationStep
from pingyi.review.supervision.queries.overdue import ladder_board
from pingyi.review.supervision.services import escalate_cycle
from pingyi.review.supervision.services.escalate import escalate_by_date
from tests.factories.rectification import Office, claimed, contested, make_office, planned
from tests.factories.world import NOW
from tests.review.supervision.test_escalation import at, rungs

pytestmark = pytest.mark.django_db


def set_answer_days(office: Office, value: object) -> None:
    CycleSetting.objects.create(
        institution=office.institution,
        cycle=office.cycle,
        key="ladder_answer_days",
        value=value,
        set_by_id=office.clerk.account_id,
        set_at=NOW,
    )


def test_an_unclaimed_problem_is_told_from_the_secretary_up_once() -> None:
    """Named on Friday, 16 January 2026: eight working days later it is Wednesday, 28 January."""
    office = make_office()
    for moment, told in (
        (at(1, 28), []),
        (at(1, 29), ["secretary"]),
        (at(2, 6), ["secretary"]),
        (at(2, 9), ["secretary", "superior"]),
        (at(3, 2), ["secretary", "superior", "department"]),
    ):
        escalate_by_date(moment)
        escalate_by_date(moment)
        assert rungs(office) == told
    with scopes_disabled():
        first = Notice.objects.filter(kind="problem.overdue").order_by("pk")[0]
        events = Event.objects.filter(verb="problem.escalated").count()
        assert all(step.task is None for step in EscalationStep.objects.all())
    assert first.title == f"{office.organisation.name}的问题2025-001还没有认领，逾1个工作日"
    assert (first.account_id, first.path) == (
        office.secretary.account_id,
        f"/office/problems/{office.problems()[0].pk}/",
    )
    assert events == 3


def test_claiming_without_tasks_goes_on_up_the_same_ladder() -> None:
    office = make_office()
    escalate_by_date(at(1, 29))
    claimed(office, now=at(1, 30))
    escalate_by_date(at(2, 9))
    assert rungs(office) == ["secretary", "superior"]
    planned(office, now=at(2, 9), starts_on=at(2, 9).date())
    escalate_by_date(at(3, 2))
    assert rungs(office) == ["secretary", "superior"]


def test_whoever_has_contested_waits_for_the_ruling_and_is_not_told() -> None:
    office = make_office()
    contested(office)
    escalate_by_date(at(3, 2))
    assert rungs(office) == []
    with scope(institution=office.institution):
        rule_on_contest(
            actor=office.clerk, now=at(3, 2), problem=office.problems()[0], stands=True, reason="在你们那里。"
        )
    escalate_by_date(at(3, 3))
    assert rungs(office)[0] == "secretary"


def test_a_problem_that_the_organisation_does_not_know_of_is_nobodys_delay() -> None:
    office = make_office(is_told=False)
    escalate_by_date(at(3, 2))
    assert rungs(office) == []


def test_the_grace_of_problems_is_a_setting_of_its_own() -> None:
    office = make_office()
    with scope(institution=office.institution):
        set_answer_days(office, 3)
    escalate_by_date(at(1, 30))
    assert rungs(office) == []
    escalate_by_date(at(2, 2))
    assert rungs(office) == ["secretary"]
    with scope(institution=office.institution):
        set_answer_days(office, "")
        told = escalate_cycle(actor=office.clerk, now=at(3, 2), cycle=office.cycle)
        board = ladder_board(office.cycle, at(3, 2).date())
    assert told.steps == 0
    assert (len(board.problems), board.waiting_problems, board.owed) == (1, 1, 0)


def test_the_group_hears_of_tasks_and_problems_alike() -> None:
    office = make_office(["一。", "二。", "三。"])
    planned(office)
    with scope(institution=office.institution):
        hook = add_webhook(
            actor=office.clerk,
            now=NOW,
            name="书记群",
            kind="wecom",
            address="https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
            secret="",
            topics=["overdue"],
        )
        told = escalate_cycle(actor=office.clerk, now=at(7, 1), cycle=office.cycle)
        (call,) = hook.calls.all()
    assert (told.tasks, told.problems) == (1, 2)
    assert call.title == "1个单位有1项整改任务、2个问题没有认领或列任务过了期限"
    assert "一。" not in call.title + call.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_ladder_asks_as_often_for_one_as_for_three(count: int, django_assert_num_queries: Any) -> None:
    office = make_office([f"第{n}个问题。" for n in range(2 * count)])
    for place in range(count):
        planned(office, place)
    with scope(institution=office.institution), django_assert_num_queries(8):
        board = ladder_board(office.cycle, at(7, 1).date())
    assert (len(board.tasks), len(board.problems)) == (count, count)


def test_without_this_years_calendar_nobody_is_told_and_the_year_is_named() -> None:
    office = make_office()
    moment = at(3, 2).replace(year=2056)
    with scope(institution=office.institution):
        board = ladder_board(office.cycle, moment.date())
        told = escalate_cycle(actor=office.clerk, now=moment, cycle=office.cycle)
    assert (board.problems, board.unknown_years) == ((), [2056])
    assert (told.steps, told.unknown_years) == (0, (2056,))
