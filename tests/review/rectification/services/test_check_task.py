"""Reported, handed in, checked by a second person, closed out; sent back and reopened."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.models import ProblemItem, Task, TaskNote
from pingyi.review.rectification.services import (
    close_problem,
    close_task,
    reopen_task,
    report_progress,
    send_back_task,
    submit_task,
    withdraw_task,
)
from tests.factories.rectification import (
    LATER,
    Office,
    as_person,
    closed,
    make_office,
    planned,
    proposed,
    shown,
    submitted,
)
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def close(office: Office, task: Task, actor: Actor | None = None, note: str = "") -> Task:
    with scope(institution=office.institution):
        return close_task(actor=actor or office.clerk, now=LATER, task=task, note=note)


def story(office: Office) -> list[str]:
    with scope(institution=office.institution):
        told = TaskNote.objects.exclude(kind="plan_approved").order_by("pk")
        return [f"{note.kind}: {note.text}" for note in told]


def state_of(office: Office, task: Task) -> str:
    return str(office.reload(task).state)


def test_progress_is_written_down_and_a_second_click_writes_nothing() -> None:
    office = make_office()
    task = planned(office)
    with scope(institution=office.institution):
        for _ in range(2):
            report_progress(actor=office.secretary, now=LATER, task=task, text="开了第一次支委会。")
        report_progress(actor=office.secretary, now=LATER, task=task, text="开了第二次支委会。")
        with pytest.raises(Refused) as refusal:
            report_progress(actor=office.secretary, now=LATER, task=task, text="")
        with pytest.raises(Forbidden):
            report_progress(actor=office.clerk, now=LATER, task=task, text="代报。")
    assert refusal.value.code == "task.progress"
    assert story(office) == ["progress: 开了第一次支委会。", "progress: 开了第二次支委会。"]


def test_handing_in_says_what_was_done_and_happens_once() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        submit_task(actor=office.secretary, now=LATER, task=task, progress="别的话。")
        with pytest.raises(Forbidden):
            submit_task(actor=office.clerk, now=LATER, task=task, progress="代报。")
    assert story(office) == ["submitted: 书记已补选到位。"]
    row = office.reload(task)
    assert (row.state, row.submitted_by_id, row.submitted_at) == (
        "submitted",
        office.secretary.account_id,
        LATER,
    )


def test_handing_in_needs_words_and_an_open_task() -> None:
    office = make_office(["一。", "二。"])
    task = shown(office)
    with scope(institution=office.institution), pytest.raises(Refused) as refusal:
        submit_task(actor=office.secretary, now=LATER, task=task, progress=" ")
    assert (refusal.value.code, state_of(office, task)) == ("task.progress", "open")
    done = closed(office, 1)
    with scope(institution=office.institution), pytest.raises(Refused) as refusal:
        submit_task(actor=office.secretary, now=LATER, task=done, progress="再报。")
    assert refusal.value.code == "task.closed"


def test_after_handing_in_nothing_is_reported_until_it_is_sent_back() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        with pytest.raises(Refused) as refusal:
            report_progress(actor=office.secretary, now=LATER, task=task, text="还有。")
        assert refusal.value.code == "task.not_open"
        send_back_task(actor=office.clerk, now=LATER, task=task, reason="缺会议记录。")
        send_back_task(actor=office.clerk, now=LATER, task=task, reason="缺会议记录。")
        report_progress(actor=office.secretary, now=LATER, task=task, text="还有。")
    assert story(office)[1:] == ["sent_back: 缺会议记录。", "progress: 还有。"]
    with scope(institution=office.institution):
        submit_task(actor=office.secretary, now=LATER, task=task, progress="补了。")
    assert (state_of(office, task), office.reload(task).return_reason) == ("submitted", "")


def test_sending_back_needs_a_reason_and_something_handed_in() -> None:
    office = make_office()
    task = planned(office)
    with scope(institution=office.institution):
        for reason, code in (("早了。", "task.not_submitted"), ("", "task.return_reason")):
            with pytest.raises(Refused) as refusal:
                send_back_task(actor=office.clerk, now=LATER, task=task, reason=reason)
            assert refusal.value.code == code


def test_a_second_person_closes_out_and_the_last_task_strikes_the_problem_off() -> None:
    office = make_office()
    first, second = submitted(office), submitted(office, measures=["另一项。"])
    close(office, first, note="看了会议记录，属实。")
    assert office.problems()[0].state == "in_progress"
    close(office, second)
    close(office, second)
    problem = office.problems()[0]
    assert (problem.state, problem.closed_by_id, problem.closed_at) == (
        "closed",
        office.clerk.account_id,
        LATER,
    )
    assert "closed: 看了会议记录，属实。" in story(office)
    assert Event.objects.filter(verb="task.closed").count() == 2
    assert Event.objects.filter(verb="problem.closed").count() == 1


def test_what_was_not_handed_in_is_not_closed() -> None:
    office = make_office()
    task = planned(office)
    with pytest.raises(Refused) as refusal:
        close(office, task)
    assert (refusal.value.code, state_of(office, task)) == ("task.not_submitted", "open")


def test_a_note_that_is_too_long_closes_nothing() -> None:
    office = make_office()
    task = submitted(office)
    with pytest.raises(Refused, match="最多500字"):
        close(office, task, note="长" * 501)
    assert state_of(office, task) == "submitted"


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("submitted_by", "task.second_person_handed_in"),
        ("created_by", "task.second_person_planned"),
    ],
)
def test_who_handed_it_in_or_planned_it_does_not_close_it(field: str, code: str) -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        Task.objects.update(**{field: office.clerk.account_id})
    with pytest.raises(Refused) as refusal:
        close(office, task)
    assert (refusal.value.code, state_of(office, task)) == (code, "submitted")


@pytest.mark.parametrize("field", ["submitted_by", "created_by"])
def test_the_database_refuses_it_too(field: str) -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        Task.objects.update(**{field: office.clerk.account_id})
        with pytest.raises(IntegrityError), transaction.atomic():
            Task.objects.update(state="closed", closed_by=office.clerk.account_id, closed_at=LATER)
    assert state_of(office, task) == "submitted"


def test_the_database_refuses_that_who_claimed_a_problem_strikes_it_off() -> None:
    office = make_office()
    planned(office)
    with scope(institution=office.institution), pytest.raises(IntegrityError), transaction.atomic():
        ProblemItem.objects.update(state="closed", closed_by=office.secretary.account_id, closed_at=LATER)


def test_who_wrote_progress_does_not_close_it() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        TaskNote.objects.create(
            institution_id=task.institution_id,
            task=task,
            kind="progress",
            text="代写。",
            written_at=LATER,
            written_by_id=office.clerk.account_id,
        )
    with pytest.raises(Refused) as refusal:
        close(office, task)
    assert refusal.value.code == "task.second_person_worked"


def test_the_responsible_person_does_not_close_it() -> None:
    office = make_office()
    task = submitted(office)
    with pytest.raises(Refused) as refusal:
        close(office, task, as_person(office.clerk, office.person))
    assert refusal.value.code == "task.second_person_responsible"


@pytest.mark.parametrize("role", ["leader", "secretary", "counter", "scrutineer"])
def test_only_a_clerk_checks(role: str) -> None:
    office = make_office()
    task = submitted(office)
    actor = make_actor(office.institution, role, organisation=office.organisation)
    verbs: tuple[Any, ...] = (send_back_task, reopen_task)
    with pytest.raises(Forbidden):
        close(office, task, actor)
    with scope(institution=office.institution):
        for verb in verbs:
            with pytest.raises(Forbidden):
                verb(actor=actor, now=LATER, task=task, reason="不行。")
        with pytest.raises(Forbidden):
            close_problem(actor=actor, now=LATER, problem=office.problems()[0])
    assert state_of(office, task) == "submitted"


def test_a_clerk_who_is_secretary_there_does_not_check_the_own_organisation() -> None:
    office = make_office()
    task = submitted(office)
    both = make_actor(office.institution, "clerk", "secretary", organisation=office.organisation)
    with pytest.raises(Forbidden):
        close(office, task, both)


def test_reopening_brings_the_problem_back_on_the_list() -> None:
    office = make_office()
    task = closed(office)
    with scope(institution=office.institution):
        with pytest.raises(Refused) as refusal:
            reopen_task(actor=office.clerk, now=LATER, task=task, reason=" ")
        assert refusal.value.code == "task.reason"
        reopen_task(actor=office.clerk, now=LATER, task=task, reason="问题反弹。")
        with pytest.raises(Refused) as refusal:
            reopen_task(actor=office.clerk, now=LATER, task=task, reason="问题反弹。")
    assert refusal.value.code == "task.not_closed"
    problem = office.problems()[0]
    assert (problem.state, problem.closed_by_id, problem.closed_at) == ("in_progress", None, None)
    assert (state_of(office, task), office.reload(task).return_reason) == ("open", "问题反弹。")


def test_one_of_several_is_reopened_while_the_problem_was_still_open() -> None:
    office = make_office()
    closed(office)
    with scope(institution=office.institution):
        ProblemItem.objects.update(state="in_progress", closed_by=None, closed_at=None)
        reopen_task(actor=office.clerk, now=LATER, task=Task.objects.get(), reason="不实。")
    assert office.problems()[0].state == "in_progress"


def test_a_problem_whose_last_open_task_was_taken_back_is_struck_off_by_hand() -> None:
    office = make_office()
    first, second = submitted(office), proposed(office, measures=["另一项。"])
    close(office, first)
    with scope(institution=office.institution):
        with pytest.raises(Refused) as refusal:
            close_problem(actor=office.clerk, now=LATER, problem=office.problems()[0])
        assert refusal.value.code == "problem.open_tasks"
        withdraw_task(actor=office.secretary, now=NOW, task=second)
        for _ in range(2):
            close_problem(actor=office.clerk, now=LATER, problem=office.problems()[0])
    assert office.problems()[0].state == "closed"
    assert Event.objects.filter(verb="problem.closed").count() == 1


def test_a_problem_without_tasks_or_claimed_by_the_closer_is_not_struck_off() -> None:
    office = make_office(["一。", "二。"])
    task = submitted(office, 1)
    with scope(institution=office.institution):
        with pytest.raises(Refused) as refusal:
            close_problem(actor=office.clerk, now=LATER, problem=office.problems()[0])
        assert refusal.value.code == "problem.not_in_progress"
        ProblemItem.objects.filter(pk=task.problem_id).update(answered_by=office.clerk.account_id)
        close(office, task)
        with pytest.raises(Refused) as refusal:
            close_problem(actor=office.clerk, now=LATER, problem=office.problems()[1])
    assert (refusal.value.code, office.problems()[1].state) == ("problem.second_person", "in_progress")
