from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.parameters import Parameter, read_value
from pingyi.ledgers.kit.models import LedgerSetting
from pingyi.ledgers.kit.rules import may_lay_down
from pingyi.organisations.actor import Actor

LONGEST_REASON = 200


@transaction.atomic
def lay_down(
    *,
    actor: Actor,
    now: datetime,
    ledger: str,
    parameter: Parameter,
    typed: str,
    effective_from: date | None,
    reason: str,
) -> LedgerSetting:
    """Lays down a number of this ledger from a day on, with its basis. What happened before that day keeps the
    number that it had. Records `ledger_setting.laid_down`.
    """
    if not may_lay_down(actor):
        raise Forbidden(Words("台账的规则由经办人按本单位的文件录入。"))
    value = read_value(parameter, typed)
    if effective_from is None:
        raise Refused(Words("写明从哪一天起算。"), code="setting.no_day", field="effective_from")
    basis = tidy(reason)
    if not basis or len(basis) > LONGEST_REASON:
        raise Refused(
            Words("写明依据哪份文件或哪次会议，{limit}个字以内。", limit=LONGEST_REASON),
            code="setting.no_reason",
            field="reason",
        )
    row: LedgerSetting = LedgerSetting.objects.create(
        institution_id=actor.institution_id,
        ledger=ledger,
        key=parameter.key,
        value=value,
        effective_from=effective_from,
        reason=basis,
        set_by_id=actor.account_id,
        set_at=now,
    )
    record_event(
        institution_id=actor.institution_id,
        verb="ledger_setting.laid_down",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"ledger": ledger, "key": parameter.key, "value": value, "from": effective_from.isoformat()},
    )
    return row
