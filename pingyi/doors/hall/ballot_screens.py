"""The screens of the ballot. While it is open one total in steps of ten; counts per class only after closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pingyi.doors.hall.qr import network_qr
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.queries.balance import balances_of
from pingyi.review.ballots.queries.turnout import total_in_steps
from pingyi.review.ballots.queries.votings import voting_of
from pingyi.review.cycles.queries import reporters_of, settings_of
from pingyi.review.meetings.queries.attendance import class_attendance

if TYPE_CHECKING:
    from pingyi.review.meetings.models import Sitting

PAPER = "paper"
NamedContent = tuple[str, dict[str, Any]]


def ballot_screen(sitting: Sitting) -> NamedContent:
    """What the hall sees while the ballot is the running item: getting ready, voting, closed, counted."""
    voting = voting_of(sitting.meeting)
    is_paper = sitting.meeting.ballot_mode == PAPER
    if voting is None or voting.state == VotingState.PREPARED:
        return "ballot-soon", _how(sitting)
    if voting.state == VotingState.OPEN:
        if is_paper:
            return "vote-paper", _how(sitting)
        present = sum(row.present for row in class_attendance(sitting.meeting))
        return "vote-code", {**_how(sitting), "received": total_in_steps(voting), "present": present}
    return counted_screen(sitting) or ("ballot-closed", {"rows": [] if is_paper else balances_of(voting)})


def counted_screen(sitting: Sitting) -> NamedContent | None:
    """Counting is done: the account of the papers as a whole, never what was in them."""
    voting = voting_of(sitting.meeting)
    if voting is None or voting.state != VotingState.COUNTED:
        return None
    accounts = balances_of(voting)
    hands = [account.hand for account in accounts if account.hand is not None]
    return "counted", {
        "handed_out": sum(hand.handed_out for hand in hands),
        "ballots": sum(account.ballots for account in accounts),
        "returned_unused": sum(hand.returned_unused for hand in hands),
        "spoiled": sum(hand.spoiled for hand in hands),
        "not_returned": sum(account.balance.not_returned for account in accounts if account.balance),
        "paper": sum(account.paper for account in accounts),
        "checked": sum(account.is_confirmed for account in accounts),
        "boxes": len(accounts),
        "decision_body": settings_of(sitting.meeting.cycle).decision_body,
    }


def _how(sitting: Sitting) -> dict[str, Any]:
    network = sitting.network_name
    return {
        "voted_on": sum(row.is_voted_on for row in reporters_of(sitting.meeting)),
        "network": network,
        "network_password": sitting.network_password,
        "network_qr": network_qr(network, sitting.network_password) if network else None,
        "is_paper": sitting.meeting.ballot_mode == PAPER,
        "fingerprint": sitting.meeting.cycle.fingerprint[:8],
    }
