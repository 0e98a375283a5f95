"""What each class is asked: the rows of its ballot and the rules, read from the frozen plan."""

from functools import lru_cache

from pingyi.review.ballots.domain.ballot_paper import BallotPaper
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.phrases import offered_grades
from pingyi.review.cycles.domain.settings import SelfVote
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.queries import own_rows, reporters_of, settings_of


def rows_of(voting: Voting) -> list[Reporter]:
    """The reporters on the ballot, in its order."""
    return [reporter for reporter in reporters_of(voting.meeting) if reporter.is_voted_on]


def paper_of(box: Box) -> BallotPaper:
    """The ballot paper of this box's class.

    The plan is frozen before a voting is set up; once it is open, a process reads it only once, because two hundred
    phones send within seconds.
    """
    if box.voting.state == VotingState.PREPARED:
        return _read(box)
    return _remembered(box.voting.public_key, box.pk)


@lru_cache(maxsize=512)
def _remembered(public_key: str, box_id: int) -> BallotPaper:
    """By the voting's random public key: a number of a row could mean another row one day."""
    boxes = Box.objects.select_related("voting__meeting__cycle", "voter_class")
    return _read(boxes.get(pk=box_id, voting__public_key=public_key))


def _read(box: Box) -> BallotPaper:
    settings = settings_of(box.voting.meeting.cycle)
    rows = tuple(reporter.pk for reporter in rows_of(box.voting))
    own = own_rows(box.voter_class) & set(rows) if settings.self_vote is SelfVote.EXCLUDE else set()
    return BallotPaper(
        rows=rows,
        own_rows=frozenset(own),
        has_unknown=settings.has_unknown_option,
        rules=settings.invalid_rules,
        offered=offered_grades(box.voting.meeting),
    )
