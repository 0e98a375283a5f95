"""What to do with a class that has too few ballots, or more than were handed out."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.models import Answer, Box, HandCount, PaperForm, Voting
from pingyi.review.ballots.queries.balance import BoxAccount, balances_of
from pingyi.review.ballots.rules import may_direct_voting
from pingyi.review.ballots.services.clean_up import clean_up
from pingyi.review.ballots.services.hand_count import closed_voting
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.queries import settings_of


def revote_on_paper(*, actor: Actor, now: datetime, box: Box, reason: str) -> None:
    """The class votes again on paper: what it sent or filled in before is thrown away, unread.

    Before: closed, not counted, fewer ballots than the threshold or more than were handed out. After: the box is
    empty, no form is printed, no hand count recorded. Records box.revoted.
    """
    _require_scrutineer(actor, box)
    with transaction.atomic():
        voting = closed_voting(box)
        _refuse_sound(voting, box)
        Answer.objects.filter(box=box).delete()
        PaperForm.objects.filter(box=box).delete()
        HandCount.objects.filter(box=box).delete()
        box.forms_printed = 0
        box.revote_reason = _reason(reason)
        box.revoted_at, box.revoted_by_id = now, actor.account_id
        box.save(update_fields=["forms_printed", "revote_reason", "revoted_at", "revoted_by"])
        Voting.objects.filter(pk=voting.pk).update(cleaned_at=None)
        _record(box, actor, now, "box.revoted", {"reason": box.revote_reason})
    clean_up(actor=actor, now=now, voting=voting)


@transaction.atomic
def leave_unopened(*, actor: Actor, now: datetime, box: Box, reason: str) -> None:
    """The box is not opened: an empty category. Its ballots are destroyed at the count. Records box.left_unopened."""
    _require_scrutineer(actor, box)
    _refuse_sound(closed_voting(box), box)
    _decide(box, actor, now, Box.SmallDecision.UNOPENED, reason)
    _record(box, actor, now, "box.left_unopened", {"reason": box.small_reason})


@transaction.atomic
def count_small_box(*, actor: Actor, now: datetime, box: Box, reason: str) -> None:
    """A box with too few ballots is counted all the same: only paper, where counters see every form anyway.

    Records box.counted_small.
    """
    _require_scrutineer(actor, box)
    voting = closed_voting(box)
    account = _refuse_sound(voting, box)
    if voting.mode == ReviewMeeting.BallotMode.CODE and not box.revoted_at:
        message = Words("这一类是手机投的票，不足数不能直接开。先让这一类用纸质票重投，或者不开这个箱。")
        raise Refused(message, code="box.not_paper")
    if account.balance is not None and not account.balance.is_possible:
        raise Refused(
            Words("这一类收回的票多于发出的，不能开。请用纸质票重投，或者不开这个箱。"),
            code="balance.impossible",
        )
    _decide(box, actor, now, Box.SmallDecision.COUNT, reason)
    _record(box, actor, now, "box.counted_small", {"reason": box.small_reason})


def _require_scrutineer(actor: Actor, box: Box) -> None:
    if not may_direct_voting(actor, box):
        raise Forbidden(Words("票箱开不开、重不重投由监票人来办。"))


def _refuse_sound(voting: Voting, box: Box) -> BoxAccount:
    """These decisions are for boxes with a problem; any other box is counted."""
    account = next(one for one in balances_of(voting) if one.box.pk == box.pk)
    is_impossible = account.balance is not None and not account.balance.is_possible
    if account.ballots >= settings_of(voting.meeting.cycle).threshold and not is_impossible:
        raise Refused(Words("这一类的票够数，账也成立，照常计票。"), code="box.sound")
    return account


def _decide(box: Box, actor: Actor, now: datetime, decision: str, reason: str) -> None:
    box.small_decision, box.small_reason = decision, _reason(reason)
    box.small_decided_at, box.small_decided_by_id = now, actor.account_id
    box.save(update_fields=["small_decision", "small_reason", "small_decided_at", "small_decided_by"])


def _reason(reason: str) -> str:
    words = reason.strip()
    if not words:
        raise Refused(Words("写明原因，例如谁在场、谁同意。"), code="box.reason", field="reason")
    return words


def _record(box: Box, actor: Actor, now: datetime, verb: str, payload: dict[str, str]) -> None:
    record_event(
        institution_id=box.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=box,
        now=now,
        payload=payload,
    )
