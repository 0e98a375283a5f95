"""Note how many paper forms were printed for a class."""

from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.rules import may_prepare_voting
from pingyi.review.ballots.services.hand_count import unconfirm

MOST = 5_000


@transaction.atomic
def record_printed_forms(*, actor: Actor, now: datetime, box: Box, copies: int) -> None:
    """Sets the number of printed forms of a class, all batches together. May be corrected until the count.

    A confirmed hand count of the class must be confirmed again. Records box.forms_printed.
    """
    if not may_prepare_voting(actor, box):
        raise Forbidden(Words("测评表由经办人印。"))
    if not 0 <= copies <= MOST:
        raise Refused(Words("张数写0到{most}之间的整数。", most=MOST), code="box.copies", field="copies")
    voting = Voting.objects.select_for_update().get(pk=box.voting_id)
    if voting.state == VotingState.COUNTED:
        raise Refused(Words("已经计票，印了几张不能再改。"), code="voting.counted")
    box.forms_printed = copies
    box.save(update_fields=["forms_printed"])
    unconfirm(box)
    record_event(
        institution_id=box.institution_id,
        verb="box.forms_printed",
        actor_id=actor.account_id,
        subject=box,
        now=now,
        payload={"forms": copies},
    )
    announce(f"voting:{voting.meeting_id}")
