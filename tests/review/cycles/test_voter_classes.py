from fractions import Fraction

import pytest

from pingyi.core.errors import Refused
from pingyi.core.models import Event
from pingyi.review.cycles.models import VoterClass
from pingyi.review.cycles.queries import (
    class_of_person,
    own_rows,
    standing_classes,
    voters_of_class,
    weight_of,
)
from pingyi.review.cycles.queries.overlaps import overlaps_of
from pingyi.review.cycles.services import (
    ClassPlan,
    SeveralFaults,
    add_class,
    change_class,
    decide_class,
    list_members,
    merge_small_class,
    move_class,
    remove_class,
    set_equal_weights,
    set_weights,
    unlist_members,
    unmerge_class,
)
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW, make_actor, make_meeting, make_person, make_voter_class


def add(world: PlanWorld, name: str, **fields: object) -> VoterClass:
    plan = ClassPlan(name=name, **fields)  # type: ignore[arg-type]
    return add_class(actor=world.clerk, now=NOW, meeting=world.meeting, plan=plan)


def listed(world: PlanWorld, voter_class: VoterClass, *people: object) -> None:
    list_members(actor=world.clerk, now=NOW, voter_class=voter_class, people=people, source="逐个")  # type: ignore[arg-type]


def votes_in(world: PlanWorld, person: object) -> str:
    voter_class = class_of_person(world.meeting, person)  # type: ignore[arg-type]
    return voter_class.code if voter_class else ""


def test_a_new_class_gets_the_next_letter_and_no_weight(world: PlanWorld) -> None:
    row = add(world, "党务部门负责人")
    assert (row.code, row.order, weight_of(row)) == ("C", 3, None)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "甲", "code": "A"}, "code"),
        ({"name": "甲", "code": "甲"}, "code"),
        ({"name": "  "}, "name"),
        ({"name": "类" * 121}, "name"),
        ({"name": "党委委员"}, "name"),
        ({"name": "甲", "weight": "一半"}, "weight"),
        ({"name": "甲", "weight": "1/3"}, "weight"),
        ({"name": "部分代表", "is_selected_part": True}, "selection_note"),
    ],
)
def test_what_is_wrong_with_a_class_is_told_at_its_field(
    world: PlanWorld, fields: dict[str, str], field: str
) -> None:
    with pytest.raises(Refused) as told:
        add(world, **fields)
    assert told.value.field == field
    assert VoterClass.objects.count() == 2


def test_a_selected_part_says_how_it_was_selected(world: PlanWorld) -> None:
    row = add(world, "部分党代会代表", is_selected_part=True, selection_note="每个代表团推荐2名")
    assert row.selection_note == "每个代表团推荐2名"
    change_class(actor=world.clerk, now=NOW, voter_class=row, plan=ClassPlan(name="党代会代表"))
    row.refresh_from_db()
    assert (row.code, row.is_selected_part, row.selection_note) == ("C", False, "")


def test_weights_are_set_together_or_not_at_all(world: PlanWorld) -> None:
    a, b = world.class_a, world.class_b
    with pytest.raises(SeveralFaults, match="A类") as told:
        set_weights(actor=world.clerk, now=NOW, meeting=world.meeting, typed={a.pk: "很多", b.pk: "0.5"})
    assert told.value.faults.keys() == {f"weight-{a.pk}"}
    set_weights(actor=world.clerk, now=NOW, meeting=world.meeting, typed={a.pk: "62.5%", b.pk: ""})
    assert [weight_of(one) for one in VoterClass.objects.order_by("order")] == [Fraction(5, 8), None]
    with pytest.raises(Refused, match="请刷新"):
        set_weights(actor=world.clerk, now=NOW, meeting=world.meeting, typed={10**9: "1"})


def test_equal_weights_are_an_act_of_somebody(world: PlanWorld) -> None:
    add(world, "党务部门负责人")
    set_equal_weights(actor=world.clerk, now=NOW, meeting=world.meeting)
    weights = [weight_of(one) for one in VoterClass.objects.order_by("order")]
    assert weights == [Fraction(3334, 10000), Fraction(3333, 10000), Fraction(3333, 10000)]
    event = Event.objects.get(verb="weights.set_equal")
    assert event.actor_id == world.clerk.account_id
    assert event.payload.body == {"A": "33.34%", "B": "33.33%", "C": "33.33%"}


def test_without_classes_there_is_nothing_to_weigh(world: PlanWorld) -> None:
    empty = make_meeting(world.cycle, name="第二场")
    with pytest.raises(Refused, match="先加票类"):
        set_equal_weights(actor=world.clerk, now=NOW, meeting=empty)


def test_listing_people_twice_lists_them_once(world: PlanWorld) -> None:
    person = make_person(world.institution)
    people = [person, person]
    first = list_members(actor=world.clerk, now=NOW, voter_class=world.class_a, people=people, source="逐个")
    again = list_members(actor=world.clerk, now=NOW, voter_class=world.class_a, people=people, source="逐个")
    assert (first.added, first.already, again.added, again.already) == (1, 0, 0, 1)
    assert Event.objects.filter(verb="class.members_listed").count() == 1


def test_somebody_on_two_lists_counts_in_the_first_class(world: PlanWorld) -> None:
    person = make_person(world.institution)
    listed(world, world.class_b, person)
    assert votes_in(world, person) == "B"
    listed(world, world.class_a, person)
    assert votes_in(world, person) == "A"
    (overlap,) = overlaps_of(world.meeting)
    assert [one.voter_class.code for one in overlap.listings] == ["A", "B"]
    assert (overlap.counting.voter_class.code, overlap.is_decided) == ("A", False)


def test_a_person_may_decide_otherwise_and_the_decision_outlives_later_lists(world: PlanWorld) -> None:
    person = make_person(world.institution)
    listed(world, world.class_a, person)
    listed(world, world.class_b, person)
    assert decide(world, {person.pk: world.class_b.pk}) == 1
    assert decide(world, {person.pk: world.class_b.pk}) == 0
    third = add(world, "党务部门负责人")
    listed(world, third, person)
    move_class(actor=world.clerk, now=NOW, voter_class=third, step=-2)
    assert votes_in(world, person) == "B"
    assert overlaps_of(world.meeting)[0].counting.decided_by_id == world.clerk.account_id
    assert decide(world, {person.pk: None}) == 1
    assert votes_in(world, person) == "C"
    assert Event.objects.filter(verb="class.decided").count() == 2


def decide(world: PlanWorld, choices: dict[int, int | None]) -> int:
    return decide_class(actor=world.clerk, now=NOW, meeting=world.meeting, choices=choices)


def test_deciding_for_a_class_whose_list_lacks_the_person_changes_nobody(world: PlanWorld) -> None:
    person, other = make_person(world.institution), make_person(world.institution)
    listed(world, world.class_a, person, other)
    listed(world, world.class_b, other)
    with pytest.raises(Refused, match="不在所选的那一类"):
        decide(world, {other.pk: world.class_b.pk, person.pk: world.class_b.pk})
    with pytest.raises(Refused, match="这个人不在"):
        decide(world, {10**9: world.class_b.pk})
    assert decide(world, {person.pk: None}) == 0
    assert (votes_in(world, person), votes_in(world, other)) == ("A", "A")


def test_taken_off_one_list_she_counts_on_the_other(world: PlanWorld) -> None:
    person = make_person(world.institution)
    listed(world, world.class_a, person)
    listed(world, world.class_b, person)
    listing = world.class_a.listings.get(person=person)
    assert unlist_members(actor=world.clerk, now=NOW, voter_class=world.class_a, listings=[listing]) == 1
    assert votes_in(world, person) == "B"
    assert unlist_members(actor=world.clerk, now=NOW, voter_class=world.class_a, listings=[listing]) == 0


def test_the_order_of_classes_moves_people_unless_decided(world: PlanWorld) -> None:
    person = make_person(world.institution)
    listed(world, world.class_a, person)
    listed(world, world.class_b, person)
    move_class(actor=world.clerk, now=NOW, voter_class=world.class_b, step=-1)
    assert votes_in(world, person) == "B"
    move_class(actor=world.clerk, now=NOW, voter_class=world.class_b, step=-1)
    assert Event.objects.filter(verb="class.moved").count() == 1


def test_removing_a_class_lets_its_people_count_elsewhere(world: PlanWorld) -> None:
    person = make_person(world.institution)
    listed(world, world.class_a, person)
    listed(world, world.class_b, person)
    remove_class(actor=world.clerk, now=NOW, voter_class=world.class_a)
    assert votes_in(world, person) == "B"


def merge(world: PlanWorld, small: VoterClass, into: VoterClass, reason: str = "不足5人") -> VoterClass:
    return merge_small_class(actor=world.clerk, now=NOW, voter_class=small, into=into, reason=reason)


def test_a_small_class_is_merged_with_reason_author_and_time_and_its_weight_goes_along(
    world: PlanWorld,
) -> None:
    small = make_voter_class(world.meeting, "C", 3, order=3, weight_numerator=1, weight_denominator=10)
    merge(world, small, world.class_a)
    small.refresh_from_db()
    assert (small.merge_reason, small.merged_by_id, small.merged_at) == (
        "不足5人",
        world.clerk.account_id,
        NOW,
    )
    first, second = standing_classes(world.meeting)
    assert (first.code, first.member_count, first.merged_codes, first.weight) == (
        "A",
        9,
        ("C",),
        Fraction(7, 10),
    )
    assert (second.code, second.merged_codes) == ("B", ())
    person = small.listings.get(person=small.listings.values("person")[:1]).person
    assert votes_in(world, person) == "A"
    assert len(voters_of_class(world.class_a)) == 9
    unmerge_class(actor=world.clerk, now=NOW, voter_class=small)
    unmerge_class(actor=world.clerk, now=NOW, voter_class=small)
    assert votes_in(world, person) == "C"
    assert Event.objects.filter(verb="class.unmerged").count() == 1


def test_only_classes_below_the_threshold_are_merged_and_never_without_a_reason(world: PlanWorld) -> None:
    small = make_voter_class(world.meeting, "C", 3, order=3)
    with pytest.raises(Refused, match="A类有6人，够5人"):
        merge(world, world.class_a, world.class_b)
    with pytest.raises(Refused, match="写明为什么"):
        merge(world, small, world.class_b, reason="  ")
    with pytest.raises(Refused, match="不能并入自己"):
        merge(world, small, small)
    other = make_voter_class(make_meeting(world.cycle, name="第二场"), "A")
    with pytest.raises(Refused, match="同一场会议"):
        merge(world, small, other)


def test_a_class_that_hosts_another_is_neither_removed_nor_merged(world: PlanWorld) -> None:
    host = make_voter_class(world.meeting, "C", 2, order=3)
    guest = make_voter_class(world.meeting, "D", 2, order=4)
    merge(world, guest, host)
    with pytest.raises(Refused, match="先撤销并入"):
        remove_class(actor=world.clerk, now=NOW, voter_class=host)
    with pytest.raises(Refused, match="先撤销那些并入"):
        merge(world, host, world.class_a)


def test_own_rows_are_those_of_reporters_who_vote_in_the_class(world: PlanWorld) -> None:
    assert own_rows(world.class_b) == {world.on_site.pk, world.written.pk}
    assert own_rows(world.class_a) == set()
    listed(world, world.class_a, world.on_site.person)
    assert own_rows(world.class_a) == {world.on_site.pk}
    assert own_rows(world.class_b) == {world.written.pk}


def test_leaders_read_but_do_not_change_lists(world: PlanWorld) -> None:
    leader = make_actor(world.institution, "leader")
    with pytest.raises(Refused, match="只能看"):
        add_class(actor=leader, now=NOW, meeting=world.meeting, plan=ClassPlan(name="甲"))
