"""Mode paper 纸质: printed forms in a real box, typed twice after closing."""

from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.review.ballots.box import BallotState, Payload, Receipt, SlipProof
from pingyi.review.ballots.boxes.arrange import arrange_boxes
from pingyi.review.ballots.domain.balance import Balance
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.queries.balance import balances_of
from pingyi.review.ballots.queries.counts import counts_in_boxes


class PaperBox:
    """Nothing is cast into the machine: forms come in by double entry (services enter_paper_form, count_boxes)."""

    def __init__(self, voting: Voting) -> None:
        self.voting = voting

    def set_up(self) -> None:
        arrange_boxes(self.voting)

    def open(self) -> None:
        missing = Box.objects.filter(voting=self.voting, forms_printed=0).order_by("voter_class__order")
        names = [box.voter_class.name for box in missing.select_related("voter_class")]
        if names:
            message = Words(
                "还没有记下测评表印了几张：{names}。请经办人印好、填上张数，再宣布开始。", names=listed(names)
            )
            raise Refused(message, code="voting.forms_missing")

    def cast(self, proof: SlipProof, payload: Payload, replaces: Receipt | None = None) -> Receipt:
        message = Words("这次用纸质测评表，手机上不收票。请把填好的表投进票箱。")
        raise Refused(message, code="voting.paper_only")

    def state(self, tracker: Receipt) -> BallotState:
        """A paper form has no receipt."""
        return BallotState.NOT_IN_BOX

    def close(self) -> dict[str, Balance | None]:
        return {account.code: account.balance for account in balances_of(self.voting)}

    def count(self) -> dict[int, dict[str, Counts]]:
        return counts_in_boxes(self.voting)
