"""A past cycle made of a confirmed text: all of it or nothing, and the present cycle stays in view."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution, Organisation
from pingyi.publishing import rules
from pingyi.publishing.domain.typed_facts import read_typed
from pingyi.publishing.models import PastReview
from pingyi.publishing.services import OldText, record_past_review
from pingyi.review.appraisal.queries.places import cycle_places
from pingyi.review.cycles.models import Cycle
from pingyi.review.rotation.models import EarlierTurns
from tests.factories.world import NOW, make_actor, make_cycle, make_institution, make_organisation

TEXT = (
    "1月20日，学校党委召开2023年度基层党组织书记述职评议会。党委书记杨大树主持会议。"
    "护理学院党委、文学院党总支等2个党组织的书记作了现场述职。"
)
ROLES = ("clerk", "leader", "scrutineer", "counter", "secretary")


@dataclass
class World:
    institution: Institution
    convenor: Organisation
    nursing: Organisation
    clerk: Actor


@pytest.fixture
def world(db: None) -> Iterator[World]:
    institution = make_institution()
    convenor = make_organisation(institution, "中共示例大学委员会")
    nursing = make_organisation(institution, "护理学院党委", parent=convenor)
    with scope(institution=institution):
        yield World(institution, convenor, nursing, make_actor(institution, "clerk"))


def record(world: World, text: str = TEXT, year: str = "2023", **more: Any) -> PastReview:
    typed = read_typed({"year": year, "date": "1月20日", "chair": "杨大树", "requirements": "抓好整改"}, 2026)
    sent: dict[str, Any] = {
        "actor": world.clerk,
        "convenor": world.convenor,
        "turns": [("护理学院党委", world.nursing.pk), ("文学院党总支", None)],
        **more,
    }
    return record_past_review(now=NOW, text=OldText("旧稿.txt", f"　{text}", text), facts=typed.facts, **sent)


def test_a_confirmed_text_becomes_an_archived_cycle_with_its_sentences(world: World) -> None:
    past = record(world)
    assert (past.cycle.state, past.cycle.year, past.cycle.meetings.count()) == (Cycle.State.ARCHIVED, 2023, 0)
    assert past.facts["chair"] == "杨大树"
    assert past.facts["evidence"]["chair"] == "党委书记杨大树主持会议。"
    assert past.facts["changed"] == ["convenor", "on_site", "requirements"]
    assert past.source_text == f"　{TEXT}"
    assert set(Event.objects.values_list("verb", flat=True)) == {
        "cycle.recorded",
        "earlier_turns.entered",
        "past_review.recorded",
    }


def test_who_reported_on_site_is_known_to_the_planner_of_turns(world: World) -> None:
    record(world)
    record(world, text=TEXT.replace("2023", "2021"), year="2021")
    newest = EarlierTurns.objects.filter(organisation=world.nursing).order_by("-pk").first()
    assert newest is not None
    assert newest.years == [2021, 2023]


def test_the_present_cycle_stays_in_view(world: World) -> None:
    present = make_cycle(world.institution, world.convenor, year=2022)
    record(world)
    assert [place.cycle_id for place in cycle_places()] == [present.pk]


def test_the_same_text_is_refused_and_told_where_it_is(world: World) -> None:
    record(world)
    with pytest.raises(Refused, match="2026年1月16日录过了，是“2023年度"):
        record(world, text=TEXT.replace("。", "。\n"), year="2022")
    assert PastReview.objects.count() == 1


def test_a_year_that_is_there_already_leaves_nothing_behind(world: World) -> None:
    make_cycle(world.institution, world.convenor, year=2023)
    with pytest.raises(Refused, match="已经有中共示例大学委员会2023年度的评议"):
        record(world)
    assert (PastReview.objects.count(), EarlierTurns.objects.count(), Event.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("case", ["twice", "foreign"])
def test_an_organisation_chosen_twice_or_of_another_house_is_refused(world: World, case: str) -> None:
    foreign = make_organisation(make_institution(), "护理学院党委")
    number = world.nursing.pk if case == "twice" else foreign.pk
    with pytest.raises(Refused, match="现场述职单位"):
        record(world, turns=[("甲", world.nursing.pk), ("乙", number)])
    assert Cycle.objects.count() == 0


def test_what_was_confirmed_does_not_change(world: World) -> None:
    past = record(world)
    with pytest.raises(DatabaseError), transaction.atomic():
        PastReview.objects.filter(pk=past.pk).update(cleaned_text="别的")
    past.refresh_from_db()
    assert past.cleaned_text == TEXT


@pytest.mark.parametrize("role", ROLES)
def test_who_may_record_and_read(world: World, role: str) -> None:
    actor = make_actor(world.institution, role, organisation=world.nursing)
    assert rules.may_record_past(actor) is (role == "clerk")
    assert rules.may_read_past(actor) is (role in ("clerk", "leader"))
    if role != "clerk":
        with pytest.raises(Forbidden):
            record(world, actor=actor)
