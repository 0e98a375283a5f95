"""What people counted by hand: recorded by one, confirmed by another."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words, listed
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.balance import Balance, HandFigures, Verdict
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, HandCount, Voting
from pingyi.review.ballots.queries.balance import balances_of
from pingyi.review.ballots.rules import may_check_hand_count, may_enter_paper


@transaction.atomic
def record_hand_count(*, actor: Actor, now: datetime, box: Box, figures: HandFigures) -> HandCount:
    """Keeps the figures of one class; earlier ones are replaced and must be confirmed anew.

    Before: the voting is closed and not counted yet. Records hand_count.recorded.
    """
    if not may_enter_paper(actor, box):
        raise Forbidden(Words("手点的张数由计票人录。"))
    voting = closed_voting(box)
    hand: HandCount = HandCount.objects.update_or_create(
        box=box,
        defaults={
            "institution_id": box.institution_id,
            "handed_out": figures.handed_out,
            "left_over": figures.left_over,
            "returned_unused": figures.returned_unused,
            "spoiled": figures.spoiled,
            "exchanged": figures.exchanged,
            "counted_by_id": actor.account_id,
            "checked_by": None,
            "difference_note": "",
        },
    )[0]
    record_event(
        institution_id=box.institution_id,
        verb="hand_count.recorded",
        actor_id=actor.account_id,
        subject=box,
        now=now,
        payload={"handed_out": figures.handed_out, "left_over": figures.left_over},
    )
    announce(f"voting:{voting.meeting_id}")
    return hand


@transaction.atomic
def check_hand_count(*, actor: Actor, now: datetime, box: Box, difference_note: str = "") -> HandCount:
    """A second person confirms the account of one class. Where a line differs she says why.

    More ballots than were handed out cannot be confirmed. Records hand_count.checked.
    """
    if not may_check_hand_count(actor, box):
        raise Forbidden(Words("票数账由监票人或另一位计票人核对。"))
    voting = closed_voting(box)
    account = next(one for one in balances_of(voting) if one.box.pk == box.pk)
    if account.hand is None or account.balance is None:
        raise Refused(Words("这一类还没有录手点的张数，先录再核对。"), code="hand_count.missing")
    if account.hand.counted_by_id == actor.account_id:
        message = Words("这一类的张数是您录的，要由另一位核对。")
        raise Refused(message, code="hand_count.same_person")
    note = difference_note.strip()
    _refuse_unexplained(account.balance, note)
    hand = account.hand
    hand.checked_by_id, hand.difference_note = actor.account_id, note
    hand.save(update_fields=["checked_by", "difference_note"])
    record_event(
        institution_id=box.institution_id,
        verb="hand_count.checked",
        actor_id=actor.account_id,
        subject=box,
        now=now,
        payload={"balanced": account.balance.is_balanced, "note": note},
    )
    announce(f"voting:{voting.meeting_id}")
    return hand


def unconfirm(box: Box) -> None:
    """Something that the account rests on has changed: it must be confirmed again."""
    HandCount.objects.filter(box=box, checked_by__isnull=False).update(checked_by=None)


def closed_voting(box: Box) -> Voting:
    """The box's voting, locked; refuses unless it is closed and not counted yet."""
    voting: Voting = Voting.objects.select_for_update().select_related("meeting").get(pk=box.voting_id)
    if voting.state in {VotingState.PREPARED, VotingState.OPEN}:
        message = Words("投票还没有结束。监票人宣布结束以后，再点票、录票。")
        raise Refused(message, code="voting.not_closed")
    if voting.state == VotingState.COUNTED:
        raise Refused(Words("已经计票，票数账不能再改。"), code="voting.counted")
    return voting


def _refuse_unexplained(balance: Balance, note: str) -> None:
    if not balance.is_possible:
        message = Words(
            "收回的票多于发出的，这一类的账不能成立。先重点一遍；确实多出，这一类作废，用纸质票重投。"
        )
        raise Refused(message, code="balance.impossible")
    differing = [line.number for line in balance.lines if line.verdict is Verdict.DIFFERS]
    if differing and not note:
        numbers = listed(Words("第{number}行", number=number) for number in differing)
        message = Words(
            "{numbers}对不上。先重点一遍；还是对不上，写明原因再确认，点出的数不改。", numbers=numbers
        )
        raise Refused(message, code="balance.differs", field="difference_note")
