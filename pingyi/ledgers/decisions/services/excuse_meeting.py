from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.models import MeetingExcuse
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.services.locked import record
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation

LONGEST = 120


@transaction.atomic
def excuse_meeting(
    *, actor: Actor, now: datetime, organisation: Organisation, body: BodyKind, period: Period, reason: str
) -> MeetingExcuse:
    """Write why a body met less often than it should in a period that is over, or write it anew. It goes on counting as
    not held. Records `decision_meeting.excused` with the reason.
    """
    refuse_strangers(actor, organisation)
    words = tidy(reason)
    if not words or len(words) > LONGEST:
        raise Refused(
            Words("写一句为什么没开，{limit}个字以内。", limit=LONGEST), code="excuse.reason", field="reason"
        )
    if period.last >= today(now):
        raise Refused(
            Words("{period}还没有过完，还来得及开。", period=period.words),
            code="excuse.early",
            field="reason",
        )
    row: MeetingExcuse
    row, _ = MeetingExcuse.objects.update_or_create(
        organisation=organisation,
        body=body,
        period=period.code,
        defaults={
            "institution_id": actor.institution_id,
            "reason": words,
            "written_by_id": actor.account_id,
            "written_at": now,
        },
    )
    record(
        "decision_meeting.excused",
        row,
        actor,
        now,
        organisation=organisation.name,
        title=BODIES[body],
        reason=words,
    )
    return row
