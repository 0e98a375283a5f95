"""Why a slip is turned away, in words for the one who holds it. Nothing is changed by being turned away."""

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.review.ballots.domain.states import SlipState, VotingState
from pingyi.review.ballots.models import Slip, Voting

ASK_A_PERSON = Words("请举手，找监票人。")


def require_unused(slip: Slip | None, voting: Voting) -> Slip:
    """The slip, if it is an unused one of this meeting; refuses an unknown, foreign, void or used one."""
    if slip is None:
        message = Words("没有这个票条码。对一对票条上的字，再输一次；还不行，举手换一张。")
        raise Refused(message, code="slip.unknown")
    if slip.box.voting_id != voting.pk:
        message = Words("这张票条是另一场会的，在这里用不了。{ask_a_person}", ask_a_person=ASK_A_PERSON)
        raise Refused(message, code="slip.elsewhere")
    if slip.state == SlipState.VOID:
        raise Refused(
            Words("这张票条已经作废，用不了。{ask_a_person}", ask_a_person=ASK_A_PERSON), code="slip.void"
        )
    if slip.state == SlipState.USED:
        message = Words("这张票条投过了，箱里有它的一张票。一张票条只能投一次，投出后不能改。")
        raise Refused(message, code="slip.used")
    return slip


def require_open(voting: Voting) -> None:
    """Refuses before the opening and after the closing."""
    if voting.state == VotingState.PREPARED:
        message = Words("投票还没有开始，票没有投出。等主持人宣布开始，再投一次。")
        raise Refused(message, code="voting.not_open")
    require_not_late(voting)


def require_not_late(voting: Voting) -> None:
    """Refuses after the closing."""
    if voting.state in {VotingState.CLOSED, VotingState.COUNTED}:
        ended = voting.closed_at.astimezone(PEOPLE_ZONE).strftime("%H:%M") if voting.closed_at else ""
        message = Words(
            "{ended}宣布结束，票箱已封，这张票条没有投进票。如果您刚才在投，请马上举手。", ended=ended
        )
        raise Refused(message, code="voting.closed")
