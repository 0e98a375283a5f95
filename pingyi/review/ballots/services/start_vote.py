from datetime import datetime

from django.db import transaction

from pingyi.organisations.actor import Actor
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.services import Matter, plan_vote
from pingyi.review.meetings.queries import agenda_of
from pingyi.review.meetings.services import open_sitting, record_arrival, start_item


@transaction.atomic
def start_vote(*, actor: Actor, now: datetime, matter: Matter) -> Voting:
    """Prepare the secret vote on one matter: its plan, its hall with the voters ticked as present, its box.

    The meeting is under way and knows who is there, so nobody is ticked a second time by hand. A second call gives the
    voting that is there. Slips or forms are printed next, then a scrutineer opens. Records vote.planned and what the
    steps record.
    """
    meeting = plan_vote(actor=actor, now=now, matter=matter)
    voting: Voting | None = Voting.objects.filter(meeting=meeting).first()
    if voting is not None:
        return voting
    _open_hall(actor, now, meeting, matter)
    return set_up_voting(actor=actor, now=now, meeting=meeting)


def _open_hall(actor: Actor, now: datetime, meeting: ReviewMeeting, matter: Matter) -> None:
    sitting = open_sitting(actor=actor, now=now, meeting=meeting)
    for person in matter.voters:
        record_arrival(actor=actor, now=now, sitting=sitting, person=person)
    start_item(actor=actor, now=now, item=agenda_of(sitting)[0])
