"""Beginning an indicator set: an own one, from the sample, from another set, or as the next version."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.daily.domain.indicators import Gap, Indicator, Origin
from pingyi.review.daily.models import IndicatorSet
from pingyi.review.daily.queries.sets import read_set
from pingyi.review.daily.services.locks import lock_set, refuse_strangers_to_sets
from pingyi.review.daily.services.record import record_about_set
from pingyi.review.daily.services.save_set import SetFields, refuse_faulty, write_set

LONGEST_NAME = 60


@transaction.atomic
def make_set(
    *,
    actor: Actor,
    now: datetime,
    name: str,
    fields: SetFields,
    rows: Sequence[Indicator],
    measures: Collection[str],
    origin: Origin = Origin.OWN,
) -> IndicatorSet:
    """A first draft under a name of its own. A name that is taken is refused: that would be a new version."""
    refuse_strangers_to_sets(actor)
    named = _new_name(name)
    refuse_faulty(fields, rows, frozenset(measures))
    return _begin(actor, now, named, 1, origin, fields, rows)


@transaction.atomic
def begin_set(*, actor: Actor, now: datetime, name: str, fields: SetFields) -> IndicatorSet:
    """A first draft without a row. It is not saved and not put in force before somebody has written one."""
    refuse_strangers_to_sets(actor)
    return _begin(actor, now, _new_name(name), 1, Origin.OWN, fields, ())


@transaction.atomic
def copy_set(*, actor: Actor, now: datetime, indicator_set: IndicatorSet, name: str) -> IndicatorSet:
    """The same rows under another name, as the institution's own first draft."""
    row = lock_set(actor, indicator_set.pk)
    return _begin(actor, now, _new_name(name), 1, Origin.OWN, _fields_of(row), read_set(row).rows)


@transaction.atomic
def begin_version(*, actor: Actor, now: datetime, indicator_set: IndicatorSet) -> IndicatorSet:
    """The next version of a set in force, as a draft with the same rows. Clicked twice it gives the one draft."""
    row = lock_set(actor, indicator_set.pk)
    if row.state == IndicatorSet.State.DRAFT:
        return row
    draft: IndicatorSet | None = IndicatorSet.objects.filter(
        name=row.name, state=IndicatorSet.State.DRAFT
    ).first()
    if draft is not None:
        return draft
    highest = IndicatorSet.objects.filter(name=row.name).aggregate(highest=Max("number"))["highest"]
    return _begin(actor, now, row.name, highest + 1, Origin(row.origin), _fields_of(row), read_set(row).rows)


def _new_name(name: str) -> str:
    named = tidy(name)
    if not named:
        raise Refused(Words("写这套指标的名称。"), code="indicator_set.name", field="name")
    if len(named) > LONGEST_NAME:
        raise Refused(
            Words("名称最多{most}字。写短些。", most=LONGEST_NAME), code="indicator_set.name", field="name"
        )
    if IndicatorSet.objects.filter(name=named).exists():
        raise Refused(
            Words("已经有“{named}”。要改它就做新版本；另一套请用别的名称。", named=named),
            code="indicator_set.name_taken",
            field="name",
        )
    return named


def _fields_of(row: IndicatorSet) -> SetFields:
    return SetFields(tuple(row.kinds), row.source, Gap(row.no_record), Gap(row.not_checked))


def _begin(
    actor: Actor,
    now: datetime,
    name: str,
    number: int,
    origin: Origin,
    fields: SetFields,
    rows: Sequence[Indicator],
) -> IndicatorSet:
    row = IndicatorSet(
        institution_id=actor.institution_id,
        name=name,
        number=number,
        origin=origin,
        created_by_id=actor.account_id,
        created_at=now,
    )
    write_set(row, fields, rows)
    record_about_set(actor, now, row, "indicator_set.begun", items=len(rows))
    return row
