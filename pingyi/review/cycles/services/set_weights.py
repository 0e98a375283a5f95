from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.domain.weights import equal_weights
from pingyi.review.cycles.models import ReviewMeeting, VoterClass
from pingyi.review.cycles.services.faults import SeveralFaults
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there
from pingyi.review.cycles.services.voter_classes import typed_weight, weight_fields


@transaction.atomic
def set_weights(*, actor: Actor, now: datetime, meeting: ReviewMeeting, typed: Mapping[int, str]) -> None:
    """Set the weights of several classes from what was typed (0.6, 60%, or nothing yet), all or none.

    The sum need not be one before freezing: a clerk may set one class after the other.
    """
    lock_draft(actor, meeting.cycle_id)
    rows = {row.pk: row for row in VoterClass.objects.filter(meeting=still_there(meeting))}
    if not typed.keys() <= rows.keys():
        raise Refused(
            Words("票类刚刚有人改过，有的类已经不在了。请刷新后再改，没有保存。"), code="class.stale"
        )
    weights: dict[int, Fraction | None] = {}
    faults: dict[str, str] = {}
    for pk, text in typed.items():
        try:
            weights[pk] = typed_weight(text)
        except Refused as fault:
            faults[f"weight-{pk}"] = Words("{code}类：{message}", code=rows[pk].code, message=fault.message)
    if faults:
        raise SeveralFaults(faults, code="class.weight")
    _write(actor, now, meeting, {rows[pk]: weight for pk, weight in weights.items()}, "weights.set")


@transaction.atomic
def set_equal_weights(*, actor: Actor, now: datetime, meeting: ReviewMeeting) -> dict[str, Fraction]:
    """Give every class the same weight, because somebody asked for it. Returns what was set, by code.

    Where equal parts have no end as decimals (three classes), the first class takes what is left over.
    """
    lock_draft(actor, meeting.cycle_id)
    rows = list(VoterClass.objects.filter(meeting=still_there(meeting)).order_by("order"))
    if not rows:
        raise Refused(Words("还没有票类。先加票类，再设权重。"), code="class.none")
    weights = dict(zip(rows, equal_weights(len(rows)), strict=True))
    _write(actor, now, meeting, dict(weights), "weights.set_equal")
    return {row.code: weight for row, weight in weights.items()}


def _write(
    actor: Actor,
    now: datetime,
    meeting: ReviewMeeting,
    weights: Mapping[VoterClass, Fraction | None],
    verb: str,
) -> None:
    for row, weight in weights.items():
        for name, value in weight_fields(weight).items():
            setattr(row, name, value)
    VoterClass.objects.bulk_update(weights, ["weight_numerator", "weight_denominator"])
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=meeting,
        now=now,
        payload={row.code: None if weight is None else share_text(weight) for row, weight in weights.items()},
    )
