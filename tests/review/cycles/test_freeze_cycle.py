from collections.abc import Callable

import pytest

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles import services
from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.models import Cycle, VoterClass
from pingyi.review.cycles.queries.document import fingerprint_now, plan_document
from pingyi.review.cycles.services import PlanIncomplete, freeze_cycle, unfreeze_cycle
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW, make_actor, make_organisation, make_person

MEETING = services.MeetingPlan(name="第二场", held_at=NOW, ballot_mode="paper")


def freeze(world: PlanWorld) -> Cycle:
    return freeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle)


def test_a_whole_plan_is_frozen_with_author_time_and_fingerprint(world: PlanWorld) -> None:
    cycle = freeze(world)
    assert (cycle.state, cycle.frozen_at, cycle.frozen_by_id) == ("frozen", NOW, world.clerk.account_id)
    assert cycle.fingerprint == fingerprint_now(cycle)
    event = Event.objects.get(verb="cycle.frozen")
    assert (
        event.payload.body["fingerprint"] == fingerprint_of(event.payload.body["plan"]) == cycle.fingerprint
    )


def test_an_incomplete_plan_is_not_frozen_and_says_all_that_is_missing(world: PlanWorld) -> None:
    VoterClass.objects.filter(code="B").update(weight_numerator=None, weight_denominator=None)
    world.cycle.settings.all().delete()
    with pytest.raises(PlanIncomplete, match="还差2处") as told:
        freeze(world)
    assert [gap.code for gap in told.value.gaps] == ["classes.weights", "settings.months"]
    world.cycle.refresh_from_db()
    assert world.cycle.state == "draft"


def test_organisations_left_out_do_not_stop_freezing(world: PlanWorld) -> None:
    make_organisation(world.institution, parent=world.convenor)
    assert freeze(world).state == "frozen"


def test_a_second_click_is_told_and_leaves_one_event(world: PlanWorld) -> None:
    freeze(world)
    with pytest.raises(Refused, match="1月16日14:30封存"):
        freeze(world)
    assert Event.objects.filter(verb="cycle.frozen").count() == 1


def test_the_same_plan_frozen_again_has_the_same_fingerprint_and_a_changed_one_another(
    world: PlanWorld,
) -> None:
    first = freeze(world).fingerprint
    unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason="改会场")
    assert freeze(world).fingerprint == first
    unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason="加一个人")
    services.list_members(
        actor=world.clerk,
        now=NOW,
        voter_class=world.class_a,
        people=[make_person(world.institution)],
        source="逐个",
    )
    assert freeze(world).fingerprint != first


def test_the_document_holds_people_classes_weights_and_settings(world: PlanWorld) -> None:
    document = plan_document(world.cycle)
    (meeting,) = document["meetings"]
    assert meeting["chair"] == {"id": world.chair.pk, "name": "周明远", "title": ""}
    assert [(one["code"], one["weight"], len(one["members"])) for one in meeting["classes"]] == [
        ("A", "3/5", 6),
        ("B", "2/5", 7),
    ]
    assert document["settings"]["rectification_months"] == 6
    assert document["settings"]["report_min_problem_share"] == "1/3"
    assert [one["mode"] for one in meeting["reporters"]] == ["on_site", "written"]


VERBS: dict[str, Callable[[PlanWorld], object]] = {
    "rename": lambda w: services.rename_cycle(
        actor=w.clerk, now=NOW, cycle=w.cycle, name="另一个", year=2025
    ),
    "plan_meeting": lambda w: services.plan_meeting(actor=w.clerk, now=NOW, cycle=w.cycle, plan=MEETING),
    "change_meeting": lambda w: services.change_meeting(
        actor=w.clerk, now=NOW, meeting=w.meeting, plan=MEETING
    ),
    "remove_meeting": lambda w: services.remove_meeting(actor=w.clerk, now=NOW, meeting=w.meeting),
    "dates": lambda w: services.set_phase_dates(
        actor=w.clerk, now=NOW, cycle=w.cycle, dates=PhaseDates(), reports_due_at=None
    ),
    "settings": lambda w: services.change_settings(
        actor=w.clerk, now=NOW, cycle=w.cycle, typed={"threshold": "9"}
    ),
    "propose": lambda w: services.propose_reporters(actor=w.clerk, now=NOW, cycle=w.cycle, meeting=w.meeting),
    "roster": lambda w: services.save_roster(
        actor=w.clerk,
        now=NOW,
        cycle=w.cycle,
        lines={w.on_site.pk: services.RosterLine("written", is_voted_on=True)},
    ),
    "move_reporter": lambda w: services.move_reporter(actor=w.clerk, now=NOW, reporter=w.on_site, step=1),
    "add_reporter": lambda w: services.add_reporter(
        actor=w.clerk, now=NOW, meeting=w.meeting, organisation=w.convenor, person=w.chair, title_text="书记"
    ),
    "change_reporter": lambda w: services.change_reporter(
        actor=w.clerk, now=NOW, reporter=w.on_site, person=w.chair, title_text="书记", is_acting=False
    ),
    "order_reporters": lambda w: services.order_reporters(
        actor=w.clerk, now=NOW, meeting=w.meeting, wanted=[w.on_site.pk]
    ),
    "remove_reporter": lambda w: services.remove_reporter(actor=w.clerk, now=NOW, reporter=w.on_site),
    "add_class": lambda w: services.add_class(
        actor=w.clerk, now=NOW, meeting=w.meeting, plan=services.ClassPlan(name="甲")
    ),
    "change_class": lambda w: services.change_class(
        actor=w.clerk, now=NOW, voter_class=w.class_a, plan=services.ClassPlan(name="甲")
    ),
    "move_class": lambda w: services.move_class(actor=w.clerk, now=NOW, voter_class=w.class_a, step=1),
    "remove_class": lambda w: services.remove_class(actor=w.clerk, now=NOW, voter_class=w.class_a),
    "weights": lambda w: services.set_weights(
        actor=w.clerk, now=NOW, meeting=w.meeting, typed={w.class_a.pk: "1"}
    ),
    "equal_weights": lambda w: services.set_equal_weights(actor=w.clerk, now=NOW, meeting=w.meeting),
    "list": lambda w: services.list_members(
        actor=w.clerk, now=NOW, voter_class=w.class_a, people=[w.chair], source="逐个"
    ),
    "list_from_source": lambda w: services.list_from_source(
        actor=w.clerk, now=NOW, voter_class=w.class_a, source="reporters"
    ),
    "unlist": lambda w: services.unlist_members(
        actor=w.clerk, now=NOW, voter_class=w.class_a, listings=list(w.class_a.listings.all())
    ),
    "decide": lambda w: services.decide_class(
        actor=w.clerk, now=NOW, meeting=w.meeting, choices={w.on_site.person_id: w.class_b.pk}
    ),
    "merge": lambda w: services.merge_small_class(
        actor=w.clerk, now=NOW, voter_class=w.class_a, into=w.class_b, reason="少"
    ),
    "unmerge": lambda w: services.unmerge_class(actor=w.clerk, now=NOW, voter_class=w.class_a),
    "freeze": lambda w: services.freeze_cycle(actor=w.clerk, now=NOW, cycle=w.cycle),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_frozen_plan_refuses_every_change(world: PlanWorld, verb: str) -> None:
    freeze(world)
    before = plan_document(world.cycle)
    with pytest.raises(Refused, match="封存，没有改动") as told:
        VERBS[verb](world)
    assert told.value.code == "cycle.frozen"
    assert plan_document(Cycle.objects.get(pk=world.cycle.pk)) == before


@pytest.mark.parametrize("verb", VERBS)
def test_only_clerks_change_a_plan(world: PlanWorld, verb: str) -> None:
    leader = make_actor(world.institution, "leader", "scrutineer", "counter")
    before = plan_document(world.cycle)
    world.clerk = leader
    with pytest.raises(Forbidden):
        VERBS[verb](world)
    assert plan_document(Cycle.objects.get(pk=world.cycle.pk)) == before


# What begins a plan, opens a frozen one or goes through a verb of the table.
BEGINNINGS = {"start_cycle", "record_past_cycle", "unfreeze_cycle", "list_from_sheet", "hold_frozen"}
# A poll is frozen apart from the review: tests/review/appraisal/services/test_satisfaction_polls.py.
OF_POLLS = {"plan_poll", "change_poll", "drop_poll"}
# The plan of a vote on one matter is frozen when it is made: tests/review/ballots/test_vote_on_a_matter.py.
OF_VOTES = {"plan_vote", "drop_vote"}


def test_every_verb_that_changes_a_plan_is_in_the_table() -> None:
    changing = {name for name in services.__all__ if name[0].islower()}
    assert len(VERBS) == len(changing - BEGINNINGS - OF_POLLS - OF_VOTES)


def test_unfreezing_needs_a_reason_that_is_kept(world: PlanWorld) -> None:
    was = freeze(world).fingerprint
    with pytest.raises(Refused, match="写明为什么"):
        unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason=" ")
    cycle = unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason="漏了一个人")
    assert (cycle.state, cycle.fingerprint, cycle.frozen_at) == ("draft", "", None)
    assert Event.objects.get(verb="cycle.unfrozen").payload.body == {
        "reason": "漏了一个人",
        "fingerprint": was,
    }
    with pytest.raises(Refused, match="没有封存"):
        unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason="再来")


def test_once_a_vote_was_opened_the_plan_stays_frozen(world: PlanWorld) -> None:
    freeze(world)
    Voting.objects.create(
        institution=world.institution,
        meeting=world.meeting,
        mode="code",
        state="open",
        public_key="0123456789ABCDEF",
        opened_at=NOW,
        opened_by_id=world.clerk.account_id,
    )
    with pytest.raises(Refused, match="不能再解封"):
        unfreeze_cycle(actor=world.clerk, now=NOW, cycle=world.cycle, reason="漏了一个人")
    world.cycle.refresh_from_db()
    assert world.cycle.state == "frozen"


def test_steps_that_build_upon_a_fixed_plan_wait_for_freezing(world: PlanWorld) -> None:
    with pytest.raises(Refused, match="先在“封存方案”页封存"):
        services.hold_frozen(world.cycle.pk)
    freeze(world)
    assert services.hold_frozen(world.cycle.pk) == world.cycle
