from datetime import datetime

from django.db import transaction

from pingyi.core.services import record_event
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.kit.services import write_excuse
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Excuse
from pingyi.ledgers.orglife.phrases import KINDS
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation


@transaction.atomic
def excuse_miss(
    *, actor: Actor, now: datetime, organisation: Organisation, kind: Kind, period: Period, reason: str
) -> Excuse:
    """Writes why it was not held in a period that is over, or writes it anew. It goes on counting as not held.

    Records `orglife.excused` with the reason.
    """
    row = write_excuse(
        Excuse, actor=actor, now=now, organisation=organisation, period=period, reason=reason, kind=kind
    )
    record_event(
        institution_id=actor.institution_id,
        verb="orglife.excused",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": organisation.name, "title": KINDS[kind], "reason": row.reason},
    )
    return row
