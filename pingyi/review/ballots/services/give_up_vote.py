from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Slip, Voting
from pingyi.review.ballots.queries.votes import vote_about
from pingyi.review.ballots.rules import may_prepare_voting
from pingyi.review.cycles.services import drop_vote
from pingyi.review.meetings.models import Sitting


@transaction.atomic
def give_up_vote(*, actor: Actor, now: datetime, about: str, reason: str) -> bool:
    """End a vote that gave no counts. True: nothing is left of it, it may be prepared anew; False: it was held, and its
    box stays unopened for good.

    Refused while people vote, until the scrutineer has decided about the box, and once there are counts. Giving up what
    is not there changes nothing. Records vote.dropped where it was only prepared.
    """
    standing = vote_about(about)
    if standing is None:
        return True
    if not may_prepare_voting(actor, standing.voting):
        raise Forbidden(Words("票箱由经办人撤。"))
    voting = (
        Voting.objects.select_for_update(of=("self",))
        .select_related("meeting__cycle")
        .filter(pk=standing.voting.pk)
        .first()
    )
    if voting is None:
        return True
    if voting.state == VotingState.PREPARED:
        _take_away(voting)
        drop_vote(actor=actor, now=now, vote=voting.meeting.cycle, reason=reason)
        return True
    if voting.state != VotingState.COUNTED:
        raise Refused(
            Words(
                "投票已经开始过，现在撤不了。由监票人宣布结束；账不成立的，由监票人定不开这个箱，计票以后再改用别的办法。"
            ),
            code="vote.under_way",
        )
    counted = vote_about(about)
    if counted is not None and counted.counts is not None:
        raise Refused(Words("已经计票，票数就是表决的结果，不能撤。"), code="vote.counted")
    return False


def _take_away(voting: Voting) -> None:
    """Slips of a vote that never opened were never used."""
    Slip.objects.filter(box__voting=voting).delete()
    Box.objects.filter(voting=voting).delete()
    meeting = voting.meeting_id
    voting.delete()
    Sitting.objects.filter(meeting=meeting).delete()
