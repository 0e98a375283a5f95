"""Overdue tasks go up the line: each rung once, whoever looks at the clock and how often."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.notices.models import Mail, Notice
from pingyi.notices.services import add_webhook
from pingyi.review.cycles.models import CycleSetting
from pingyi.review.rectification.models import Task
from pingyi.review.rectification.services import extend_task, reopen_task
from pingyi.review.supervision.domain.ladder import Rung
from pingyi.review.supervision.models import EscalationStep, SupervisionCircular
from pingyi.review.supervision.queries.overdue import ladder_board
from pingyi.review.supervision.rules import (
    may_look_back,
    may_read_circular,
    may_read_supervision,
    may_supervise,
)
from pingyi.review.supervision.services import escalate_cycle
from pingyi.review.supervision.services.escalate import Escalated, escalate_by_date
from pingyi.review.supervision.services.remind_look_backs import remind_look_backs
from tests.at_once import both_at_once
from tests.factories.rectification import Office, as_person, closed, make_office, planned
from tests.factories.world import NOW, make_actor, make_institution

pytestmark = pytest.mark.django_db


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=PEOPLE_ZONE)


@pytest.fixture
def office() -> Office:
    """One task due on Tuesday, 30 June 2026; its responsible person can sign in."""
    made = make_office()
    planned(made)
    as_person(make_actor(made.institution, "examiner"), made.person)
    return made


def rungs(office: Office) -> list[str]:
    with scope(institution=office.institution):
        return [step.rung for step in EscalationStep.objects.order_by("pk")]


def test_each_rung_is_told_on_its_day_and_once(office: Office) -> None:
    for moment, told in (
        (at(6, 30), []),
        (at(7, 1), ["responsible"]),
        (at(7, 3), ["responsible"]),
        (at(7, 6), ["responsible", "secretary"]),
        (at(7, 10), ["responsible", "secretary", "superior"]),
        (at(7, 21), ["responsible", "secretary", "superior", "department"]),
        (at(9, 1), ["responsible", "secretary", "superior", "department"]),
    ):
        escalate_by_date(moment)
        escalate_by_date(moment)
        assert rungs(office) == told
    with scopes_disabled():
        kinds = list(Notice.objects.filter(kind="task.overdue").order_by("pk"))
        events = Event.objects.filter(verb="task.escalated").count()
    assert kinds[0].title == f"{office.organisation.name}的整改任务2025-001过了期限，逾1个工作日"
    assert kinds[1].account_id == office.secretary.account_id
    assert kinds[1].path.startswith("/office/tasks/")
    assert kinds[0].path == ""
    assert events == 4


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_tell_once(office: Office) -> None:
    moment = at(7, 21)
    ends = both_at_once(
        office.institution, lambda: escalate_by_date(moment), lambda: escalate_by_date(moment)
    )
    assert ends == ["done", "done"]
    assert rungs(office) == [rung.value for rung in Rung]
    with scopes_disabled():
        people = list(Notice.objects.filter(kind="task.overdue").values_list("account_id", flat=True))
    assert len(people) == len(set(people))


def test_a_put_off_deadline_begins_a_new_ladder(office: Office) -> None:
    escalate_by_date(at(7, 1))
    with scope(institution=office.institution):
        task = Task.objects.get()
        extend_task(
            actor=office.clerk, now=at(7, 2), task=task, due_on=date(2026, 7, 31), reason="材料没有到。"
        )
    escalate_by_date(at(7, 30))
    assert rungs(office) == ["responsible"]
    escalate_by_date(at(8, 3))
    assert rungs(office) == ["responsible", "responsible"]


def test_a_reopened_task_is_late_from_its_reopening() -> None:
    office = make_office()
    task = closed(office)
    with scope(institution=office.institution):
        reopen_task(actor=office.clerk, now=at(9, 1), task=task, reason="又停了。")
    escalate_by_date(at(9, 1))
    assert rungs(office) == []
    escalate_by_date(at(9, 2))
    assert rungs(office) == ["responsible"]
    with scope(institution=office.institution):
        assert EscalationStep.objects.get().told == 0


def test_mail_goes_with_the_notice_and_the_group_hears_no_name(office: Office, settings: Any) -> None:
    settings.MAIL_IS_SET_UP = True
    with scopes_disabled():
        Account.objects.filter(pk=office.secretary.account_id).update(email="shu@example.edu.cn")
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
        told = escalate_cycle(actor=office.clerk, now=at(7, 6), cycle=office.cycle)
        (call,) = hook.calls.all()
    assert (told.steps, told.tasks, told.mails, told.nobody) == (2, 1, 1, 0)
    with scopes_disabled():
        assert [mail.address for mail in Mail.objects.all()] == ["shu@example.edu.cn"]
    assert call.title == "1个单位有1项整改任务过了期限"
    assert office.person.name not in call.title + call.text


def test_a_rung_can_be_left_out_or_the_ladder_switched_off(office: Office) -> None:
    with scope(institution=office.institution):
        for key, value in (("ladder_secretary_days", ""), ("ladder_superior_days", 2)):
            CycleSetting.objects.create(
                institution=office.institution,
                cycle=office.cycle,
                key=key,
                value=value,
                set_by_id=office.clerk.account_id,
                set_at=NOW,
            )
        escalate_cycle(actor=office.clerk, now=at(7, 3), cycle=office.cycle)
        assert rungs(office) == ["responsible", "superior"]
        CycleSetting.objects.create(
            institution=office.institution,
            cycle=office.cycle,
            key="ladder_runs",
            value=False,
            set_by_id=office.clerk.account_id,
            set_at=NOW,
        )
        with pytest.raises(Refused) as refused:
            escalate_cycle(actor=office.clerk, now=at(8, 3), cycle=office.cycle)
        assert refused.value.code == "ladder.switched_off"
    escalate_by_date(at(8, 3))
    assert rungs(office) == ["responsible", "superior"]


def test_without_the_calendar_of_the_year_nothing_is_guessed(office: Office) -> None:
    late = at(7, 1) + timedelta(days=365 * 30)
    with scope(institution=office.institution):
        told = escalate_cycle(actor=office.clerk, now=late, cycle=office.cycle)
        board = ladder_board(office.cycle, late.date())
    assert told == Escalated(unknown_years=(2056,))
    assert (board.unknown_years, board.owed, len(board.rows), board.open_tasks) == ([2056], 0, 1, 1)


def test_only_the_clerk_has_the_clock_looked_at(office: Office) -> None:
    with scope(institution=office.institution), pytest.raises(Forbidden):
        escalate_cycle(actor=office.secretary, now=at(7, 6), cycle=office.cycle)


def test_the_day_of_a_look_back_is_told_once() -> None:
    office = make_office()
    task = closed(office)
    with scopes_disabled():
        Task.objects.filter(pk=task.pk).update(relapse_check_on=date(2026, 7, 1))
    for moment in (at(6, 30), at(7, 1), at(7, 1), at(7, 2)):
        remind_look_backs(moment)
    with scopes_disabled():
        (notice,) = Notice.objects.filter(kind="task.look_back")
    assert notice.title == "到了回头看的日子：问题1的整改任务"
    assert notice.account_id == office.clerk.account_id


def test_who_may_do_what() -> None:
    office = make_office()
    task = closed(office)
    clerk, secretary = office.clerk, office.secretary
    leader = make_actor(office.institution, "leader")
    stranger = make_actor(make_institution(), "clerk")
    for actor, allowed in (
        (clerk, (True, True, True)),
        (leader, (False, True, False)),
        (secretary, (False, False, False)),
        (stranger, (False, False, False)),
    ):
        may = (
            may_supervise(actor, office.cycle),
            may_read_supervision(actor, office.cycle),
            may_look_back(actor, task),
        )
        assert may == allowed
    went_out = SupervisionCircular(institution=office.institution, reader_ids=[office.organisation.pk])
    not_to_her = SupervisionCircular(institution=office.institution, reader_ids=[0])
    readers = (clerk, leader, secretary, stranger)
    assert [may_read_circular(actor, went_out) for actor in readers] == [True, True, True, False]
    assert [may_read_circular(actor, not_to_her) for actor in readers] == [True, True, False, False]
