"""Two people at two desks press at the same moment: real threads, real transactions, on both databases."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.models import Event
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles import services
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterListing
from tests.at_once import both_at_once
from tests.factories.plans import make_ready_plan
from tests.factories.world import NOW, make_person

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_freeze_clicks_freeze_once() -> None:
    world = make_ready_plan()

    def freeze() -> object:
        return services.freeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle)

    assert both_at_once(world.institution, freeze, freeze) == ["cycle.frozen", "done"]
    assert Event.objects.filter(verb="cycle.frozen").count() == 1


def test_a_change_is_either_in_the_frozen_plan_or_refused() -> None:
    world = make_ready_plan()
    person = make_person(world.institution)

    def freeze() -> object:
        return services.freeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle)

    def add() -> object:
        return services.list_members(
            actor=world.clerk, now=NOW, voter_class=world.class_a, people=[person], source="逐个"
        )

    ends = both_at_once(world.institution, freeze, add)
    with scope(institution=world.institution):
        from pingyi.review.cycles.queries.document import fingerprint_now

        cycle = Cycle.objects.get(pk=world.cycle.pk)
        assert cycle.fingerprint == fingerprint_now(cycle)
        assert VoterListing.objects.filter(person=person).exists() is (ends == ["done", "done"])
        assert ends in (["done", "done"], ["cycle.frozen", "done"])


def test_one_person_put_on_two_lists_at_once_counts_in_the_first_class() -> None:
    world = make_ready_plan()
    person = make_person(world.institution)

    def add_to(voter_class: object) -> Callable[[], object]:
        return lambda: services.list_members(
            actor=world.clerk,
            now=NOW,
            voter_class=voter_class,  # type: ignore[arg-type]
            people=[person],
            source="逐个",
        )

    assert both_at_once(world.institution, add_to(world.class_b), add_to(world.class_a)) == ["done", "done"]
    with scopes_disabled():
        rows = VoterListing.objects.filter(person=person).order_by("voter_class__order")
        assert [(row.voter_class.code, row.counts_here) for row in rows] == [("A", True), ("B", False)]


def test_one_person_put_on_one_list_twice_at_once_is_there_once() -> None:
    world = make_ready_plan()
    person = make_person(world.institution)

    def add() -> object:
        return services.list_members(
            actor=world.clerk, now=NOW, voter_class=world.class_a, people=[person], source="逐个"
        )

    assert both_at_once(world.institution, add, add) == ["done", "done"]
    with scopes_disabled():
        assert VoterListing.objects.filter(person=person).count() == 1


def test_the_same_cycle_started_twice_at_once_exists_once() -> None:
    world = make_ready_plan()

    def start() -> object:
        return services.start_cycle(actor=world.clerk, now=NOW, convenor=world.convenor, year=2024)

    assert both_at_once(world.institution, start, start) == ["cycle.exists", "done"]
    with scopes_disabled():
        assert Cycle.objects.filter(year=2024).count() == 1


def test_two_meetings_added_at_once_get_two_numbers() -> None:
    world = make_ready_plan()

    def plan(name: str) -> Callable[[], object]:
        meeting = services.MeetingPlan(name=name, held_at=NOW, ballot_mode="paper")
        return lambda: services.plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=meeting)

    assert both_at_once(world.institution, plan("第二场"), plan("第三场")) == ["done", "done"]
    with scopes_disabled():
        assert sorted(ReviewMeeting.objects.values_list("sequence", flat=True)) == [1, 2, 3]


def test_two_proposals_at_once_put_nobody_on_the_roster_twice() -> None:
    world = make_ready_plan()
    with scopes_disabled():
        Reporter.objects.all().delete()

    def propose() -> object:
        return services.propose_reporters(
            actor=world.clerk, now=NOW, cycle=world.cycle, meeting=world.meeting
        )

    assert both_at_once(world.institution, propose, propose) == ["done", "done"]
    with scopes_disabled():
        assert sorted(Reporter.objects.values_list("order", flat=True)) == [1, 2]


def test_two_orders_saved_at_once_leave_one_whole_order() -> None:
    world = make_ready_plan()

    def swap(first: Reporter, second: Reporter) -> Callable[[], object]:
        lines = {
            first.pk: services.RosterLine("on_site", is_voted_on=True, order=1),
            second.pk: services.RosterLine("on_site", is_voted_on=True, order=2),
        }
        return lambda: services.save_roster(actor=world.clerk, now=NOW, cycle=world.cycle, lines=lines)

    ends = both_at_once(
        world.institution, swap(world.on_site, world.written), swap(world.written, world.on_site)
    )
    assert ends == ["done", "done"]
    with scopes_disabled():
        assert sorted(Reporter.objects.values_list("order", "mode")) == [(1, "on_site"), (2, "on_site")]


def test_a_plan_is_not_unfrozen_while_a_step_builds_upon_it() -> None:
    world = make_ready_plan()
    with scope(institution=world.institution):
        services.freeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle)
        voting = Voting.objects.create(
            institution=world.institution, meeting=world.meeting, mode="paper", public_key="0123456789ABCDEF"
        )

    def open_it() -> object:
        with transaction.atomic():
            services.hold_frozen(world.cycle.pk)
            return Voting.objects.filter(pk=voting.pk).update(
                state="open", opened_at=NOW, opened_by=world.clerk.account_id
            )

    def unfreeze() -> object:
        return services.unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason="漏了一个人")

    ends = both_at_once(world.institution, open_it, unfreeze)
    with scopes_disabled():
        cycle, voting = Cycle.objects.get(pk=world.cycle.pk), Voting.objects.get(pk=voting.pk)
    assert (cycle.state, voting.state) in {("frozen", "open"), ("draft", "prepared")}
    assert ends in (["cycle.voting_opened", "done"], ["cycle.not_frozen", "done"])
