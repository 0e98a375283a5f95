from datetime import datetime
from typing import Any, TypeVar

from pingyi.core.clock import today
from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.periods import Period
from pingyi.ledgers.kit.models.excuse import LONGEST_REASON, PeriodExcuse
from pingyi.ledgers.kit.services.write_record import refuse_strangers
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation

Row = TypeVar("Row", bound=PeriodExcuse)


def write_excuse(
    of: type[Row],
    *,
    actor: Actor,
    now: datetime,
    organisation: Organisation,
    period: Period,
    reason: str,
    **what: Any,
) -> Row:
    """Writes why something (`what`: the fields that say it) was not held in a period that is over, or writes it anew.

    Refused are strangers, a reason that is empty or too long (`excuse.reason`), a period that still runs
    (`excuse.early`). Inside the caller's transaction.
    """
    refuse_strangers(actor, organisation)
    words = tidy(reason)
    if not words or len(words) > LONGEST_REASON:
        raise Refused(
            Words("写一句为什么没办，{limit}个字以内。", limit=LONGEST_REASON),
            code="excuse.reason",
            field="reason",
        )
    if period.last >= today(now):
        raise Refused(
            Words("{period}还没有过完，还来得及办。", period=period.words),
            code="excuse.early",
            field="reason",
        )
    row, _ = of.objects.update_or_create(
        organisation=organisation,
        period=period.code,
        **what,
        defaults={
            "institution_id": actor.institution_id,
            "reason": words,
            "written_by_id": actor.account_id,
            "written_at": now,
        },
    )
    return row
