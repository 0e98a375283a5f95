from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.models import ProblemItem
from pingyi.review.rectification.queries.self_found import own_places
from pingyi.review.rectification.services import (
    claim_problem,
    name_own_problem,
    plan_task,
    raise_problem,
    take_back_own_problem,
)
from tests.factories.rectification import DUE, LATER, Office, make_office
from tests.factories.world import NOW, make_actor, make_cycle, make_meeting, make_reporter

pytestmark = pytest.mark.django_db
WORDS = "三个支部没有按期换届。"


def named(office: Office, text: str = WORDS, actor: Actor | None = None, **fields: Any) -> ProblemItem:
    wanted = {"cycle": office.cycle, "organisation": office.organisation, **fields}
    with scope(institution=office.institution):
        return name_own_problem(actor=actor or office.secretary, now=NOW, text=text, **wanted)


def test_what_an_organisation_found_itself_is_on_the_list_and_claimed() -> None:
    office = make_office()
    problem = named(office, f"  {WORDS} ", source_note=" 第三季度自查 ")
    assert (problem.number, problem.text, problem.source, problem.source_note) == (
        2,
        WORDS,
        "self_found",
        "第三季度自查",
    )
    assert (problem.state, problem.answered_by_id) == ("claimed", office.secretary.account_id)
    with scope(institution=office.institution):
        about = Event.objects.filter(subject_kind="rectification.problemitem", subject_id=str(problem.pk))
        verbs = list(about.order_by("sequence").values_list("verb", flat=True))
    assert verbs == ["problem.raised", "problem.claimed"]


def test_a_second_click_lists_nothing_twice() -> None:
    office = make_office()
    assert named(office).pk == named(office).pk
    assert named(office, "另一个问题。").number == 3
    assert len(office.problems()) == 3


def test_only_the_own_secretary_names_what_her_organisation_found() -> None:
    office = make_office()
    other = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    for actor in (other, office.clerk, office.leader):
        with pytest.raises(Forbidden):
            named(office, actor=actor)
    assert len(office.problems()) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": "  "}, "problem.text"),
        ({"text": "长" * 501}, "problem.text_too_long"),
        ({"source_note": "长" * 201}, "problem.source_note"),
    ],
)
def test_words_that_are_missing_or_too_long_are_refused_at_their_field(
    fields: dict[str, Any], code: str
) -> None:
    office = make_office()
    with pytest.raises(Refused) as refusal:
        named(office, **fields)
    assert refusal.value.code == code
    assert len(office.problems()) == 1


def test_a_review_that_is_not_sealed_or_does_not_ask_the_organisation_takes_no_problem() -> None:
    office = make_office()
    draft = make_cycle(office.institution, year=2031)
    make_reporter(make_meeting(draft), office.organisation)
    sealed: dict[str, Any] = {"state": "frozen", "fingerprint": "f" * 64, "frozen_at": NOW}
    outside = make_cycle(office.institution, year=2032, frozen_by_id=office.clerk.account_id, **sealed)
    for cycle in (draft, outside):
        with pytest.raises(Refused) as refusal:
            named(office, cycle=cycle)
        assert refusal.value.code == "problem.not_in_cycle"


def test_a_problem_named_by_mistake_is_taken_back_while_it_has_no_task() -> None:
    office = make_office()
    problem = named(office)
    other = make_actor(office.institution, "secretary", organisation=office.hall.reporters[1].organisation)
    with scope(institution=office.institution):
        with pytest.raises(Forbidden):
            take_back_own_problem(actor=other, now=LATER, problem=problem)
        take_back_own_problem(actor=office.secretary, now=LATER, problem=problem)
        assert Event.objects.filter(verb="problem.retracted").count() == 1
    assert [one.number for one in office.problems()] == [1]


def test_a_problem_with_a_task_stays() -> None:
    office = make_office()
    problem = named(office)
    with scope(institution=office.institution):
        plan_task(
            actor=office.secretary,
            now=NOW,
            problem=problem,
            measures=["三个支部本季度换届。"],
            responsible=office.person,
            department="党委办公室",
            starts_on=NOW.date(),
            due_on=DUE,
            cause="没有提前排期。",
        )
        with pytest.raises(Refused) as refusal:
            take_back_own_problem(actor=office.secretary, now=LATER, problem=problem)
    assert refusal.value.code == "problem.has_tasks"


def test_what_others_put_on_the_list_is_not_taken_back_by_the_organisation() -> None:
    office = make_office()
    with scope(institution=office.institution):
        listed = raise_problem(
            actor=office.clerk,
            now=NOW,
            cycle=office.cycle,
            organisation=office.organisation,
            text=WORDS,
            source="self_found",
        )
        claim_problem(actor=office.secretary, now=LATER, problem=listed)
        for problem in office.problems():
            with pytest.raises(Missing):
                take_back_own_problem(actor=office.secretary, now=LATER, problem=problem)
    assert len(office.problems()) == 2


def test_the_places_are_those_of_the_newest_sealed_review() -> None:
    office = make_office()
    ids = {office.organisation.pk, office.hall.reporters[1].organisation_id}
    with scope(institution=office.institution):
        assert own_places([]) == []
        assert {one.organisation_id for one in own_places(ids)} == ids
        assert {one.cycle_id for one in own_places(ids)} == {office.cycle.pk}
