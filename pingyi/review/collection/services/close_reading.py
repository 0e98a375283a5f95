from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.collection.domain.opening import is_open
from pingyi.review.collection.models import ReadingRoom
from pingyi.review.collection.rules import may_prepare_reading
from pingyi.review.cycles.models import ReviewMeeting


@transaction.atomic
def close_reading(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> ReadingRoom:
    """Nobody reads any more, from this moment. Closing twice, or after the time is over, changes nothing."""
    if not may_prepare_reading(actor, meeting):
        raise Forbidden(Words("会前阅读由经办人关闭。"))
    room: ReadingRoom | None = ReadingRoom.objects.select_for_update().filter(meeting=meeting).first()
    if room is None:
        raise Missing(Words("这场会没有开放过会前阅读，不用关闭。"), code="reading.missing")
    if not is_open(open_until=room.open_until, closed_at=room.closed_at, now=now):
        return room
    room.closed_at, room.closed_by_id = now, actor.account_id
    room.save(update_fields=["closed_at", "closed_by"])
    record_event(
        institution_id=meeting.institution_id,
        verb="reading.closed",
        actor_id=actor.account_id,
        subject=room,
        now=now,
        payload={"name": meeting.name},
    )
    announce(f"meeting:{meeting.pk}")
    return room
