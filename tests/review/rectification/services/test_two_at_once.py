"""Two people press at the same moment: real threads, real transactions, on both databases."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from django_scopes import scope, scopes_disabled

from pingyi.core.models import Event
from pingyi.review.rectification.models import ProblemItem, Task
from pingyi.review.rectification.services import claim_problem, close_task, plan_task
from tests.factories.rectification import DUE, LATER, Office, claimed, make_office, submitted
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db(transaction=True)


def both_at_once(office: Office, *acts: Callable[[], object]) -> None:
    start = Barrier(len(acts))

    def act(one: Callable[[], object]) -> None:
        try:
            with scope(institution=office.institution):
                start.wait()
                one()
        finally:
            connection.close()

    threads = [Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_claims_are_one() -> None:
    office = make_office()
    problem = office.problems()[0]

    def claim() -> object:
        return claim_problem(actor=office.secretary, now=NOW, problem=problem)

    both_at_once(office, claim, claim)
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
            due_on=DUE,
        )

    both_at_once(office, plan("甲。"), plan("乙。"), plan("乙。"))
    with scopes_disabled():
        assert sorted(Task.objects.values_list("sequence", flat=True)) == [1, 2]


def test_two_clerks_close_the_last_two_tasks_and_the_problem_is_struck_off_once() -> None:
    office = make_office()
    first, second = submitted(office), submitted(office, measures=["另一项。"])
    colleague = make_actor(office.institution, "clerk")
    both_at_once(
        office,
        lambda: close_task(actor=office.clerk, now=LATER, task=first),
        lambda: close_task(actor=colleague, now=LATER, task=second),
    )
    with scopes_disabled():
        assert ProblemItem.objects.get().state == "closed"
    assert Event.objects.filter(verb="problem.closed").count() == 1
