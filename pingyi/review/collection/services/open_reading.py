from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.ids import random_code
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.collection.domain.opening import LONGEST, OpeningFault, fault_of_opening
from pingyi.review.collection.models import ReadingRoom
from pingyi.review.collection.rules import may_prepare_reading
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.dutyreports.models import DutyReport

KEY_LENGTH = 20  # 100 random bits: no limit on requests is needed, so that no limit can lock a hall out
_FAULTS = {
    OpeningFault.IN_THE_PAST: Words("截止时间已经过去了，没有开放。请填一个以后的时间。"),
    OpeningFault.TOO_LONG: Words(
        "一次最多开放{days}天，没有开放。到时候还要看，再开放一次。", days=LONGEST.days
    ),
}
_HANDED_IN = (DutyReport.State.SUBMITTED, DutyReport.State.ACCEPTED)


@transaction.atomic
def open_reading(
    *,
    actor: Actor,
    now: datetime,
    meeting: ReviewMeeting,
    until: datetime,
    with_new_address: bool = False,
) -> ReadingRoom:
    """Let whoever has the address read the handed-in reports of this meeting until then.

    The address stays the same when it is opened again, so that what is printed holds, unless a new one is asked for.
    """
    if not may_prepare_reading(actor, meeting):
        raise Forbidden(Words("会前阅读由经办人开放。"))
    _refuse(meeting, now, until)
    row = ReadingRoom.objects.select_for_update().filter(meeting=meeting).first()
    room: ReadingRoom = row or ReadingRoom(institution_id=meeting.institution_id, meeting=meeting)
    if not room.key or with_new_address:
        room.key = random_code(KEY_LENGTH)
    room.opened_at, room.opened_by_id, room.open_until = now, actor.account_id, until
    room.closed_at = room.closed_by_id = None
    room.save()
    record_event(
        institution_id=meeting.institution_id,
        verb="reading.opened",
        actor_id=actor.account_id,
        subject=room,
        now=now,
        payload={"name": meeting.name, "until": until.isoformat(), "new_address": with_new_address},
    )
    # The hall shows the code to it while people wait.
    announce(f"meeting:{meeting.pk}")
    return room


def _refuse(meeting: ReviewMeeting, now: datetime, until: datetime) -> None:
    fault = fault_of_opening(now=now, until=until)
    if fault:
        raise Refused(_FAULTS[fault], code=f"reading.{fault}", field="until")
    if meeting.cycle.state == Cycle.State.ARCHIVED:
        raise Refused(Words("这一轮已经归档，不再开放阅读。"), code="cycle.archived")
    if not DutyReport.objects.filter(reporter__meeting=meeting, state__in=_HANDED_IN).exists():
        raise Refused(Words("还没有一份交上来的报告，没有开放。等有人交了再开放。"), code="reading.nothing")
