"""After unfreezing, rows that later steps have built upon are not torn away from under them."""

import pytest

from pingyi.core.errors import Refused
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterClass, VoterListing
from pingyi.review.cycles.services import remove_class, remove_meeting, remove_reporter, unlist_members
from pingyi.review.meetings.models import AgendaItem, Attendance, Sitting
from tests.factories.plans import PlanWorld
from tests.factories.world import NOW


@pytest.fixture
def sitting(world: PlanWorld) -> Sitting:
    sitting: Sitting = Sitting.objects.create(
        institution=world.institution, meeting=world.meeting, hall_key="0123456789ABCDEF"
    )
    return sitting


def make_voting(world: PlanWorld) -> Voting:
    voting: Voting = Voting.objects.create(
        institution=world.institution, meeting=world.meeting, mode="paper", public_key="0123456789ABCDEF"
    )
    return voting


def test_somebody_ticked_at_the_desk_stays_on_the_list(world: PlanWorld, sitting: Sitting) -> None:
    listing = VoterListing.objects.filter(voter_class=world.class_a)[0]
    Attendance.objects.create(
        institution=world.institution, sitting=sitting, listing=listing, recorded_by_id=world.clerk.account_id
    )
    with pytest.raises(Refused, match="先撤销签到"):
        unlist_members(
            actor=world.clerk, now=NOW, voter_class=world.class_a, listings=list(world.class_a.listings.all())
        )
    assert VoterListing.objects.filter(voter_class=world.class_a).count() == 6


def test_a_class_with_a_box_stays(world: PlanWorld) -> None:
    Box.objects.create(institution=world.institution, voting=make_voting(world), voter_class=world.class_a)
    with pytest.raises(Refused, match="已经有签到或票箱"):
        remove_class(actor=world.clerk, now=NOW, voter_class=world.class_a)
    assert VoterClass.objects.filter(pk=world.class_a.pk).exists()


def test_a_meeting_with_a_ballot_stays(world: PlanWorld) -> None:
    make_voting(world)
    Reporter.objects.all().delete()
    with pytest.raises(Refused, match="已经有签到、票箱或抽签记录"):
        remove_meeting(actor=world.clerk, now=NOW, meeting=world.meeting)
    assert ReviewMeeting.objects.filter(pk=world.meeting.pk).exists()
    assert VoterClass.objects.filter(meeting=world.meeting).count() == 2


def test_a_reporter_on_the_agenda_stays(world: PlanWorld, sitting: Sitting) -> None:
    AgendaItem.objects.create(
        institution=world.institution,
        sitting=sitting,
        sequence=1,
        kind="report",
        reporter=world.on_site,
        title="述职",
    )
    with pytest.raises(Refused, match="已经排进议程"):
        remove_reporter(actor=world.clerk, now=NOW, reporter=world.on_site)
    assert Reporter.objects.filter(pk=world.on_site.pk).exists()
