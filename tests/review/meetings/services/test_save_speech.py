from typing import Any

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.meetings.domain.numbered import split_requirements, suggest_level
from pingyi.review.meetings.models import Speech
from pingyi.review.meetings.services import Spoken, save_speech
from pingyi.review.rectification.models import FollowUp, Requirement
from tests.factories.sittings import Hall, make_hall
from tests.factories.world import NOW, make_actor, make_organisation
from tests.review.meetings import speeches

pytestmark = pytest.mark.django_db
FIRST = Spoken(1, "college", "一是抓学院。")
SECOND = Spoken(2, "all", "二是抓整改。")


def save(hall: Hall, *requirements: Spoken, **fields: Any) -> Speech:
    with scope(institution=hall.institution):
        return save_speech(
            **{
                "actor": hall.clerk,
                "now": NOW,
                "sitting": hall.open,
                "text": "讲三点。",
                "requirements": requirements,
                **fields,
            }
        )


def refused(hall: Hall, *requirements: Spoken, **fields: Any) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refusal:
        save(hall, *requirements, **fields)
    return refusal.value.code, refusal.value.field


def kept(hall: Hall) -> list[tuple[int, str, str, int]]:
    with scope(institution=hall.institution):
        rows = Requirement.objects.order_by("number")
        return [
            (row.number, row.level, row.text, FollowUp.objects.filter(requirement=row).count())
            for row in rows
        ]


def test_a_speech_with_three_levels_asks_hospitals_colleges_and_branches() -> None:
    hall = make_hall(on_site=2, written=1)
    root = hall.cycle.convenor
    make_organisation(hall.institution, "第五附属医院党委", parent=root, unit_kind="affiliated_hospital")
    nursing = hall.reporters[0].organisation
    make_organisation(hall.institution, "教工第一党支部", parent=nursing, kind="branch", unit_kind="other")
    text = speeches.text_of(speeches.BY_LEVEL_LEAD, speeches.BY_LEVEL, speeches.BY_LEVEL_REST)
    parts = split_requirements(text)
    spoken = [
        Spoken(number, suggest_level(words), words)
        for number, words in enumerate(parts.requirements, start=1)
    ]
    speech = save(hall, *spoken, text=text)
    assert speech.text == text
    assert [(number, level, asked) for number, level, _, asked in kept(hall)] == [
        (1, "hospital", 1),
        (2, "college", 3),
        (3, "branch", 1),
    ]


def test_a_requirement_is_corrected_added_and_withdrawn() -> None:
    hall = make_hall(on_site=2, written=0)
    save(hall, FIRST, SECOND)
    save(hall, Spoken(1, "hospital", FIRST.text), Spoken(3, "all", "三是抓落实。"))
    assert kept(hall) == [(1, "hospital", "一是抓学院。", 0), (3, "all", "三是抓落实。", 2)]


def test_saving_the_same_again_changes_nothing() -> None:
    hall = make_hall()
    save(hall, FIRST, seen_version=0)
    assert save(hall, FIRST, seen_version=0).version == 1
    assert Event.objects.filter(verb="speech.recorded").count() == 1


def test_two_writers_do_not_write_over_each_other() -> None:
    hall = make_hall()
    save(hall, FIRST, seen_version=0)
    assert refused(hall, SECOND, seen_version=0) == ("speech.changed_meanwhile", None)
    assert save(hall, FIRST, SECOND, seen_version=1).version == 2


def test_a_requirement_that_was_answered_is_neither_changed_nor_withdrawn() -> None:
    hall = make_hall()
    save(hall, FIRST)
    with scope(institution=hall.institution):
        FollowUp.objects.update(answer="已部署。")
    before = kept(hall)
    assert refused(hall, Spoken(1, "college", "别的。"), SECOND)[0] == "requirement.answered"
    assert refused(hall, SECOND)[0] == "requirement.answered"
    assert kept(hall) == before
    with scope(institution=hall.institution):
        assert Speech.objects.get().version == 1


@pytest.mark.parametrize(
    ("requirements", "expected"),
    [
        ([Spoken(1, "", "一是。")], ("speech.level", "level-1")),
        ([Spoken(1, "all", " ")], ("speech.requirement", "text-1")),
        ([SECOND, Spoken(2, "all", "重号。")], ("speech.requirement", "text-2")),
        ([Spoken(0, "all", "零。")], ("speech.requirement", "text-0")),
    ],
)
def test_a_requirement_without_addressee_words_or_number_is_refused(
    requirements: list[Spoken], expected: tuple[str, str]
) -> None:
    hall = make_hall()
    assert refused(hall, *requirements) == expected
    assert kept(hall) == []


def test_an_empty_speech_is_refused() -> None:
    assert refused(make_hall(), text=" \n") == ("speech.empty", "text")


@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_records_the_speech(role: str) -> None:
    hall = make_hall()
    with pytest.raises(Forbidden):
        save(hall, FIRST, actor=make_actor(hall.institution, role))
    assert kept(hall) == []
