from datetime import timedelta

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services import rename_cycle, start_cycle
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW, make_actor


def test_a_cycle_starts_as_a_draft_with_a_usual_name(world: PlanWorld) -> None:
    cycle = start_cycle(actor=world.clerk, now=NOW, convenor=world.convenor, year=2024)
    assert (cycle.state, cycle.name) == ("draft", "2024年度党组织书记抓基层党建工作述职评议")
    event = Event.objects.get(verb="cycle.started")
    assert (event.actor_id, event.subject_id, event.recorded_at) == (
        world.clerk.account_id,
        str(cycle.pk),
        NOW,
    )


def test_a_second_click_starts_no_second_cycle(world: PlanWorld) -> None:
    with pytest.raises(Refused, match="没有再建") as told:
        start_cycle(actor=world.clerk, now=NOW, convenor=world.convenor, year=world.cycle.year)
    assert (told.value.code, told.value.field) == ("cycle.exists", "year")
    assert Cycle.objects.count() == 1


@pytest.mark.parametrize("year", [2009, 2028, 20255])
def test_a_mistyped_year_is_refused(world: PlanWorld, year: int) -> None:
    with pytest.raises(Refused, match="2010到2027之间"):
        start_cycle(actor=world.clerk, now=NOW, convenor=world.convenor, year=year)


def test_an_overlong_name_is_refused(world: PlanWorld) -> None:
    with pytest.raises(Refused, match="120个字以内"):
        start_cycle(actor=world.clerk, now=NOW, convenor=world.convenor, year=2024, name="评" * 121)


def test_only_clerks_start_cycles(world: PlanWorld) -> None:
    leader = make_actor(world.institution, "leader")
    with pytest.raises(Forbidden):
        start_cycle(actor=leader, now=NOW, convenor=world.convenor, year=2024)


def test_a_wrong_year_can_be_corrected_but_not_to_one_that_exists(world: PlanWorld) -> None:
    other = start_cycle(actor=world.clerk, now=NOW, convenor=world.convenor, year=2024)
    renamed = rename_cycle(
        actor=world.clerk, now=NOW + timedelta(hours=1), cycle=other, name="评议", year=2023
    )
    assert (renamed.year, renamed.name) == (2023, "评议")
    with pytest.raises(Refused, match="已经建好了"):
        rename_cycle(actor=world.clerk, now=NOW, cycle=other, name="评议", year=world.cycle.year)
    other.refresh_from_db()
    assert other.year == 2023
