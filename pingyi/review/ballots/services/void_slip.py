"""Make a slip void before it is used."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.boxes.code import find_slip
from pingyi.review.ballots.boxes.slip_refusals import require_unused
from pingyi.review.ballots.domain.codes import read_code
from pingyi.review.ballots.domain.states import SlipState, VotingState
from pingyi.review.ballots.models import Slip, Voting
from pingyi.review.ballots.rules import may_direct_voting


@transaction.atomic
def void_slip(*, actor: Actor, now: datetime, voting: Voting, code: str) -> None:
    """The slip with this typed code takes no ballot any more. A used slip stays as it is: its ballot cannot be found.

    Before: not closed yet, the slip is unused. Records slip.voided with the class, without the slip.
    """
    if not may_direct_voting(actor, voting):
        raise Forbidden(Words("作废票条由监票人来办。"))
    # As it is now and held: a page may be older than the closing. Casting does not wait for this row.
    voting = Voting.objects.select_for_update().get(pk=voting.pk)
    if voting.state not in {VotingState.PREPARED, VotingState.OPEN}:
        raise Refused(Words("投票已经结束，没投的票条都用不了了，不用再作废。"), code="voting.closed")
    slip = find_slip(read_code(code) or "")
    if slip is None or slip.box.voting_id != voting.pk:
        slip = require_unused(slip, voting)
    if not Slip.objects.filter(pk=slip.pk, state=SlipState.UNUSED).update(state=SlipState.VOID):
        _refuse_late(Slip.objects.get(pk=slip.pk))
    record_event(
        institution_id=voting.institution_id,
        verb="slip.voided",
        actor_id=actor.account_id,
        subject=slip.box,
        now=now,
        payload={},
    )


def _refuse_late(slip: Slip) -> None:
    if slip.state == SlipState.VOID:
        raise Refused(Words("这张票条先前已经作废。"), code="slip.void", field="code")
    message = Words(
        "这张票条已经投过，作废不了：票进箱以后和票条分开了，找不出是哪一张，也撤不出来。如果不是本人投的，请在会议记录里写明。"
    )
    raise Refused(message, code="slip.used", field="code")
