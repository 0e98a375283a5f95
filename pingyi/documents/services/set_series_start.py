from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.models import DocumentNumber, NumberSeries, SeriesYear
from pingyi.documents.rules import may_keep_register
from pingyi.organisations.actor import Actor

HIGHEST = 99_999


@transaction.atomic
def set_series_start(
    *, actor: Actor, now: datetime, series: NumberSeries, year: int, used: int, reason: str
) -> SeriesYear:
    """Numbers up to `used` were given out before the system kept them: the next is one higher.

    Only while the year has no number here. Records series.start_set.
    """
    if not may_keep_register(actor, series):
        raise Forbidden(Words("文号由经办人管。"))
    if not 0 <= used <= HIGHEST:
        raise Refused(
            Words("已经用到的号写0到{highest}的整数。", highest=HIGHEST), code="series.start", field="used"
        )
    said = tidy(reason)[:200]
    if not said:
        raise Refused(
            Words("写明依据，例如“发文登记簿用到12号”。"), code="series.start_reason", field="reason"
        )
    held = NumberSeries.objects.select_for_update().get(pk=series.pk)
    row, _ = SeriesYear.objects.get_or_create(
        series=held, year=year, defaults={"institution_id": held.institution_id}
    )
    if DocumentNumber.objects.filter(series_year=row).exists():
        raise Refused(
            Words("{year}年的“{code}”已经在这里取过号，起点不能再改。", year=year, code=held.code),
            code="series.started",
            field="used",
        )
    row.started_after, row.start_reason = used, said
    row.started_by_id, row.started_at = actor.account_id, now
    row.save()
    record_event(
        institution_id=held.institution_id,
        verb="series.start_set",
        actor_id=actor.account_id,
        subject=row,
        now=now,
        payload={"name": held.code, "year": year, "used": used, "reason": said},
    )
    return row
