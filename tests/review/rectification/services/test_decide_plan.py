"""A plan is approved or returned by a second person, and only then work counts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.rectification.models import Task, TaskNote
from pingyi.review.rectification.services import (
    add_evidence,
    approve_plan,
    approve_plans,
    change_task,
    explain_cause,
    report_progress,
    return_plan,
    submit_task,
)
from tests.factories.rectification import (
    DUE,
    LATER,
    Office,
    as_person,
    claimed,
    make_office,
    planned,
    proposed,
    submitted,
)
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def approve(office: Office, task: Task, actor: Any = None) -> Task:
    with scope(institution=office.institution):
        return approve_plan(actor=actor or office.clerk, now=LATER, task=task)


def give_back(office: Office, task: Task, reason: str = "措施太空。", actor: Any = None) -> Task:
    with scope(institution=office.institution):
        return return_plan(actor=actor or office.clerk, now=LATER, task=task, reason=reason)


def change(office: Office, task: Task, **fields: Any) -> Task:
    wanted = {
        "measures": ["换一条。"],
        "responsible": office.person,
        "department": "党委办公室",
        "starts_on": NOW.date(),
        "due_on": DUE,
    }
    with scope(institution=office.institution):
        return change_task(actor=office.secretary, now=LATER, task=task, **{**wanted, **fields})


def refused_code(act: Any) -> str:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.code


def test_before_approval_nothing_counts() -> None:
    office = make_office()
    task = proposed(office)
    with scope(institution=office.institution):
        acts = (
            lambda: report_progress(actor=office.secretary, now=LATER, task=task, text="做了。"),
            lambda: add_evidence(actor=office.secretary, now=LATER, task=task, note="记录"),
            lambda: submit_task(actor=office.secretary, now=LATER, task=task, progress="完了。"),
        )
        assert [refused_code(act) for act in acts] == ["task.plan_not_approved"] * 3
        approve_plan(actor=office.clerk, now=LATER, task=task)
        acts[0]()
        acts[1]()
        acts[2]()
    assert office.reload(task).state == "submitted"


def test_approval_says_who_and_when_and_happens_once() -> None:
    office = make_office()
    task = proposed(office)
    for _ in range(2):
        approve(office, task)
    row = office.reload(task)
    assert (row.plan_state, row.plan_decided_by_id, row.plan_decided_at) == (
        "approved",
        office.clerk.account_id,
        LATER,
    )
    assert Event.objects.filter(verb="task.plan_approved").count() == 1


def test_a_returned_plan_is_changed_and_proposed_again() -> None:
    office = make_office()
    task = proposed(office)
    assert refused_code(lambda: give_back(office, task, "")) == "task.plan_reason"
    for _ in range(2):
        give_back(office, task)
    assert office.reload(task).plan_return_reason == "措施太空。"
    assert refused_code(lambda: approve(office, task)) == "task.plan_returned"
    assert refused_code(lambda: give_back(office, task, "再改。")) == "task.plan_not_returnable"
    row = change(office, task)
    assert (row.plan_state, row.plan_return_reason, row.plan_decided_by_id) == ("proposed", "", None)
    with scope(institution=office.institution):
        kinds = list(TaskNote.objects.order_by("pk").values_list("kind", "text"))
    assert kinds == [("plan_returned", "措施太空。"), ("plan_changed", "换一条。")]
    assert approve(office, task).plan_state == "approved"


def test_an_approved_plan_that_is_changed_has_to_be_approved_again() -> None:
    office = make_office()
    task = planned(office)
    assert change(office, task, department="组织科").plan_state == "proposed"
    office.reload(task)
    assert give_back(office, approve(office, task), "责任部门不对。").plan_state == "returned"


def test_what_was_handed_in_keeps_its_plan() -> None:
    office = make_office()
    task = submitted(office)
    assert refused_code(lambda: give_back(office, task)) == "task.plan_not_returnable"


def test_a_plan_with_gaps_is_not_approved() -> None:
    office = make_office()
    task = proposed(office)
    with scope(institution=office.institution):
        Task.objects.update(department="", starts_on=None)
    with pytest.raises(Refused, match="还缺责任部门、开始的日子，没有批准"):
        approve(office, task)


def test_several_are_approved_together_or_none() -> None:
    office = make_office()
    first, second = planned(office), proposed(office, measures=["另一项。"])
    third = proposed(office, measures=["第三项。"])
    with scope(institution=office.institution):
        assert approve_plans(actor=office.clerk, now=LATER, tasks=[first, second]) == 1
        Task.objects.filter(pk=third.pk).update(department="")
        fourth = proposed(office, measures=["第四项。"])
        assert (
            refused_code(lambda: approve_plans(actor=office.clerk, now=LATER, tasks=[fourth, third]))
            == "task.plan_gaps"
        )
    assert office.reload(fourth).plan_state == "proposed"


@pytest.mark.parametrize("role", ["secretary", "counter", "scrutineer"])
def test_only_clerk_and_leader_decide(role: str) -> None:
    office = make_office()
    task = proposed(office)
    actor = make_actor(office.institution, role, organisation=office.organisation)
    for act in (approve, give_back):
        with pytest.raises(Forbidden):
            act(office, task, actor=actor)


def test_nobody_decides_about_the_own_plan_or_organisation() -> None:
    office = make_office()
    task = proposed(office)
    both = make_actor(office.institution, "clerk", "secretary", organisation=office.organisation)
    with pytest.raises(Forbidden):
        approve(office, task, both)
    responsible = as_person(office.leader, office.person)
    assert refused_code(lambda: approve(office, task, responsible)) == "task.own_plan"
    with scope(institution=office.institution):
        Task.objects.update(created_by=office.clerk.account_id)
    assert refused_code(lambda: approve(office, task)) == "task.own_plan"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"department": " "}, "task.department"),
        ({"cause": ""}, "problem.cause"),
        ({"starts_on": DUE + timedelta(days=1)}, "task.start_after_due"),
        ({"due_on": date(2026, 6, 20)}, "task.due_rest_day"),
        ({"due_on": date(2026, 7, 4)}, "task.due_rest_day"),
    ],
)
def test_a_plan_that_is_not_whole_is_refused(fields: dict[str, Any], code: str) -> None:
    office = make_office()
    assert refused_code(lambda: proposed(office, **fields)) == code


def test_a_rest_day_names_the_next_working_day_where_it_is_known() -> None:
    office = make_office()
    with pytest.raises(Refused, match="2026-06-20休息（端午节）。下一个工作日是2026-06-22"):
        proposed(office, due_on=date(2026, 6, 20))


def test_the_cause_is_corrected_until_a_plan_is_approved_on_it() -> None:
    office = make_office(["一。", "二。"])
    task = proposed(office)

    def explain(place: int, cause: str) -> str:
        with scope(institution=office.institution):
            row = explain_cause(
                actor=office.secretary, now=LATER, problem=office.problems()[place], cause=cause
            )
            return str(row.cause)

    for _ in range(2):
        assert explain(0, "培训没有跟上。") == "培训没有跟上。"
    assert Event.objects.filter(verb="problem.cause_explained").count() == 1
    approve(office, task)
    assert refused_code(lambda: explain(0, "别的。")) == "problem.cause_approved"
    assert refused_code(lambda: explain(1, "别的。")) == "problem.cause_state"
    claimed(office, 1)
    assert explain(1, "别的。") == "别的。"
