"""What the database refuses by itself, tried by writing past the services."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Refused
from pingyi.review.rectification.models import Evidence, Task, TaskMeasure, TaskNote
from pingyi.review.rectification.services import add_evidence, close_task, reopen_task, submit_task
from tests.factories.rectification import LATER, Office, closed, make_office, planned, proposed, submitted
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db
AGAIN = LATER + timedelta(days=30)


def is_refused(office: Office, write: Callable[[], Any]) -> bool:
    with scope(institution=office.institution):
        try:
            with transaction.atomic():
                write()
        except DatabaseError:
            return True
    return False


def closing(office: Office, **fields: Any) -> Callable[[], Any]:
    done = {"state": "closed", "closed_by": office.clerk.account_id, "closed_at": LATER, **fields}
    return lambda: Task.objects.update(**done)


def test_no_task_closes_without_evidence() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        Evidence.objects.filter(task=task).delete()
    assert is_refused(office, closing(office))
    with scope(institution=office.institution), pytest.raises(Refused, match="没有佐证，不能销号"):
        close_task(actor=office.clerk, now=LATER, task=task)
    assert office.reload(task).state == "submitted"


def test_who_brought_evidence_or_reported_progress_does_not_close() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution):
        Evidence.objects.update(recorded_by=office.clerk.account_id)
    assert is_refused(office, closing(office))
    with scope(institution=office.institution):
        Evidence.objects.update(recorded_by=office.secretary.account_id)
        note = {"institution_id": task.institution_id, "task": task, "written_at": LATER}
        TaskNote.objects.create(kind="progress", text="代写。", written_by_id=office.clerk.account_id, **note)
    assert is_refused(office, closing(office))


def test_the_one_who_closed_is_not_written_over_by_one_who_worked() -> None:
    office = make_office()
    closed(office)
    assert is_refused(office, closing(office, closed_by=office.secretary.account_id))


def test_evidence_and_story_of_a_closed_task_stay() -> None:
    office = make_office()
    task = closed(office)
    extra = {
        "institution_id": task.institution_id,
        "task": task,
        "description": "补的",
        "happened_on": NOW.date(),
        "recorded_at": NOW,
        "recorded_by_id": office.secretary.account_id,
    }
    assert is_refused(office, lambda: Evidence.objects.all().delete())
    assert is_refused(office, lambda: Evidence.objects.update(description="别的"))
    assert is_refused(office, lambda: Evidence.objects.create(**extra))
    assert is_refused(office, lambda: TaskNote.objects.update(text="别的"))
    assert is_refused(office, lambda: TaskNote.objects.all().delete())


def test_work_stands_under_an_approved_plan() -> None:
    office = make_office()
    task = proposed(office)
    handed_in = {"submitted_by": office.secretary.account_id, "submitted_at": LATER}
    approved = {"plan_state": "approved", "plan_decided_by": office.clerk.account_id, "plan_decided_at": NOW}
    assert is_refused(office, lambda: Task.objects.update(state="submitted", **handed_in))
    assert is_refused(office, lambda: Task.objects.update(plan_state="waived"))
    assert is_refused(office, lambda: Task.objects.update(plan_state="approved"))
    own = {**approved, "plan_decided_by": task.created_by_id}
    assert is_refused(office, lambda: Task.objects.update(**own))
    assert is_refused(office, lambda: Task.objects.update(**approved, department=""))
    with scope(institution=office.institution):
        TaskMeasure.objects.filter(task=task).delete()
    assert is_refused(office, lambda: Task.objects.update(**approved))


def test_a_task_does_not_begin_approved_or_closed() -> None:
    office = make_office()
    task = proposed(office)
    copy = {
        "institution_id": task.institution_id,
        "problem_id": task.problem_id,
        "sequence": 9,
        "responsible": office.person,
        "due_on": task.due_on,
        "created_by_id": office.secretary.account_id,
        "created_at": NOW,
    }
    assert is_refused(office, lambda: Task.objects.create(**copy, plan_state="waived"))
    assert not is_refused(office, lambda: Task.objects.create(**copy))


def test_measures_of_an_approved_plan_stay() -> None:
    office = make_office()
    task = planned(office)
    assert is_refused(office, lambda: TaskMeasure.objects.all().delete())
    assert is_refused(office, lambda: TaskMeasure.objects.update(text="别的。"))
    more = {"institution_id": task.institution_id, "task": task, "sequence": 9, "text": "多一条。"}
    assert is_refused(office, lambda: TaskMeasure.objects.create(**more))


def test_a_reopened_task_needs_new_evidence_and_keeps_who_had_signed() -> None:
    office = make_office()
    task = closed(office)
    secretary = office.secretary
    with scope(institution=office.institution):
        row = reopen_task(actor=office.clerk, now=AGAIN, task=task, reason="问题反弹。")
        assert (row.times_reopened, row.reopened_at, row.relapse_check_on) == (1, AGAIN, None)
        signed = TaskNote.objects.filter(kind__in=["plan_approved", "submitted", "closed"]).order_by("pk")
        assert [note.written_by_id for note in signed] == [
            office.leader.account_id,
            secretary.account_id,
            office.clerk.account_id,
        ]
        with pytest.raises(Refused) as refusal:
            submit_task(actor=secretary, now=AGAIN, task=task, progress="又办了。")
        assert refusal.value.code == "task.no_evidence"
        add_evidence(actor=secretary, now=AGAIN, task=task, note="第二次大会记录")
        submit_task(actor=secretary, now=AGAIN, task=task, progress="又办了。")
        done = close_task(
            actor=office.clerk, now=AGAIN, task=task, relapse_check_on=AGAIN.date() + timedelta(days=90)
        )
    assert (done.state, done.relapse_check_on) == ("closed", AGAIN.date() + timedelta(days=90))


def test_the_day_to_look_again_lies_ahead() -> None:
    office = make_office()
    task = submitted(office)
    with scope(institution=office.institution), pytest.raises(Refused) as refusal:
        close_task(actor=office.clerk, now=LATER, task=task, relapse_check_on=LATER.date())
    assert refusal.value.code == "task.relapse_check_past"
    assert is_refused(office, lambda: Task.objects.update(relapse_check_on=LATER.date()))
