"""What the overview tells the clerk about rectification, read off what organisations really handed in."""

import pytest
from django_scopes import scope

from pingyi.doors.office.home.words import bar_words
from pingyi.review.appraisal.domain.progress import NextStep, StepCode, steps_of
from pingyi.review.appraisal.queries.progress import Progress, progress_of
from tests.factories.rectification import Office, claimed, contested, make_office, planned, submitted
from tests.factories.world import NOW

pytestmark = pytest.mark.django_db


def progress_in(office: Office) -> Progress:
    with scope(institution=office.institution):
        return progress_of(office.cycle.pk, NOW)


def bar_in(office: Office) -> tuple[str, str]:
    progress = progress_in(office)
    step = next(one for one in steps_of(progress.facts) if one.code is StepCode.CLOSED_OUT)
    words = bar_words(NextStep(step, is_yours=True), progress)
    return words.title, words.effect


def test_a_hand_in_is_to_be_checked_and_counted_once() -> None:
    office = make_office(["问题一。", "问题二。"])
    submitted(office)
    planned(office, 1)
    assert progress_in(office).facts.tasks_to_check == 1
    title, effect = bar_in(office)
    assert title == "复核整改任务，1项等着看"
    assert "没有销号的还有2 / 2个" in effect


def test_a_contested_problem_comes_before_the_checks() -> None:
    office = make_office(["问题一。", "问题二。"])
    contested(office)
    submitted(office, 1)
    assert bar_in(office)[0] == "裁定不认领的问题，1个"


def test_while_organisations_are_at_work_the_clerk_is_not_asked_to_check() -> None:
    office = make_office()
    assert progress_in(office).facts.problems_contested == 0
    planned(office)
    assert bar_in(office) == (
        "等单位办完整改、报完成",
        "没有销号的还有1 / 1个。单位报了完成，就在整改任务页复核。",
    )


def test_a_claimed_problem_is_neither_contested_nor_handed_in() -> None:
    office = make_office()
    claimed(office)
    facts = progress_in(office).facts
    assert (facts.problems_contested, facts.tasks_to_check) == (0, 0)
