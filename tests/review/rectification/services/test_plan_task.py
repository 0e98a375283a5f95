"""Tasks: planned, changed, put off, taken back."""

from datetime import date, timedelta
from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.rectification.models import ProblemItem, Task, TaskNote
from pingyi.review.rectification.services import (
    change_task,
    extend_task,
    plan_task,
    report_progress,
    withdraw_task,
)
from tests.factories.rectification import (
    DUE,
    LATER,
    Office,
    claimed,
    make_office,
    planned,
    proposed,
    submitted,
)
from tests.factories.world import NOW, make_actor, make_organisation, make_person, make_secretary

pytestmark = pytest.mark.django_db
MEASURES = ["补选支部书记。", "每月第二周开支委会。"]


def measures(task: Task) -> list[str]:
    return list(task.measures.order_by("sequence").values_list("text", flat=True))


def change(office: Office, task: Task, **fields: Any) -> Task:
    wanted = {
        "actor": office.secretary,
        "now": NOW,
        "measures": MEASURES,
        "responsible": office.person,
        "department": "党委办公室",
        "starts_on": NOW.date(),
        "due_on": DUE,
    }
    with scope(institution=office.institution):
        return change_task(task=task, **{**wanted, **fields})


def extend(office: Office, task: Task, **fields: Any) -> Task:
    wanted = {"actor": office.clerk, "now": NOW, "due_on": date(2026, 9, 30), "reason": "换届推迟。"}
    with scope(institution=office.institution):
        return extend_task(task=task, **{**wanted, **fields})


def test_a_claimed_problem_gets_tasks_with_measures_in_order() -> None:
    office = make_office()
    first = planned(office)
    second = planned(office, measures=["开一次专题支部党员大会。"])
    with scope(institution=office.institution):
        assert (first.sequence, measures(first)) == (1, MEASURES)
        assert (second.sequence, second.due_on, second.state) == (2, DUE, "open")
    assert office.problems()[0].state == "in_progress"
    assert Event.objects.filter(verb="task.planned").count() == 2


def test_a_second_click_gives_the_task_that_is_there() -> None:
    office = make_office()
    assert planned(office) == planned(office)
    with scope(institution=office.institution):
        assert Task.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"measures": [" "]}, "task.measures", "measures"),
        ({"measures": ["做。"] * 21}, "task.measures_too_long", "measures"),
        ({"measures": ["做" * 501]}, "task.measures_too_long", "measures"),
        ({"due_on": date(2026, 1, 15)}, "task.due_past", "due_on"),
    ],
)
def test_a_task_that_says_nothing_or_was_due_yesterday_is_refused(
    fields: dict[str, Any], code: str, field: str
) -> None:
    office = make_office()
    claimed(office)
    with pytest.raises(Refused) as refusal:
        planned(office, **fields)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert office.problems()[0].state == "claimed"


def test_the_period_of_the_cycle_limits_the_deadline() -> None:
    office = make_office(settings={"rectification_months": 6})
    with pytest.raises(Refused, match=r"整改期限2026-07-16（本轮规则：6个月）"):
        planned(office, due_on=date(2026, 7, 17))
    assert planned(office, due_on=date(2026, 7, 16)).due_on == date(2026, 7, 16)


def test_without_a_period_any_later_day_will_do() -> None:
    assert planned(make_office(), due_on=date(2029, 1, 1)).due_on.year == 2029


def test_the_responsible_person_is_of_the_organisation_or_below_it_or_in_a_post_there() -> None:
    office = make_office()
    branch = make_organisation(office.institution, "教工支部", parent=office.organisation, kind="branch")
    below = make_person(office.institution, organisation=branch)
    sent = make_secretary(office.organisation)
    with scope(institution=office.institution):
        type(sent).objects.filter(pk=sent.pk).update(organisation=None)
    for person in (below, sent):
        planned(office, responsible=person)
    with pytest.raises(Refused) as refusal:
        planned(office, responsible=make_person(office.institution))
    assert refusal.value.code == "task.responsible"


@pytest.mark.parametrize("state", ["raised", "contested", "withdrawn", "closed"])
def test_only_a_claimed_problem_gets_tasks(state: str) -> None:
    office = make_office()
    with scope(institution=office.institution):
        more = {"contest_reason": "不是。", "ruling_note": "是。", "ruled_by": office.clerk.account_id}
        if state == "closed":
            more = {"closed_by": office.clerk.account_id, "closed_at": NOW}
        ProblemItem.objects.update(state=state, **more)
        with pytest.raises(Refused) as refusal:
            plan_task(
                actor=office.secretary,
                now=NOW,
                problem=office.problems()[0],
                measures=MEASURES,
                responsible=office.person,
                department="党委办公室",
                starts_on=NOW.date(),
                due_on=DUE,
                cause="支部书记空缺。",
            )
        assert (refusal.value.code, Task.objects.count()) == ("problem.not_claimed", 0)


def test_a_task_is_changed_while_it_is_open() -> None:
    office = make_office()
    task = planned(office)
    other = make_person(office.institution, organisation=office.organisation)
    row = change(office, task, measures=["换一条。"], responsible=other, due_on=date(2026, 5, 6))
    with scope(institution=office.institution):
        assert (measures(row), row.responsible, row.due_on, row.version) == (
            ["换一条。"],
            other,
            date(2026, 5, 6),
            2,
        )
    change(office, task, measures=["换一条。"], responsible=other, due_on=date(2026, 5, 6), seen_version=1)
    assert Event.objects.filter(verb="task.changed").count() == 1


def test_who_would_write_over_somebody_elses_change_is_told() -> None:
    office = make_office()
    task = planned(office)
    change(office, task, measures=["甲的。"], seen_version=1)
    with pytest.raises(Refused) as refusal:
        change(office, task, measures=["乙的。"], seen_version=1)
    assert refusal.value.code == "task.changed_meanwhile"
    with scope(institution=office.institution):
        assert measures(task) == ["甲的。"]


def test_what_was_handed_in_is_not_changed() -> None:
    office = make_office()
    task = submitted(office)
    with pytest.raises(Refused) as refusal:
        change(office, task, measures=["换。"])
    assert refusal.value.code == "task.not_open"


def test_a_passed_deadline_is_put_off_by_the_clerk_only() -> None:
    office = make_office()
    task = planned(office, due_on=date(2026, 1, 20))
    after = NOW + timedelta(days=10)
    with pytest.raises(Refused, match="本单位不能自己改"):
        change(office, task, now=after, due_on=DUE)
    with pytest.raises(Forbidden):
        extend(office, task, actor=office.secretary, now=after)
    assert extend(office, task, now=after).due_on == date(2026, 9, 30)
    extend(office, task, now=after)
    with scope(institution=office.institution):
        note = TaskNote.objects.get(task=task, kind="extended")
    assert note.text == "2026-01-20延到2026-09-30：换届推迟。"
    assert Event.objects.filter(verb="task.extended").count() == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"reason": ""}, "task.reason"), ({"due_on": date(2026, 3, 1)}, "task.due_earlier")],
)
def test_putting_off_needs_a_reason_and_a_later_day(fields: dict[str, Any], code: str) -> None:
    office = make_office()
    task = planned(office)
    with pytest.raises(Refused) as refusal:
        extend(office, task, **fields)
    assert (refusal.value.code, office.reload(task).due_on) == (code, DUE)


def test_the_last_task_that_is_taken_back_leaves_the_problem_claimed() -> None:
    office = make_office()
    first, second = proposed(office), proposed(office, measures=["另一项。"])
    with scope(institution=office.institution):
        withdraw_task(actor=office.secretary, now=NOW, task=first)
        assert office.problems()[0].state == "in_progress"
        withdraw_task(actor=office.secretary, now=NOW, task=second)
        assert office.problems()[0].state == "claimed"
        with pytest.raises(Missing, match="可能已经撤下"):
            withdraw_task(actor=office.secretary, now=NOW, task=second)
    assert Event.objects.filter(verb="task.withdrawn").count() == 2


def test_a_task_on_which_something_was_done_stays() -> None:
    office = make_office()
    task = planned(office)
    with scope(institution=office.institution):
        report_progress(actor=office.secretary, now=LATER, task=task, text="开了第一次会。")
        with pytest.raises(Refused) as refusal:
            withdraw_task(actor=office.secretary, now=LATER, task=task)
    assert refusal.value.code == "task.has_begun"


@pytest.mark.parametrize("role", ["clerk", "leader", "counter", "scrutineer", "secretary"])
def test_others_than_the_own_secretary_plan_nothing(role: str) -> None:
    office = make_office()
    task = planned(office)
    actor = make_actor(office.institution, role, organisation=office.hall.reporters[1].organisation)
    with scope(institution=office.institution):
        with pytest.raises(Forbidden):
            plan_task(
                actor=actor,
                now=NOW,
                problem=office.problems()[0],
                measures=["别的。"],
                responsible=office.person,
                department="党委办公室",
                starts_on=NOW.date(),
                due_on=DUE,
                cause="支部书记空缺。",
            )
        with pytest.raises(Forbidden):
            withdraw_task(actor=actor, now=NOW, task=task)
        assert Task.objects.count() == 1
    with pytest.raises(Forbidden):
        change(office, task, actor=actor, measures=["别的。"])
