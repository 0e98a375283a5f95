"""Mode code 匿名码: one-time codes on slips, answers as single rows that nothing joins.

While the voting is open the administrator could watch (the ballot page says so). After closing and clean-up nothing
in the database links slip, order, time or address with an answer; docs/protocol/en/code-mode.md says how, and what
remains.
"""

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words, listed
from pingyi.review.ballots.box import BallotState, Payload, Receipt, SlipProof
from pingyi.review.ballots.boxes.answer_rows import insert_answers
from pingyi.review.ballots.boxes.arrange import arrange_boxes
from pingyi.review.ballots.boxes.gate import own_turn, pass_gate
from pingyi.review.ballots.boxes.slip_refusals import require_open, require_unused
from pingyi.review.ballots.domain.balance import Balance
from pingyi.review.ballots.domain.ballot_paper import check_ballot
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.ballots.domain.grades import BallotGrade
from pingyi.review.ballots.domain.receipt import cast_digest, receipt_word
from pingyi.review.ballots.domain.states import SlipState, VotingState
from pingyi.review.ballots.models import Box, Slip, Voting
from pingyi.review.ballots.queries.balance import balances_of
from pingyi.review.ballots.queries.counts import counts_in_boxes
from pingyi.review.ballots.queries.papers import paper_of
from pingyi.review.ballots.slip_codes import code_digest


class CodeBox:
    """Slips hold no answers, answers hold no slip."""

    def __init__(self, voting: Voting) -> None:
        self.voting = voting

    def set_up(self) -> None:
        arrange_boxes(self.voting)

    def open(self) -> None:
        missing = Box.objects.filter(voting=self.voting, slips_printed=0).order_by("voter_class__order")
        names = [box.voter_class.name for box in missing.select_related("voter_class")]
        if names:
            message = Words("还没有印票条：{names}。请经办人印好这几类，再开启投票。", names=listed(names))
            raise Refused(message, code="voting.slips_missing")

    def cast(self, proof: SlipProof, payload: Payload, replaces: Receipt | None = None) -> Receipt:
        """The hot path: no actor, no event, no log, no hint. One slip changes state and its answers are written."""
        if replaces is not None:
            raise Refused(Words("匿名码方式投出后不能改。"), code="ballot.no_revote")
        digest = cast_digest(proof.cast_id)
        found = find_slip(proof.code)
        if not _is_in_box(found, self.voting, digest):
            slip = require_unused(found, self.voting)
            require_open(self.voting)
            self._write(slip, digest, check_ballot(paper_of(slip.box), payload))
        return Receipt(receipt_word(digest))

    def _write(self, slip: Slip, digest: str, ballot: dict[int, BallotGrade]) -> None:
        """Exactly one of several devices with the same slip gets past the conditional update."""
        with own_turn(), transaction.atomic():
            pass_gate(self.voting)
            is_open = Voting.objects.filter(pk=self.voting.pk, state=VotingState.OPEN).exists()
            unused = Slip.objects.filter(pk=slip.pk, state=SlipState.UNUSED)
            if is_open and unused.update(state=SlipState.USED, cast_digest=digest):
                insert_answers(slip, ballot)
                return
        present = find_slip_again(slip)
        if not _is_in_box(present, self.voting, digest):
            require_unused(present, self.voting)
            require_open(Voting.objects.get(pk=self.voting.pk))

    def state(self, tracker: Receipt) -> BallotState:
        digests = Slip.objects.filter(box__voting=self.voting, state=SlipState.USED)
        words = {receipt_word(digest) for digest in digests.values_list("cast_digest", flat=True)}
        return BallotState.IN_BOX if tracker.word in words else BallotState.NOT_IN_BOX

    def close(self) -> dict[str, Balance | None]:
        return {account.code: account.balance for account in balances_of(self.voting)}

    def count(self) -> dict[int, dict[str, Counts]]:
        return counts_in_boxes(self.voting)


def find_slip(code: str) -> Slip | None:
    """The slip of this code in the institution in scope, with its box and voting."""
    return _slip_of(code_digest(code))


def find_slip_again(slip: Slip) -> Slip | None:
    """The same slip as it is now; the clean-up may have given its row a new key."""
    return _slip_of(slip.code_digest)


def _slip_of(digest: str) -> Slip | None:
    found: list[Slip] = list(Slip.objects.select_related("box__voting").filter(code_digest=digest))
    return found[0] if found else None


def _is_in_box(slip: Slip | None, voting: Voting, digest: str) -> bool:
    """Whether this very cast is already in the box: then it is acknowledged again, also after closing."""
    if slip is None or slip.box.voting_id != voting.pk:
        return False
    return bool(slip.state == SlipState.USED and slip.cast_digest == digest)
