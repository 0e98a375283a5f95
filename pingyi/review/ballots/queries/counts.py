"""What the boxes say. Before the count nobody reads this: no leader, no administrator's page, no other service."""

from collections import Counter

from django.db.models import Count

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Answer, Box, HandCount, PaperTotal, Voting
from pingyi.review.ballots.queries.papers import rows_of
from pingyi.review.ballots.queries.turnout import phone_ballots


def count_voting(voting: Voting) -> dict[int, dict[str, Counts]]:
    """The result of a counted voting: reporter id → class code → counts. A box left unopened counts as nothing.

    Refuses in every earlier state, whoever asks.
    """
    if voting.state != VotingState.COUNTED:
        message = Words("还没有计票，结果谁也看不到。投票结束、票数账对上以后，由计票人计票。")
        raise Refused(message, code="voting.not_counted")
    return counts_in_boxes(voting)


def counts_in_boxes(voting: Voting) -> dict[int, dict[str, Counts]]:
    """Sums per reporter and class. Blank is what is left: ballots of the class less answers for the reporter."""
    boxes = Box.objects.filter(voting=voting).select_related("voter_class").order_by("voter_class__order")
    opened = [box for box in boxes if box.small_decision != Box.SmallDecision.UNOPENED]
    issued = {
        hand.box_id: hand.handed_out - hand.exchanged for hand in HandCount.objects.filter(box__in=opened)
    }
    forms = dict(PaperTotal.objects.filter(box__in=opened).values_list("box", "forms"))
    ballots = phone_ballots(voting) + Counter(forms)
    sums = _sums(voting)
    result: dict[int, dict[str, Counts]] = {}
    for reporter in rows_of(voting):
        result[reporter.pk] = {
            box.voter_class.code: _counts(
                {grade: sums[box.pk, reporter.pk, grade] for grade in BallotGrade},
                issued=issued.get(box.pk, 0),
                ballots=ballots[box.pk],
            )
            if box in opened
            else Counts()
            for box in boxes
        }
    return result


def _sums(voting: Voting) -> Counter[tuple[int, int, str]]:
    rows = (
        Answer.objects.filter(box__voting=voting)
        .values_list("box", "reporter", "grade")
        .annotate(Count("pk"))
    )
    return Counter({(box, reporter, grade): number for box, reporter, grade, number in rows})


def _counts(grades: dict[BallotGrade, int], *, issued: int, ballots: int) -> Counts:
    return Counts(
        issued=issued, blank=ballots - sum(grades.values()), **{g.value: n for g, n in grades.items()}
    )
