from collections.abc import Iterator

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.lots import rules
from pingyi.review.lots.domain.announcement import Source, SourceKind
from pingyi.review.lots.domain.verify import verify
from pingyi.review.lots.models import Lot, LotDraw
from pingyi.review.lots.queries.lots import lots_of
from pingyi.review.lots.services import announce_lot, confirm_lot, draw_lot
from pingyi.review.meetings.models import AgendaItem, Sitting
from tests.at_once import both_at_once
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.world import (
    NOW,
    make_actor,
    make_cycle,
    make_institution,
    make_organisation,
    make_reporter,
)

SOURCES = [Source(SourceKind.WITNESS, "纪委 沈明", 4), Source(SourceKind.WITNESS, "工会 尚远", 4)]


def with_speakers() -> PlanWorld:
    """A ready plan in which three people speak on site."""
    ready = make_ready_plan()
    for order in (3, 4):
        make_reporter(ready.meeting, order=order)
    return ready


@pytest.fixture
def world(db: None) -> Iterator[PlanWorld]:
    ready = with_speakers()
    with scope(institution=ready.institution):
        yield ready


def announce(world: PlanWorld, **more: object) -> Lot:
    fields: dict[str, object] = {"sources": SOURCES, "actor": world.clerk, **more}
    return announce_lot(now=NOW, meeting=world.meeting, **fields)  # type: ignore[arg-type]


def draw(world: PlanWorld, lot: Lot, *numbers: str, actor: Actor | None = None) -> LotDraw:
    return draw_lot(
        actor=actor or world.clerk,
        now=NOW,
        meeting=world.meeting,
        commitment=lot.commitment,
        numbers=numbers or ("4711", "0028"),
        witnesses="沈明、尚远",
    )


def confirm(world: PlanWorld, lot: Lot) -> object:
    return confirm_lot(actor=world.clerk, now=NOW, meeting=world.meeting, commitment=lot.commitment)


def speakers(world: PlanWorld) -> list[int]:
    rows = Reporter.objects.filter(meeting=world.meeting, mode="on_site").order_by("order")
    return list(rows.values_list("pk", flat=True))


def test_a_draw_is_announced_drawn_repeated_and_becomes_the_order_only_when_confirmed(
    world: PlanWorld,
) -> None:
    before = speakers(world)
    lot = announce(world)
    drawn = draw(world, lot)
    row = lots_of(world.meeting).newest
    assert row is not None
    assert verify(row.record).order == tuple(drawn.result)
    assert row.is_repeatable
    assert speakers(world) == before
    confirm(world, lot)
    assert speakers(world) == row.drawn_reporters
    confirm(world, lot)
    verbs = ["lot.announced", "lot.drawn", "lot.confirmed"]
    assert (
        list(Event.objects.filter(verb__startswith="lot.").order_by("pk").values_list("verb", flat=True))
        == verbs
    )


def test_a_second_draw_needs_a_reason_and_leaves_the_first_as_it_is(world: PlanWorld) -> None:
    first = announce(world)
    draw(world, first)
    with pytest.raises(Refused, match="再抽一次要写理由"):
        announce(world)
    second = announce(world, reason="纪委的数录错了一位")
    assert (second.round, second.announcement["reason"]) == (2, "纪委的数录错了一位")
    for act in (confirm, draw):
        with pytest.raises(Refused, match="刚刚又公布了一次"):
            act(world, first)
    rows = lots_of(world.meeting).lots
    assert [(row.lot.round, row.drawn is not None) for row in rows] == [(2, False), (1, True)]


def test_numbers_are_entered_once_all_together_and_as_announced(world: PlanWorld) -> None:
    lot = announce(world)
    with pytest.raises(SeveralFaults) as refused:
        draw(world, lot, "471", "")
    assert set(refused.value.faults) == {"number-0", "number-1"}
    assert LotDraw.objects.count() == 0
    draw(world, lot)
    with pytest.raises(Refused, match="不能再录"):
        draw(world, lot, "1111", "2222")
    assert Lot.objects.get().draw.numbers == ["4711", "0028"]


def test_other_people_on_site_need_a_new_announcement(world: PlanWorld) -> None:
    lot = announce(world)
    Reporter.objects.filter(pk=world.on_site.pk).update(mode="written")
    with pytest.raises(Refused, match="公布以后现场述职的人变了"):
        draw(world, lot)
    lot = announce(world, reason="有一位改书面")
    draw(world, lot)
    Reporter.objects.filter(pk=world.on_site.pk).update(mode="on_site")
    with pytest.raises(Refused, match="抽签以后现场述职的人变了"):
        confirm(world, lot)


def test_a_draw_needs_two_people_a_rule_for_lots_and_an_open_plan_to_count(world: PlanWorld) -> None:
    lot = announce(world)
    draw(world, lot)
    Cycle.objects.filter(pk=world.cycle.pk).update(
        state="frozen", frozen_at=NOW, frozen_by=world.clerk.account_id, fingerprint="f"
    )
    with pytest.raises(Refused) as refused:
        confirm(world, lot)
    assert refused.value.code == "cycle.frozen"
    CycleSetting.objects.create(
        institution=world.institution,
        cycle=world.cycle,
        key="speaking_order",
        value="list",
        set_by_id=world.clerk.account_id,
        set_at=NOW,
    )
    with pytest.raises(Refused, match="按党组织排序"):
        announce(world, reason="再来")


def test_once_people_report_nothing_is_announced_drawn_or_confirmed(world: PlanWorld) -> None:
    lot = announce(world)
    sitting = Sitting.objects.create(institution=world.institution, meeting=world.meeting, hall_key="NOW")
    draw(world, lot)
    assert not lots_of(world.meeting).is_over
    AgendaItem.objects.create(
        institution=world.institution,
        sitting=sitting,
        sequence=1,
        kind="report",
        reporter=world.on_site,
        state="running",
        started_at=NOW,
    )
    for act in (announce, lambda world: draw(world, lot), lambda world: confirm(world, lot)):
        with pytest.raises(Refused, match="正在述职，发言先后不能再抽"):
            act(world)
    assert [row.drawn is not None for row in lots_of(world.meeting).lots] == [True]


def test_one_witness_alone_is_refused(world: PlanWorld) -> None:
    with pytest.raises(Refused, match="只有一个人报数"):
        announce(world, sources=SOURCES[:1])


def test_what_was_announced_and_drawn_cannot_be_changed(world: PlanWorld) -> None:
    draw(world, announce(world))
    for model in (Lot, LotDraw):
        with pytest.raises(Exception, match="append-only"), transaction.atomic():
            model.objects.update(institution=world.institution)
    kept = Lot.objects.values().get()
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        Lot.objects.create(**{**kept, "id": None, "round": 2, "hall_key": "OTHER", "reason": ""})


@pytest.mark.django_db(transaction=True)
def test_two_people_who_enter_numbers_at_once_draw_once() -> None:
    world = with_speakers()
    with scope(institution=world.institution):
        lot = announce(world)
    ends = both_at_once(
        world.institution,
        lambda: draw(world, lot, "1111", "2222"),
        lambda: draw(world, lot, "3333", "4444"),
    )
    assert ends == ["done", "lot.drawn"]
    assert Event.objects.filter(verb="lot.drawn").count() == 1


@pytest.mark.parametrize(
    ("role", "announces", "draws", "reads"),
    [
        ("clerk", True, True, True),
        ("leader", False, False, True),
        ("scrutineer", False, True, True),
        ("counter", False, False, True),
        ("secretary", False, False, True),
    ],
)
def test_roles_and_verbs_of_lots(
    world: PlanWorld, role: str, announces: bool, draws: bool, reads: bool
) -> None:
    actor = make_actor(world.institution, role, organisation=make_organisation(world.institution))
    verbs = (rules.may_announce_lot, rules.may_draw_lot, rules.may_read_lots)
    assert tuple(rule(actor, world.cycle) for rule in verbs) == (announces, draws, reads)
    foreign = make_cycle(make_institution())
    assert not any(rule(actor, foreign) for rule in verbs)
    if not announces:
        with pytest.raises(Forbidden):
            announce(world, actor=actor)
    lot = announce(world)
    if draws:
        assert draw(world, lot, actor=actor).drawn_by_id == actor.account_id
    else:
        with pytest.raises(Forbidden):
            draw(world, lot, actor=actor)
