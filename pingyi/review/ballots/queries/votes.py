"""Secret votes on single matters, found by what they are about. What they are about is for those who asked to read."""

from collections.abc import Collection
from dataclasses import dataclass

from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.queries.counts import count_voting


@dataclass(frozen=True)
class VoteStanding:
    """How far a vote is. `failure` says why its box was not opened; a vote has counts, or a failure, or neither yet."""

    voting: Voting
    failure: str

    @property
    def state(self) -> VotingState:
        return VotingState(self.voting.state)

    @property
    def has_counts(self) -> bool:
        return self.state is VotingState.COUNTED and not self.failure

    @property
    def counts(self) -> Counts | None:
        """What the box says of the one matter: good is yes, poor is no, unknown abstains. Six queries."""
        if not self.has_counts:
            return None
        ((counts,),) = (tuple(by_class.values()) for by_class in count_voting(self.voting).values())
        return counts


def votes_about(abouts: Collection[str]) -> dict[str, VoteStanding]:
    """By what they are about; those that nobody prepared are left out. One query."""
    rows = Box.objects.filter(voting__meeting__cycle__about__in=[one for one in abouts if one])
    boxes = rows.select_related("voting__meeting__cycle", "voting__meeting__sitting")
    return {
        box.voting.meeting.cycle.about: VoteStanding(
            box.voting, box.small_reason if box.small_decision == Box.SmallDecision.UNOPENED else ""
        )
        for box in boxes
    }


def vote_about(about: str) -> VoteStanding | None:
    """The vote on this matter, None while nobody prepared one. One query."""
    return votes_about([about]).get(about)


def votes_of_institution() -> list[Voting]:
    """All votes in scope that are not counted, with their meetings, the newest first. One query."""
    rows = Voting.objects.exclude(meeting__cycle__about="").exclude(state=VotingState.COUNTED)
    return list(rows.select_related("meeting__cycle__convenor").order_by("-meeting__held_at", "-pk"))
