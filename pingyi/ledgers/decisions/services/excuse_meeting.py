from datetime import datetime

from django.db import transaction

from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.models import MeetingExcuse
from pingyi.ledgers.decisions.phrases import BODIES
from pingyi.ledgers.decisions.services.locked import record
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.kit.services import write_excuse
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation


@transaction.atomic
def excuse_meeting(
    *, actor: Actor, now: datetime, organisation: Organisation, body: BodyKind, period: Period, reason: str
) -> MeetingExcuse:
    """Write why a body met less often than it should in a period that is over, or write it anew. It goes on counting as
    not held. Records `decision_meeting.excused` with the reason.
    """
    row = write_excuse(
        MeetingExcuse,
        actor=actor,
        now=now,
        organisation=organisation,
        period=period,
        reason=reason,
        body=body,
    )
    record(
        "decision_meeting.excused",
        row,
        actor,
        now,
        organisation=organisation.name,
        title=BODIES[body],
        reason=row.reason,
    )
    return row
