"""Prepare the ballot of a meeting from its frozen plan."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.ids import random_code
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.boxes import box_of
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.queries.papers import rows_of
from pingyi.review.ballots.rules import may_prepare_voting
from pingyi.review.cycles.models import Cycle, ReviewMeeting

PUBLIC_KEY_LENGTH = 8


@transaction.atomic
def set_up_voting(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> Voting:
    """One box for each class that stands alone, in the meeting's mode. May be repeated until the voting is open.

    Before: the plan is frozen, somebody is voted on, there is at least one class. If the plan was changed since the
    last time, forms count as not printed. Records voting.set_up.
    """
    if not may_prepare_voting(actor, meeting):
        raise Forbidden(Words("票箱由经办人准备。"))
    # Held until the end: two clerks prepare one after the other, and nobody unfreezes the plan meanwhile.
    cycle = Cycle.objects.select_for_update().get(pk=meeting.cycle_id)
    if cycle.state != Cycle.State.FROZEN:
        message = Words("方案还没有封存，票箱现在准备不了。请先封存方案：封存后名单、票类和规则才不会再变。")
        raise Refused(message, code="voting.plan_not_frozen")
    voting = Voting.objects.select_for_update().filter(meeting=meeting).first() or Voting(
        institution_id=meeting.institution_id, meeting=meeting, public_key=random_code(PUBLIC_KEY_LENGTH)
    )
    if voting.state != VotingState.PREPARED:
        raise Refused(Words("投票已经开始过，票箱不能再改。"), code="voting.already_opened")
    if voting.plan_fingerprint not in {"", cycle.fingerprint}:
        # Forms show the plan's rows; those printed from another plan are waste paper. Slips show only the class.
        Box.objects.filter(voting=voting).update(forms_printed=0)
    voting.mode, voting.plan_fingerprint = meeting.ballot_mode, cycle.fingerprint
    voting.save()
    box_of(voting).set_up()
    _refuse_empty(voting)
    record_event(
        institution_id=voting.institution_id,
        verb="voting.set_up",
        actor_id=actor.account_id,
        subject=voting,
        now=now,
        payload={"mode": voting.mode, "boxes": Box.objects.filter(voting=voting).count()},
    )
    announce(f"voting:{meeting.pk}")
    return voting


def _refuse_empty(voting: Voting) -> None:
    if not Box.objects.filter(voting=voting).exists():
        raise Refused(
            Words("方案里还没有票类，准备不了票箱。请先到“票类和名单”建好票类。"), code="voting.no_classes"
        )
    if not rows_of(voting):
        raise Refused(Words("名单里没有一位要测评的书记。请先到“述职人员”勾选。"), code="voting.no_rows")
