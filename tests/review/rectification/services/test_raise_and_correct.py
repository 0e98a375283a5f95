from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event
from pingyi.review.rectification.models import FollowUp, ProblemItem, Requirement
from pingyi.review.rectification.services.correct_problem import retract_problem, reword_problem
from pingyi.review.rectification.services.correct_requirement import change_requirement, withdraw_requirement
from pingyi.review.rectification.services.raise_problem import raise_problem
from pingyi.review.rectification.services.raise_requirement import raise_requirement
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db


def raised(hall: Hall, **fields: Any) -> ProblemItem:
    words = {
        "actor": hall.clerk,
        "now": NOW,
        "cycle": hall.cycle,
        "organisation": hall.reporters[0].organisation,
        "text": "组织生活不正常。",
        "source": ProblemItem.Source.COMMENT,
    }
    with scope(institution=hall.institution):
        return raise_problem(**{**words, **fields})


def required(hall: Hall, **fields: Any) -> Requirement:
    words = {
        "actor": hall.clerk,
        "now": NOW,
        "meeting": hall.meeting,
        "number": 1,
        "level": "college",
        "text": "抓支部。",
    }
    with scope(institution=hall.institution):
        return raise_requirement(**{**words, **fields})


def test_problems_are_numbered_through_the_cycle_and_tagged() -> None:
    hall = make_hall()
    first = raised(hall, tags=["weak_link", "key_problem", "weak_link"])
    second = raised(hall, organisation=hall.reporters[1].organisation)
    assert (first.number, first.state, first.tags) == (1, "raised", ["key_problem", "weak_link"])
    assert (second.number, second.tags) == (2, [])


@pytest.mark.parametrize(
    ("fields", "code"), [({"text": " "}, "problem.text"), ({"tags": ["red"]}, "problem.tag")]
)
def test_a_problem_without_words_or_with_a_strange_tag_is_refused(fields: dict[str, Any], code: str) -> None:
    hall = make_hall()
    with pytest.raises(Refused) as refusal:
        raised(hall, **fields)
    assert refusal.value.code == code
    with scope(institution=hall.institution):
        assert ProblemItem.objects.count() == 0


def test_words_and_tags_are_corrected_until_the_organisation_answers() -> None:
    hall = make_hall()
    problem = raised(hall)
    with scope(institution=hall.institution):
        reword_problem(
            actor=hall.clerk, now=NOW, problem=problem, text="支部组织生活不正常。", tags=["key_area"]
        )
        reword_problem(
            actor=hall.clerk, now=NOW, problem=problem, text="支部组织生活不正常。", tags=["key_area"]
        )
        row = ProblemItem.objects.get()
    assert (row.text, row.tags) == ("支部组织生活不正常。", ["key_area"])
    assert Event.objects.filter(verb="problem.reworded").count() == 1
    with scope(institution=hall.institution), pytest.raises(Refused) as refusal:
        reword_problem(actor=hall.clerk, now=NOW, problem=problem, text=" ")
    assert refusal.value.code == "problem.text"


def test_a_problem_raised_by_mistake_is_taken_back_once() -> None:
    hall = make_hall()
    problem = raised(hall)
    with scope(institution=hall.institution):
        retract_problem(actor=hall.clerk, now=NOW, problem=problem)
        assert ProblemItem.objects.count() == 0
        with pytest.raises(Missing):
            retract_problem(actor=hall.clerk, now=NOW, problem=problem)


def test_an_answered_problem_is_left_alone() -> None:
    hall = make_hall()
    problem = raised(hall)
    with scope(institution=hall.institution):
        ProblemItem.objects.update(state="claimed", answered_by=hall.clerk.account_id, answered_at=NOW)
        for verb, fields in ((reword_problem, {"text": "别的。"}), (retract_problem, {})):
            with pytest.raises(Refused) as refusal:
                verb(actor=hall.clerk, now=NOW, problem=problem, **fields)
            assert refusal.value.code == "problem.answered"
        assert ProblemItem.objects.get().text == "组织生活不正常。"


def test_a_requirement_asks_every_organisation_of_its_level() -> None:
    hall = make_hall(on_site=2, written=1)
    required(hall)
    with scope(institution=hall.institution):
        assert FollowUp.objects.count() == 3


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": ""}, "requirement.text"),
        ({"level": "city"}, "requirement.level"),
        ({"number": 1}, "requirement.number"),
    ],
)
def test_a_requirement_that_says_nothing_or_is_there_already_is_refused(
    fields: dict[str, Any], code: str
) -> None:
    hall = make_hall()
    required(hall)
    with pytest.raises(Refused) as refusal:
        required(hall, **{"number": 2, **fields})
    assert refusal.value.code == code
    with scope(institution=hall.institution):
        assert Requirement.objects.count() == 1


def test_another_level_asks_others_and_new_words_keep_those_who_were_asked() -> None:
    hall = make_hall(on_site=1, written=0)
    row = required(hall)
    with scope(institution=hall.institution):
        asked = FollowUp.objects.get()
        change_requirement(actor=hall.clerk, now=NOW, requirement=row, level="college", text="抓牢支部。")
        assert FollowUp.objects.get() == asked
        change_requirement(actor=hall.clerk, now=NOW, requirement=row, level="hospital", text="抓牢支部。")
        assert FollowUp.objects.count() == 0
        change_requirement(actor=hall.clerk, now=NOW, requirement=row, level="hospital", text="抓牢支部。")
        with pytest.raises(Refused):
            change_requirement(actor=hall.clerk, now=NOW, requirement=row, level="hospital", text="")
    assert Event.objects.filter(verb="requirement.changed").count() == 2


def test_an_answered_requirement_is_left_alone() -> None:
    hall = make_hall(on_site=1, written=0)
    row = required(hall)
    with scope(institution=hall.institution):
        FollowUp.objects.update(answer="已部署。")
        for verb, fields in (
            (change_requirement, {"level": "all", "text": "别的。"}),
            (withdraw_requirement, {}),
        ):
            with pytest.raises(Refused) as refusal:
                verb(actor=hall.clerk, now=NOW, requirement=row, **fields)
            assert refusal.value.code == "requirement.answered"


def test_a_requirement_recorded_by_mistake_is_withdrawn_once() -> None:
    hall = make_hall()
    row = required(hall)
    with scope(institution=hall.institution):
        withdraw_requirement(actor=hall.clerk, now=NOW, requirement=row)
        assert (Requirement.objects.count(), FollowUp.objects.count()) == (0, 0)
        with pytest.raises(Missing):
            withdraw_requirement(actor=hall.clerk, now=NOW, requirement=row)


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_keeps_the_lists(role: str) -> None:
    hall = make_hall()
    actor = make_actor(hall.institution, role)
    problem, requirement = raised(hall), required(hall)
    with pytest.raises(Forbidden):
        raised(hall, actor=actor)
    with pytest.raises(Forbidden):
        required(hall, actor=actor, number=2)
    with scope(institution=hall.institution):
        for verb, fields in (
            (reword_problem, {"problem": problem, "text": "别的。"}),
            (retract_problem, {"problem": problem}),
            (change_requirement, {"requirement": requirement, "level": "all", "text": "别的。"}),
            (withdraw_requirement, {"requirement": requirement}),
        ):
            with pytest.raises(Forbidden):
                verb(actor=actor, now=NOW, **fields)
        assert (ProblemItem.objects.count(), Requirement.objects.count()) == (1, 1)
