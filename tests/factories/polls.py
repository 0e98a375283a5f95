"""Satisfaction polls on the rectification of a review, for tests. They are begun by their own verb."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django_scopes import scope, scopes_disabled

from pingyi.review.appraisal.services import start_poll
from pingyi.review.ballots.services.close_voting import close_voting
from pingyi.review.ballots.services.count_boxes import count_boxes
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting, VoterClass
from pingyi.review.cycles.services import MeetingPlan, freeze_cycle
from tests.factories.ballots import Hall, cast, hand_in_accounts, open_hall
from tests.factories.played_once import played_once
from tests.factories.rectification import Office, make_office, planned
from tests.factories.world import NOW, make_actor

POLL_DAY = NOW + timedelta(days=200)
NAME = "2025年度述职评议整改满意度测评"


@played_once
def make_mended_office(*, voters: int = 6, **more: Any) -> Office:
    """A review after its meeting; the first organisation has a problem with a task. Classes 甲 and 乙."""
    office = make_office(voters=voters, **more)
    planned(office)
    return office


def poll_plan(*, mode: str = "code", name: str = NAME, held_at: datetime = POLL_DAY) -> MeetingPlan:
    return MeetingPlan(name=name, held_at=held_at, ballot_mode=mode)


def make_poll(office: Office, *, mode: str = "code", organisations: Collection[int] | None = None) -> Cycle:
    """A draft poll about the first organisation, or these."""
    with scope(institution=office.institution):
        return start_poll(
            actor=office.clerk,
            now=NOW,
            review=office.cycle,
            plan=poll_plan(mode=mode),
            organisation_ids={office.organisation.pk} if organisations is None else organisations,
        )


def poll_hall(office: Office, poll: Cycle) -> Hall:
    """The frozen poll as the ballot's tests know a hall, with everybody who works on it."""
    with scope(institution=office.institution):
        freeze_cycle(actor=office.clerk, now=NOW, cycle=poll)
    with scopes_disabled():
        meeting = ReviewMeeting.objects.select_related("cycle").get(cycle=poll)
        return Hall(
            institution=office.institution,
            meeting=meeting,
            reporters=list(Reporter.objects.filter(meeting=meeting).order_by("order")),
            classes=list(VoterClass.objects.filter(meeting=meeting).order_by("order")),
            clerk=office.clerk,
            scrutineer=make_actor(office.institution, "scrutineer"),
            counter=make_actor(office.institution, "counter"),
            second_counter=make_actor(office.institution, "counter"),
            leader=office.leader,
        )


def vote_and_count(hall: Hall, answers: Mapping[str, list[str]]) -> Hall:
    """Everybody answers by phone, class by class with these answers about all organisations; then it is counted.

    Needs a database outside of a transaction: the closing cleans up.
    """
    open_hall(hall)
    for code, given in answers.items():
        for slip, answer in zip(hall.codes[code], given, strict=False):
            cast(hall, slip, hall.ballot(answer))
    close_voting(actor=hall.scrutineer, now=POLL_DAY, voting=hall.voting)
    hand_in_accounts(hall, {code: len(given) for code, given in answers.items()})
    count_boxes(actor=hall.counter, now=POLL_DAY, voting=hall.reload())
    hall.reload()
    return hall
