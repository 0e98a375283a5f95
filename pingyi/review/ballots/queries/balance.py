"""The account of the papers, class by class, and what still keeps a box from the count."""

from dataclasses import dataclass

from pingyi.review.ballots.domain.balance import Balance, HandFigures, balance
from pingyi.review.ballots.models import Box, HandCount, Voting
from pingyi.review.ballots.queries.turnout import paper_ballots, phone_ballots
from pingyi.review.meetings.queries import attendance_by_class


@dataclass(frozen=True)
class BoxAccount:
    """One class's papers. `balance` is None until people have counted by hand."""

    box: Box
    printed: int
    attendance: int
    phone: int
    paper: int
    hand: HandCount | None
    balance: Balance | None

    @property
    def code(self) -> str:
        return str(self.box.voter_class.code)

    @property
    def ballots(self) -> int:
        return self.phone + self.paper

    @property
    def is_confirmed(self) -> bool:
        """A second person has checked the hand count, with a reason where a line differs."""
        return self.hand is not None and self.hand.checked_by_id is not None


def balances_of(voting: Voting) -> list[BoxAccount]:
    """The accounts of all boxes in the order of the classes."""
    boxes = list(
        Box.objects.filter(voting=voting).select_related("voter_class").order_by("voter_class__order")
    )
    hands = {
        hand.box_id: hand
        for hand in HandCount.objects.filter(box__in=boxes).select_related("counted_by", "checked_by")
    }
    present = attendance_by_class(voting.meeting)
    phone, paper = phone_ballots(voting), paper_ballots(voting)
    return [
        _account(box, present.get(box.voter_class_id, 0), phone[box.pk], paper[box.pk], hands.get(box.pk))
        for box in boxes
    ]


def printed_of(box: Box) -> int:
    """Papers that could be handed out. A class that votes again on paper begins with its forms alone."""
    return int(box.forms_printed if box.revoted_at else box.slips_printed + box.forms_printed)


def figures_of(hand: HandCount) -> HandFigures:
    return HandFigures(
        handed_out=hand.handed_out,
        left_over=hand.left_over,
        returned_unused=hand.returned_unused,
        spoiled=hand.spoiled,
        exchanged=hand.exchanged,
    )


def _account(box: Box, attendance: int, phone: int, paper: int, hand: HandCount | None) -> BoxAccount:
    printed = printed_of(box)
    lines = None
    if hand is not None:
        lines = balance(printed=printed, hand=figures_of(hand), attendance=attendance, ballots=phone + paper)
    return BoxAccount(box, printed, attendance, phone, paper, hand, lines)
