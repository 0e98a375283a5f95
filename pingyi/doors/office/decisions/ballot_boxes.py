"""The ballot boxes of the review, as decisions see them. Only doors know both."""

from datetime import datetime
from typing import TYPE_CHECKING

from pingyi.doors.office.ballots.matters import about_item
from pingyi.ledgers.decisions.domain.votes import Tally, VoteForm
from pingyi.ledgers.decisions.services import BoxCount, Vote, VoteCall
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.queries.votes import VoteStanding
from pingyi.review.ballots.services import give_up_vote, start_vote
from pingyi.review.cycles.services import Matter

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import AgendaItem


class ReviewBoxes:
    """Holds the secret vote of an item as a small plan of its own (docs/adr/0013)."""

    def begin(self, actor: Actor, now: datetime, call: VoteCall) -> None:
        start_vote(
            actor=actor,
            now=now,
            matter=Matter(
                about=about_item(call.item.pk),
                title=call.item.topic.title,
                convenor=call.meeting.organisation,
                chair=call.meeting.chair,
                held_at=call.meeting.held_at,
                place=call.meeting.place,
                ballot_mode=call.mode,
                voters=call.voters,
            ),
        )

    def give_up(self, actor: Actor, now: datetime, item: "AgendaItem", reason: str) -> bool:
        return give_up_vote(actor=actor, now=now, about=about_item(item.pk), reason=reason)


BOXES = ReviewBoxes()


def vote_of(standing: VoteStanding) -> Vote | None:
    """What the counted box says, as the vote of its item; None while it says nothing."""
    counts = standing.counts
    if counts is None:
        return None
    return Vote(
        VoteForm.SECRET,
        Tally(counts.good, counts.poor, counts.unknown),
        counted_by_box=BoxCount(standing.voting.plan_fingerprint, counts.issued, counts.returned),
    )
