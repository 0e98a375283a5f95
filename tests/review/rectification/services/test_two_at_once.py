"""Two people press at the same moment: real threads, real transactions, on both databases."""

from collections.abc import Callable

import pytest
from django_scopes import scopes_disabled

from pingyi.core.models import Event
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.services import claim_problem, close_task, plan_task
from tests.at_once import both_at_once
from tests.factories.rectification import DUE, LATER, claimed, make_office, submitted
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_claims_are_one() -> None:
    office = make_office()
    problem = office.problems()[0]

    def claim() -> object:
        return claim_problem(actor=office.secretary, now=NOW, problem=problem)

    assert both_at_once(office.institution, claim, claim) == ["done", "done"]
    assert Event.objects.filter(verb="problem.claimed").count() == 1


def test_two_different_tasks_get_two_numbers_and_twice_the_same_one_is_one() -> None:
    office = make_office()
    problem = claimed(office)

    def plan(measure: str) -> Callable[[], object]:
        return lambda: plan_task(
            actor=office.secretary,
            now=NOW,
            problem=problem,
            measures=[measure],
            responsible=office.person,
            department="党委办公室",
            starts_on=NOW.date(),
            due_on=DUE,
            cause="支部书记空缺。",
        )

    ends = both_at_once(office.institution, plan("甲。"), plan("乙。"), plan("乙。"))
    assert ends == ["done", "done", "done"]
    with scopes_disabled():
        assert sorted(Task.objects.values_list("sequence", flat=True)) == [1, 2]


def test_two_clerks_close_the_last_two_tasks_and_the_problem_is_struck_off_once() -> None:
    office = make_office()
    first, second = submitted(office), submitted(office, measures=["另一项。"])
    colleague = make_actor(office.institution, "clerk")
    ends = both_at_once(
        office.institution,
        lambda: close_task(actor=office.clerk, now=LATER, task=first),
        lambda: close_task(actor=colleague, now=LATER, task=second),
    )
    assert ends == ["done", "done"]
    with scopes_disabled():
        assert ProblemItem.objects.get().state == "closed"
    assert Event.objects.filter(verb="problem.closed").count() == 1
