"""Saying by which version a review goes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.review.cycles.models import Cycle
from pingyi.review.daily.models import ChosenSet, DailyScore, IndicatorSet, SelfAssessment
from pingyi.review.daily.queries.sets import chosen_sets
from pingyi.review.daily.rules import may_choose_sets
from pingyi.review.daily.services.locks import lock_review
from pingyi.review.daily.services.record import record


@transaction.atomic
def choose_sets(*, actor: Actor, now: datetime, cycle: Cycle, chosen: Mapping[str, IndicatorSet]) -> int:
    """By kind of organisation; says for how many kinds it changed.

    Refused for a kind whose people were measured already: their self-assessments and scores belong to their set.
    """
    row = lock_review(cycle.pk)
    if not may_choose_sets(actor, row):
        raise Forbidden(Words("按哪套指标考核由经办人定。"))
    present = chosen_sets(row)
    changed = {kind: one for kind, one in chosen.items() if present.get(kind) != one}
    for kind, one in changed.items():
        _refuse_unfit(kind, one)
        if kind in present:
            _refuse_begun(row, kind)
        ChosenSet.objects.update_or_create(
            cycle=row,
            kind=kind,
            defaults={
                "institution_id": row.institution_id,
                "indicator_set": one,
                "chosen_by_id": actor.account_id,
                "chosen_at": now,
            },
        )
        record(
            actor,
            now,
            row,
            "indicator_set.chosen",
            year=row.year,
            name=one.name,
            number=one.number,
            kind=kind,
        )
    return len(changed)


def _refuse_unfit(kind: str, one: IndicatorSet) -> None:
    if one.state != IndicatorSet.State.IN_FORCE:
        raise Refused(
            Words("“{name}”还没有生效。先到“考核指标”里让它生效。", name=one.name),
            code="indicator_set.draft",
            field=f"set-{kind}",
        )
    if kind not in one.kinds:
        raise Refused(
            Words("“{name}”不是给{kind}用的。", name=one.name, kind=ORGANISATION_KINDS[kind]),
            code="indicator_set.unfit",
            field=f"set-{kind}",
        )


def _refuse_begun(cycle: Cycle, kind: str) -> None:
    mine = {"reporter__cycle": cycle, "reporter__organisation__kind": kind}
    if SelfAssessment.objects.filter(**mine).exists() or DailyScore.objects.filter(**mine).exists():
        raise Refused(
            Words(
                "{kind}里已经有人自评或者算过分，这一轮不能换指标。新的指标从下一轮用起。",
                kind=ORGANISATION_KINDS[kind],
            ),
            code="indicator_set.begun",
            field=f"set-{kind}",
        )
