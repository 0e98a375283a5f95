"""Finding a voting."""

from django.db.models import Exists, OuterRef, Q
from django_scopes import scopes_disabled

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, PaperForm, Voting
from pingyi.review.cycles.models import Cycle, ReviewMeeting


def voting_of_key(public_key: str) -> Voting:
    """The voting behind an address of the phone door, whatever institution it belongs to."""
    with scopes_disabled():
        found: list[Voting] = list(Voting.objects.filter(public_key=public_key.upper()))
    if not found:
        message = Words("没有这次投票。地址可能抄错了，请扫票条上的二维码。")
        raise Missing(message, code="voting.unknown")
    return found[0]


def voting_of(meeting: ReviewMeeting) -> Voting | None:
    """The meeting's voting, None until it is set up."""
    found: Voting | None = Voting.objects.select_related("meeting__cycle").filter(meeting=meeting).first()
    return found


def counted_meetings(cycle: Cycle) -> set[int]:
    """The meetings of this review whose ballots are counted. One query."""
    counted = Voting.objects.filter(meeting__cycle=cycle, state=VotingState.COUNTED)
    return set(counted.values_list("meeting", flat=True))


def find_box(voting: Voting, box_id: int) -> Box:
    """A box of this voting, or a refusal in words."""
    box: Box | None = (
        Box.objects.select_related("voting__meeting__cycle", "voter_class")
        .filter(voting=voting, pk=box_id)
        .first()
    )
    if box is None:
        raise Missing(Words("没有这个票箱。票类可能刚并过，请回到“票条与投票”再进来。"), code="box.missing")
    return box


def votings_not_cleaned() -> list[Voting]:
    """Votings of all institutions that may not be copied now: open, or closed with the clean-up still to do, or with
    typed paper forms that the count has not yet turned into loose answers.

    For backups and snapshots: until then a copy of the database holds the order of the vote, or whole ballots.
    """
    with scopes_disabled():
        open_or_due = Q(state=VotingState.OPEN) | Q(
            state__in=[VotingState.CLOSED, VotingState.COUNTED], cleaned_at=None
        )
        typed = Exists(PaperForm.objects.filter(box__voting=OuterRef("pk")))
        found = Voting.objects.filter(open_or_due | Q(typed))
        return list(found.select_related("meeting", "institution").order_by("pk"))
