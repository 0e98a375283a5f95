from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Excuse
from pingyi.ledgers.orglife.phrases import KINDS
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation

LONGEST = 120


@transaction.atomic
def excuse_miss(
    *, actor: Actor, now: datetime, organisation: Organisation, kind: Kind, period: Period, reason: str
) -> Excuse:
    """Writes why it was not held in a period that is over, or writes it anew. It goes on counting as not held.

    Records `orglife.excused` with the reason.
    """
    refuse_strangers(actor, organisation)
    words = tidy(reason)
    if not words or len(words) > LONGEST:
        raise Refused(
            Words("写一句为什么没办，{limit}个字以内。", limit=LONGEST), code="excuse.reason", field="reason"
        )
    if period.last >= today(now):
        raise Refused(
            Words("{period}还没有过完，还来得及办。", period=period.words),
            code="excuse.early",
            field="reason",
        )
    row: Excuse
    row, _ = Excuse.objects.update_or_create(
        organisation=organisation,
        kind=kind,
        period=period.code,
        defaults={
            "institution_id": actor.institution_id,
            "reason": words,
            "written_by_id": actor.account_id,
            "written_at": now,
        },
    )
    record_event(
        institution_id=actor.institution_id,
        verb="orglife.excused",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"organisation": organisation.name, "title": KINDS[kind], "reason": words},
    )
    return row
