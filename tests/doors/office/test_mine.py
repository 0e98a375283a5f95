from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django_scopes import scope, scopes_disabled

from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services import freeze_cycle
from pingyi.review.rectification.models import ProblemItem, Task
from tests.doors.office.people import browser_of
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.world import NOW, make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _four_days_after_the_meeting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text((NOW + timedelta(days=4)).isoformat())
    monkeypatch.setenv("PINGYI_SCENARIO_CLOCK", str(clock))


@pytest.fixture
def world() -> PlanWorld:
    world = make_ready_plan()
    with scope(institution=world.institution):
        freeze_cycle(actor=world.clerk, now=NOW - timedelta(days=20), cycle=Cycle.objects.get())
    return world


def own_page(world: PlanWorld, organisation: Organisation) -> str:
    actor = make_actor(world.institution, "secretary", organisation=organisation)
    return browser_of(actor).get("/office/mine/").content.decode()


def make_problem(world: PlanWorld, organisation: Organisation, number: int = 1, **fields: Any) -> ProblemItem:
    with scopes_disabled():
        return ProblemItem.objects.create(
            **{
                "institution": world.institution,
                "cycle": world.cycle,
                "organisation": organisation,
                "number": number,
                "text": f"支部生活不经常{number}",
                "source": ProblemItem.Source.COMMENT,
                "raised_at": NOW,
                **fields,
            }
        )


def make_task(problem: ProblemItem, due_on: date, author: int) -> Task:
    with scopes_disabled():
        return Task.objects.create(
            institution=problem.institution,
            problem=problem,
            sequence=1,
            responsible=problem.organisation.people.get(),
            due_on=due_on,
            created_by_id=author,
            created_at=NOW,
        )


def test_the_report_that_is_late_comes_first(world: PlanWorld) -> None:
    text = own_page(world, world.on_site.organisation)
    assert "写好并交上述职报告，已经迟了12天" in text
    assert "1件要办，其中1件迟了" in text
    assert "还没有写" in text


def test_a_problem_to_claim_says_until_when(world: PlanWorld) -> None:
    organisation = world.on_site.organisation
    make_problem(world, organisation)
    text = own_page(world, organisation)
    assert "支部生活不经常1" in text
    assert "等认领" in text
    assert "2件要办" in text


def test_tasks_show_who_answers_and_when_they_are_due(world: PlanWorld) -> None:
    organisation = world.on_site.organisation
    problem = make_problem(
        world,
        organisation,
        state=ProblemItem.State.CLAIMED,
        answered_by_id=world.clerk.account_id,
        answered_at=NOW,
    )
    make_task(problem, date(2026, 1, 18), world.clerk.account_id)
    text = own_page(world, organisation)
    assert '<span class="red">1月18日到期</span>' in text
    assert "等组织部门批准计划" in text
    assert "1件要办，其中1件迟了" in text


def test_a_returned_plan_is_the_next_step(world: PlanWorld) -> None:
    organisation = world.on_site.organisation
    problem = make_problem(
        world,
        organisation,
        state=ProblemItem.State.IN_PROGRESS,
        answered_by_id=world.clerk.account_id,
        answered_at=NOW,
    )
    task = make_task(problem, date(2026, 1, 5), world.clerk.account_id)
    leader = make_actor(world.institution, "leader")
    with scopes_disabled():
        Task.objects.filter(pk=task.pk).update(
            plan_state="returned",
            plan_return_reason="措施太空。",
            plan_decided_by=leader.account_id,
            plan_decided_at=NOW,
        )
    text = own_page(world, organisation)
    assert "照退回的理由改整改计划" in text
    assert "计划退回，等改" in text


def test_a_secretary_sees_nothing_of_other_organisations(world: PlanWorld) -> None:
    make_problem(world, world.written.organisation)
    text = own_page(world, world.on_site.organisation)
    assert "支部生活不经常" not in text
    assert world.written.organisation.name not in text


def test_before_the_plan_is_frozen_the_page_says_what_will_come() -> None:
    draft = make_ready_plan()
    assert "还没有轮到您的事" in own_page(draft, draft.on_site.organisation)


def test_others_than_secretaries_have_no_own_page() -> None:
    actor = make_actor(make_institution(), "leader")
    page = browser_of(actor).get("/office/mine/")
    assert page.status_code == 403
    assert "您要办的事在总览里" in page.content.decode()


def test_a_secretary_without_a_report_this_year_is_not_lost(world: PlanWorld) -> None:
    other = make_organisation(world.institution, "新设学院党委")
    assert "还没有轮到您的事" in own_page(world, other)


@pytest.mark.parametrize("count", [1, 3])
def test_the_own_page_costs_the_same_for_one_problem_and_for_three(
    world: PlanWorld, count: int, django_assert_num_queries: Any
) -> None:
    organisation = world.on_site.organisation
    for number in range(1, count + 1):
        problem = make_problem(world, organisation, number)
        make_task(problem, date(2026, 3, 1), world.clerk.account_id)
    client = browser_of(make_actor(world.institution, "secretary", organisation=organisation))
    with django_assert_num_queries(15):
        text = client.get("/office/mine/").content.decode()
    assert text.count("等认领") == count
