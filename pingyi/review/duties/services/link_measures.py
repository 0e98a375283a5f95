from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.facts import Fact
from pingyi.review.duties.models import DutyItem, DutyMeasure
from pingyi.review.duties.rules import may_link
from pingyi.review.duties.services.locks import lock_item
from pingyi.review.duties.services.record import record_about_item


@transaction.atomic
def link_measures(
    *, actor: Actor, now: datetime, item: DutyItem, measures: Collection[str], offered: Collection[Fact]
) -> int:
    """Say which numbers of the ledgers tell how this entry stands, all at once; says how many.

    `offered` is what the ledgers state about the organisation; anything else is refused. One that the ledgers do not
    state at the moment stays. The same again changes nothing.
    """
    row = lock_item(item.pk)
    if not may_link(actor, row.duty_list):
        raise Forbidden(Words("看台账里的哪些数由所在单位的书记或经办人定。"))
    stated = {fact.measure for fact in offered if fact.organisation_id == row.duty_list.organisation_id}
    wanted = set(measures)
    if not wanted <= stated:
        raise Refused(
            Words("有的数不是这个单位台账里的，没有保存。请刷新这一页再选。"),
            code="duty_item.foreign_measure",
        )
    present = set(DutyMeasure.objects.filter(item=row).values_list("measure", flat=True))
    if wanted == present & stated:
        return len(wanted)
    DutyMeasure.objects.filter(item=row, measure__in=stated - wanted).delete()
    DutyMeasure.objects.bulk_create(
        DutyMeasure(institution_id=row.institution_id, item=row, measure=one)
        for one in sorted(wanted - present)
    )
    record_about_item(actor, now, row, "duty_item.measures_linked", measures=sorted(wanted))
    return len(wanted)
