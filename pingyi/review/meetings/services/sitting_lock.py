"""The door of every change at a meeting: permission first, one change at a time, nothing after the end."""

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.rules import may_run_meeting


def lock_sitting(actor: Actor, sitting_id: int) -> Sitting:
    """The sitting, locked until the transaction ends, for the clerk who runs it."""
    sitting = hold_sitting(sitting_id)
    if not may_run_meeting(actor, sitting.meeting):
        raise Forbidden(Words("会场由经办人控制，您的账号只能看。"))
    return sitting


def lock_running(actor: Actor, sitting_id: int) -> Sitting:
    """The same, refused once the meeting has ended."""
    sitting = lock_sitting(actor, sitting_id)
    refuse_ended(sitting)
    return sitting


def hold_sitting(sitting_id: int) -> Sitting:
    """The sitting, locked, for a service that asks for permission itself."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a sitting is locked inside a transaction only")
    sitting: Sitting | None = (
        Sitting.objects.select_for_update(of=("self",))
        .select_related("meeting__cycle")
        .filter(pk=sitting_id)
        .first()
    )
    if sitting is None:
        raise Missing(Words("没有这场会议。请从左边的“述中”打开。"), code="sitting.missing")
    return sitting


def refuse_ended(sitting: Sitting) -> None:
    if sitting.state == Sitting.State.ENDED:
        raise Refused(
            Words("会议已经结束，没有改动。确实要改，先在“会场控制”恢复会议。"), code="sitting.ended"
        )


def topic_of_meeting(sitting: Sitting) -> str:
    """What the hall screen and the console listen to."""
    return f"meeting:{sitting.meeting_id}"
