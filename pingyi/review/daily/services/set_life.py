"""Putting a draft in force, or throwing it away."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.daily.domain.indicators import faults_of_rows
from pingyi.review.daily.domain.kept import row_document
from pingyi.review.daily.models import IndicatorSet
from pingyi.review.daily.phrases import ROW_FAULTS
from pingyi.review.daily.queries.sets import SetReading, read_set
from pingyi.review.daily.services.locks import lock_draft_set, lock_set
from pingyi.review.daily.services.record import record_about_set


@transaction.atomic
def put_in_force(
    *, actor: Actor, now: datetime, indicator_set: IndicatorSet, measures: Collection[str]
) -> IndicatorSet:
    """From now on reviews may go by it, and it never changes again. Twice is once."""
    row = lock_set(actor, indicator_set.pk)
    if row.state == IndicatorSet.State.IN_FORCE:
        return row
    reading = read_set(row)
    faults = faults_of_rows(reading.rows, frozenset(measures))
    if faults:
        first = next(iter(faults.values()))
        raise SeveralFaults(
            {"rows": Words("有指标没有写好，没有生效：{fault}", fault=ROW_FAULTS[first])},
            code="indicator_set.faults",
        )
    row.state, row.in_force_by_id, row.in_force_at = IndicatorSet.State.IN_FORCE, actor.account_id, now
    row.fingerprint = fingerprint_of_set(reading)
    row.save()
    record_about_set(actor, now, row, "indicator_set.put_in_force", fingerprint=row.fingerprint)
    return row


@transaction.atomic
def discard_set(*, actor: Actor, now: datetime, indicator_set: IndicatorSet) -> None:
    """Throw a draft away. What is in force stays."""
    row = lock_draft_set(actor, indicator_set.pk)
    record_about_set(actor, now, row, "indicator_set.discarded")
    row.delete()


def fingerprint_of_set(reading: SetReading) -> str:
    """SHA-256 over the name, the version, the rows in order and what is done about gaps."""
    row = reading.indicator_set
    return fingerprint_of(
        {
            "name": row.name,
            "number": row.number,
            "kinds": sorted(row.kinds),
            "no_record": str(row.no_record),
            "not_checked": str(row.not_checked),
            "rows": [row_document(one) for one in reading.rows],
        }
    )
