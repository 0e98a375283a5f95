"""The receipt words of a closed box, so that every voter can see that her ballot is in."""

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.ballots.domain.receipt import receipt_word
from pingyi.review.ballots.domain.states import SlipState, VotingState
from pingyi.review.ballots.models import Box, Slip, Voting


def receipt_words(voting: Voting) -> list[tuple[Box, list[str]]]:
    """Each box with its words in the order of the alphabet. Refuses before closing: the list would grow one by one."""
    if voting.state in {VotingState.PREPARED, VotingState.OPEN}:
        raise Refused(Words("投票结束以后才有核对码清单。"), code="voting.not_closed")
    boxes = Box.objects.filter(voting=voting, revoted_at__isnull=True)
    words: dict[int, list[str]] = {}
    used = Slip.objects.filter(box__in=boxes, state=SlipState.USED)
    for box_id, digest in used.values_list("box", "cast_digest"):
        words.setdefault(box_id, []).append(receipt_word(digest))
    return [
        (box, sorted(words.get(box.pk, [])))
        for box in boxes.select_related("voter_class").order_by("voter_class__order")
    ]
