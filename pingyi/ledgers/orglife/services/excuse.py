from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.kit.domain.states import OPEN
from pingyi.ledgers.kit.services import write_excuse
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.ledgers.orglife.domain.kinds import Kind
from pingyi.ledgers.orglife.models import Activity, Excuse
from pingyi.ledgers.orglife.phrases import KINDS
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation


@transaction.atomic
def excuse_miss(
    *, actor: Actor, now: datetime, organisation: Organisation, kind: Kind, period: Period, reason: str
) -> Excuse:
    """Writes why it was not held in a period that is over, or writes it anew. It goes on counting as not held.

    Refused where a record of that period waits to be filed (`excuse.waiting`): it says that it was held. Records
    `orglife.excused` with the reason.
    """
    refuse_strangers(actor, organisation)
    _refuse_while_one_waits(organisation, kind, period)
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


def _refuse_while_one_waits(organisation: Organisation, kind: Kind, period: Period) -> None:
    waiting = Activity.objects.filter(
        organisation=organisation,
        kind=kind,
        happened_on__range=(period.first, period.last),
        state__in=OPEN,
    )
    if waiting.exists():
        raise Refused(
            Words("{period}有一条记了还没有报上：退回的改好再报，草稿报上去或者删掉。", period=period.words),
            code="excuse.waiting",
        )
