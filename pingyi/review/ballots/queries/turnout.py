"""How many ballots there are. While a voting is open only the total may be told, and only in steps of ten."""

from collections import Counter

from django.db.models import Count, Q

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.ballots.domain.states import SlipState, VotingState
from pingyi.review.ballots.domain.turnout import in_steps
from pingyi.review.ballots.models import Box, PaperForm, PaperTotal, Slip, Voting


def total_in_steps(voting: Voting) -> int:
    """Ballots that came by phone, rounded down to tens: for the hall screen and the office while the voting is open."""
    return in_steps(Slip.objects.filter(box__voting=voting, state=SlipState.USED).count())


def ballots_by_box(voting: Voting) -> dict[int, int]:
    """Ballots in each box (box id), phone and paper together. Only after closing."""
    if voting.state in {VotingState.PREPARED, VotingState.OPEN}:
        message = Words("投票还没有结束，各类投了几张要等结束后才能看。")
        raise Refused(message, code="voting.turnout_before_closing")
    return phone_ballots(voting) + paper_ballots(voting)


def phone_ballots(voting: Voting) -> Counter[int]:
    """Ballots sent by phone per box; none for a class that voted again on paper."""
    used = Count("slips", filter=Q(slips__state=SlipState.USED))
    boxes = Box.objects.filter(voting=voting, revoted_at__isnull=True).annotate(used=used)
    return Counter(dict(boxes.values_list("pk", "used")))


def paper_ballots(voting: Voting) -> Counter[int]:
    """Paper forms per box: those in double entry, or their number once they are counted."""
    entered = PaperForm.objects.filter(box__voting=voting).values_list("box").annotate(Count("pk"))
    counted = PaperTotal.objects.filter(box__voting=voting).values_list("box", "forms")
    return Counter(dict(entered)) + Counter(dict(counted))


def small_boxes(voting: Voting, threshold: int) -> list[Box]:
    """Boxes with fewer ballots than the threshold, in the order of the classes: names, never figures."""
    ballots = phone_ballots(voting) + paper_ballots(voting)
    boxes = Box.objects.filter(voting=voting).select_related("voter_class").order_by("voter_class__order")
    return [box for box in boxes if ballots[box.pk] < threshold]
