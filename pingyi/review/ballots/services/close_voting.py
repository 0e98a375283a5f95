"""Close the voting."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.boxes import box_of
from pingyi.review.ballots.boxes.gate import shut_gate
from pingyi.review.ballots.domain.balance import Balance
from pingyi.review.ballots.domain.states import VotingState, may_follow
from pingyi.review.ballots.models import Voting
from pingyi.review.ballots.queries.turnout import small_boxes
from pingyi.review.ballots.rules import may_direct_voting
from pingyi.review.ballots.services.clean_up import clean_up
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.queries import settings_of


def close_voting(
    *, actor: Actor, now: datetime, voting: Voting, accepts_small: bool = False
) -> dict[str, Balance | None]:
    """Nothing more goes in; then the clean-up runs. Paper forms are typed after this, and the count comes last.

    In mode code a class with fewer ballots than the threshold makes it refuse until `accepts_small`: the meeting may
    rather wait. After a crash between the closing and the end of the clean-up, `clean_up` finishes it. Records
    voting.closed. Returns the account per class as far as people have counted.
    """
    if not may_direct_voting(actor, voting):
        raise Forbidden(Words("宣布结束由监票人来按。"))
    with transaction.atomic():
        shut_gate(voting)
        voting = Voting.objects.select_for_update().select_related("meeting__cycle").get(pk=voting.pk)
        if not may_follow(VotingState(voting.state), VotingState.CLOSED):
            words = (
                Words("投票还没有开始。")
                if voting.state == VotingState.PREPARED
                else Words("投票已经结束了。")
            )
            raise Refused(words, code="voting.not_open")
        if not accepts_small:
            _offer_to_wait(voting)
        voting.state, voting.cleaned_at = VotingState.CLOSED, None
        voting.closed_at, voting.closed_by_id = now, actor.account_id
        voting.save(update_fields=["state", "cleaned_at", "closed_at", "closed_by"])
        record_event(
            institution_id=voting.institution_id,
            verb="voting.closed",
            actor_id=actor.account_id,
            subject=voting,
            now=now,
            payload={},
        )
        announce(f"voting:{voting.meeting_id}")
    clean_up(actor=actor, now=now, voting=voting)
    return box_of(voting).close()


def _offer_to_wait(voting: Voting) -> None:
    """Names of classes only: how many ballots each has is nobody's business before the closing."""
    if voting.mode != ReviewMeeting.BallotMode.CODE:
        return
    threshold = settings_of(voting.meeting.cycle).threshold
    names = listed(box.voter_class.name for box in small_boxes(voting, threshold))
    if names:
        message = Words(
            "{names}：收到的票还不足{threshold}张，单独开箱可能看出谁投了什么。可以再等等；也可以现在结束，让这一类用纸质票重投，或者不开这个箱。",
            names=names,
            threshold=threshold,
        )
        raise Refused(message, code="voting.small_box", field="accepts_small")
