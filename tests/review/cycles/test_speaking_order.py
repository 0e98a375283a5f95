"""The order of speaking, changed from pages that several people have open."""

import pytest
from django_scopes import scope

from pingyi.core.errors import Refused
from pingyi.core.models import Event
from pingyi.review.cycles import services
from pingyi.review.cycles.domain.ordering import Shift, shifts
from pingyi.review.cycles.models import Reporter
from tests.at_once import both_at_once
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.world import NOW, make_reporter


def speakers(world: PlanWorld) -> list[int]:
    rows = Reporter.objects.filter(meeting=world.meeting, mode="on_site").order_by("order")
    return list(rows.values_list("pk", flat=True))


@pytest.mark.django_db
def test_a_dropped_order_is_saved_with_the_written_ones_behind(world: PlanWorld) -> None:
    more = [make_reporter(world.meeting, order=n) for n in (3, 4)]
    seen = speakers(world)
    wanted = [more[1].pk, world.on_site.pk, more[0].pk]
    ordered = services.order_reporters(
        actor=world.clerk, now=NOW, meeting=world.meeting, wanted=wanted, seen=seen
    )
    assert (ordered, speakers(world)) == (True, wanted)
    places = Reporter.objects.order_by("order").values_list("pk", "order")
    assert list(places) == [*zip(wanted, (1, 2, 3), strict=True), (world.written.pk, 4)]
    assert not services.order_reporters(actor=world.clerk, now=NOW, meeting=world.meeting, wanted=wanted)


@pytest.mark.django_db
def test_an_older_page_is_refused_with_what_changed(world: PlanWorld) -> None:
    other = make_reporter(world.meeting, order=3)
    seen = speakers(world)
    services.move_reporter(actor=world.clerk, now=NOW, reporter=other, step=-1, seen=seen)
    first, second = world.on_site.organisation.name, other.organisation.name
    for act in (
        lambda: services.move_reporter(actor=world.clerk, now=NOW, reporter=other, step=1, seen=seen),
        lambda: services.order_reporters(
            actor=world.clerk, now=NOW, meeting=world.meeting, wanted=seen, seen=seen
        ),
    ):
        with pytest.raises(Refused, match=f"{second}从第2位到第1位；{first}从第1位到第2位") as refused:
            act()
        assert refused.value.code == "order.stale"
    assert speakers(world) == [other.pk, world.on_site.pk]
    with pytest.raises(Refused, match="不一样了"):
        services.order_reporters(actor=world.clerk, now=NOW, meeting=world.meeting, wanted=[other.pk])


@pytest.mark.django_db(transaction=True)
def test_two_people_who_drop_at_once_do_not_mix_their_orders() -> None:
    world = make_ready_plan()
    more = [make_reporter(world.meeting, order=n) for n in (3, 4)]
    seen = [world.on_site.pk, more[0].pk, more[1].pk]
    wishes = ([seen[2], seen[0], seen[1]], [seen[1], seen[0], seen[2]])

    def drop(wish: list[int]) -> object:
        return services.order_reporters(
            actor=world.clerk, now=NOW, meeting=world.meeting, wanted=wish, seen=seen
        )

    ends = both_at_once(world.institution, lambda: drop(wishes[0]), lambda: drop(wishes[1]))
    assert ends == ["done", "order.stale"]
    with scope(institution=world.institution):
        assert speakers(world) in wishes
    assert Event.objects.filter(verb="reporters.ordered").count() == 1


def test_shifts_name_who_came_went_and_moved() -> None:
    assert shifts([1, 2, 3], [2, 4, 3]) == [
        Shift(2, 2, 1),
        Shift(4, None, 2),
        Shift(1, 1, None),
    ]
    assert shifts([1, 2], [1, 2]) == []
