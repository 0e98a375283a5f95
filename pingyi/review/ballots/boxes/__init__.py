"""The kinds of ballot box."""

from pingyi.review.ballots.box import BallotBox
from pingyi.review.ballots.boxes.code import CodeBox
from pingyi.review.ballots.boxes.paper import PaperBox
from pingyi.review.ballots.models import Voting
from pingyi.review.cycles.models import ReviewMeeting

_KINDS: dict[str, type[CodeBox] | type[PaperBox]] = {
    ReviewMeeting.BallotMode.CODE: CodeBox,
    ReviewMeeting.BallotMode.PAPER: PaperBox,
}


def box_of(voting: Voting) -> BallotBox:
    """The box in the voting's mode."""
    return _KINDS[voting.mode](voting)


__all__ = ["CodeBox", "PaperBox", "box_of"]
