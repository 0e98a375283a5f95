"""Writing a draft of an indicator set, all at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.daily.domain.indicators import Gap, Indicator, faults_of_rows, settled
from pingyi.review.daily.models import DailyIndicator, IndicatorSet
from pingyi.review.daily.phrases import ROW_FAULTS
from pingyi.review.daily.services.locks import lock_draft_set
from pingyi.review.daily.services.record import record_about_set

LONGEST_SOURCE = 300


@dataclass(frozen=True)
class SetFields:
    """What a set says of itself besides its rows."""

    kinds: tuple[str, ...]
    source: str
    no_record: Gap
    not_checked: Gap


@transaction.atomic
def save_set(
    *,
    actor: Actor,
    now: datetime,
    indicator_set: IndicatorSet,
    fields: SetFields,
    rows: Sequence[Indicator],
    measures: Collection[str],
    seen_version: int,
) -> IndicatorSet:
    """Make the draft what fields and rows say, in their order. `measures` are the codes of numbers that exist.

    Every fault is told at its field. Who would write over somebody else's change (`seen_version`) is refused.
    """
    row = lock_draft_set(actor, indicator_set.pk)
    if seen_version != row.version:
        raise Refused(
            Words("您打开这一页以后，别人改过这套指标，没有保存。您写的还在下面，和现在的内容对照以后再存。"),
            code="indicator_set.changed_meanwhile",
        )
    refuse_faulty(fields, rows, frozenset(measures))
    row.version += 1
    write_set(row, fields, rows)
    record_about_set(actor, now, row, "indicator_set.written", items=len(rows))
    return row


def refuse_faulty(fields: SetFields, rows: Sequence[Indicator], measures: frozenset[str]) -> None:
    faults: dict[str, str] = {
        name: ROW_FAULTS[fault]
        for name, fault in faults_of_rows([settled(one) for one in rows], measures).items()
    }
    if not fields.kinds or not set(fields.kinds) <= set(Organisation.Kind.values):
        faults["kinds"] = Words("选这套指标适用于哪一种党组织。")
    if len(fields.source) > LONGEST_SOURCE:
        faults["source"] = Words("来源最多{most}字。写短些。", most=LONGEST_SOURCE)
    if faults:
        raise SeveralFaults(faults, code="indicator_set.faults")


def write_set(row: IndicatorSet, fields: SetFields, rows: Sequence[Indicator]) -> None:
    """Fields and rows of a draft, as they are from now on."""
    row.kinds, row.source = list(fields.kinds), tidy(fields.source)
    row.no_record, row.not_checked = fields.no_record, fields.not_checked
    row.save()
    DailyIndicator.objects.filter(indicator_set=row).delete()
    DailyIndicator.objects.bulk_create(
        _indicator(row, place, settled(one)) for place, one in enumerate(rows, start=1)
    )


def _indicator(row: IndicatorSet, place: int, one: Indicator) -> DailyIndicator:
    return DailyIndicator(
        institution_id=row.institution_id,
        indicator_set=row,
        sequence=place,
        heading=one.heading,
        text=one.text,
        computed_numerator=one.computed.numerator,
        computed_denominator=one.computed.denominator,
        claimed_numerator=one.claimed.numerator,
        claimed_denominator=one.claimed.denominator,
        measure=one.measure,
        rule=one.rule,
        amount_numerator=None if one.amount is None else one.amount.numerator,
        amount_denominator=None if one.amount is None else one.amount.denominator,
    )
