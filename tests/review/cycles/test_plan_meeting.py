from dataclasses import replace
from datetime import date, timedelta

import pytest
from django_scopes import scopes_disabled

from pingyi.core.errors import Missing, Refused
from pingyi.review.cycles.domain.phases import PhaseDates
from pingyi.review.cycles.models import ReviewMeeting, VoterClass
from pingyi.review.cycles.services import (
    MeetingPlan,
    SeveralFaults,
    change_meeting,
    merge_small_class,
    plan_meeting,
    remove_meeting,
    set_phase_dates,
)
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW, make_meeting, make_person, make_voter_class

PLAN = MeetingPlan(name="第二场", held_at=NOW + timedelta(days=1), ballot_mode="paper", place="大礼堂")


def test_chair_and_commentator_may_be_two_people(world: PlanWorld) -> None:
    president = make_person(world.institution, "陈校长")
    plan = replace(PLAN, chair=president, chair_title="党委副书记、校长", commentator=world.chair)
    meeting = plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=plan)
    assert (meeting.sequence, meeting.chair, meeting.commentator) == (2, president, world.chair)


def test_one_person_may_chair_and_comment(world: PlanWorld) -> None:
    plan = replace(PLAN, chair=world.chair, commentator=world.chair)
    meeting = plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=plan)
    assert meeting.chair == meeting.commentator == world.chair


def test_a_second_click_plans_no_second_meeting(world: PlanWorld) -> None:
    plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=PLAN)
    with pytest.raises(Refused, match="没有再加") as told:
        plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=PLAN)
    assert told.value.code == "meeting.exists"
    assert ReviewMeeting.objects.filter(cycle=world.cycle).count() == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "会" * 121}, "name"),
        ({"ballot_mode": "sealed"}, "ballot_mode"),
        ({"held_at": NOW.replace(year=2062)}, "held_at"),
        ({"chair_title": "长" * 65}, "chair_title"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(world: PlanWorld, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as told:
        plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=replace(PLAN, **wrong))  # type: ignore[arg-type]
    assert told.value.field == field
    assert ReviewMeeting.objects.count() == 1


def test_a_meeting_can_be_changed_but_not_into_another_ones_name(world: PlanWorld) -> None:
    other = plan_meeting(actor=world.clerk, now=NOW, cycle=world.cycle, plan=PLAN)
    change_meeting(actor=world.clerk, now=NOW, meeting=other, plan=replace(PLAN, place="一号报告厅"))
    other.refresh_from_db()
    assert other.place == "一号报告厅"
    with pytest.raises(Refused, match="请换一个"):
        change_meeting(actor=world.clerk, now=NOW, meeting=other, plan=replace(PLAN, name=world.meeting.name))


def test_a_meeting_with_reporters_stays(world: PlanWorld) -> None:
    with pytest.raises(Refused, match="名册上还有2位"):
        remove_meeting(actor=world.clerk, now=NOW, meeting=world.meeting)
    assert ReviewMeeting.objects.filter(pk=world.meeting.pk).exists()


def test_an_empty_meeting_goes_with_its_classes_and_is_gone_for_a_colleague(world: PlanWorld) -> None:
    world.cycle.reporters.all().delete()
    small = make_voter_class(world.meeting, "C", 2, order=3)
    merge_small_class(actor=world.clerk, now=NOW, voter_class=small, into=world.class_a, reason="不足5人")
    remove_meeting(actor=world.clerk, now=NOW, meeting=world.meeting)
    assert not VoterClass.objects.filter(meeting=world.meeting.pk).exists()
    with pytest.raises(Missing, match="刚刚被同事撤掉"):
        change_meeting(actor=world.clerk, now=NOW, meeting=world.meeting, plan=PLAN)


def test_dates_are_saved_all_or_none(world: PlanWorld) -> None:
    wrong = PhaseDates(before_from=date(2026, 1, 5), before_to=date(2026, 1, 2), during_from=date(2062, 1, 1))
    with pytest.raises(SeveralFaults, match="共2处") as told:
        set_phase_dates(actor=world.clerk, now=NOW, cycle=world.cycle, dates=wrong, reports_due_at=None)
    assert told.value.faults.keys() == {"before_to", "during_from"}
    world.cycle.refresh_from_db()
    assert world.cycle.before_from == date(2025, 11, 10)
    right = PhaseDates(before_from=date(2025, 12, 1))
    set_phase_dates(actor=world.clerk, now=NOW, cycle=world.cycle, dates=right, reports_due_at=NOW)
    world.cycle.refresh_from_db()
    assert (world.cycle.before_from, world.cycle.before_to) == (date(2025, 12, 1), None)
    assert world.cycle.reports_due_at == NOW


def test_the_meeting_of_another_institution_is_not_there(world: PlanWorld) -> None:
    from tests.factories.plans import make_ready_plan

    foreign = make_ready_plan()
    with pytest.raises(Missing):
        change_meeting(actor=world.clerk, now=NOW, meeting=foreign.meeting, plan=PLAN)
    with scopes_disabled(), pytest.raises(Missing):
        change_meeting(actor=world.clerk, now=NOW, meeting=foreign.meeting, plan=PLAN)
    assert make_meeting(foreign.cycle).name != PLAN.name
