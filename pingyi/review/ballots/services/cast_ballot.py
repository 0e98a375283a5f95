"""Take one ballot from a phone. No actor, no event, no log, no hint."""

from collections.abc import Mapping

from django_scopes import scope

from pingyi.review.ballots.box import Receipt, SlipProof
from pingyi.review.ballots.boxes import box_of
from pingyi.review.ballots.domain.codes import read_code
from pingyi.review.ballots.domain.receipt import CastId
from pingyi.review.ballots.queries.votings import voting_of_key


def cast_ballot(*, public_key: str, code: str, cast_id: CastId, marks: Mapping[int, str]) -> Receipt:
    """The whole ballot is in the box when this returns, or nothing was changed.

    Before: the voting is open, the slip is of this meeting and unused, the ballot keeps the plan's rules. The same
    slip with the same cast id is acknowledged again and again, also after closing; it is written only once.
    """
    voting = voting_of_key(public_key)
    with scope(institution=voting.institution_id):
        return box_of(voting).cast(SlipProof(read_code(code) or "", cast_id), marks)
