from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import ReviewMeeting
from pingyi.review.cycles.services import order_reporters
from pingyi.review.cycles.services.plan_lock import lock_draft
from pingyi.review.lots.models import LotConfirmation
from pingyi.review.lots.queries.lots import lots_of
from pingyi.review.lots.rules import may_announce_lot
from pingyi.review.lots.services.too_late import refuse_when_over


@transaction.atomic
def confirm_lot(*, actor: Actor, now: datetime, meeting: ReviewMeeting, commitment: str) -> LotConfirmation:
    """Make the drawn order the order of speaking: a person's act, recorded. Only the newest draw can be confirmed.

    Repeating puts people back into the drawn order; the first confirmation stays the recorded one.
    """
    if not may_announce_lot(actor, meeting):
        raise Forbidden(Words("抽签结果由经办人确认。"))
    lock_draft(actor, meeting.cycle_id)
    lots = lots_of(meeting)
    refuse_when_over(lots)
    row = lots.newest
    if row is not None and row.lot.commitment != commitment:
        raise Refused(Words("刚刚又公布了一次抽签，没有确认。请看过新的再办。"), code="lot.stale")
    if row is None or row.drawn is None:
        raise Missing(Words("还没有抽，没有次序可以确认。"), code="lot.not_drawn")
    if not lots.is_same_people:
        raise Refused(
            Words("抽签以后现场述职的人变了，没有确认。写明理由重新公布、重抽。"), code="lot.other_people"
        )
    order_reporters(
        actor=actor,
        now=now,
        meeting=meeting,
        wanted=row.drawn_reporters,
        source=Words("抽签第{round}次 {spoken}", round=row.lot.round, spoken=row.spoken),
    )
    if row.confirmation is not None:
        return row.confirmation
    confirmation: LotConfirmation = LotConfirmation.objects.create(
        institution_id=meeting.institution_id,
        draw=row.drawn,
        confirmed_by_id=actor.account_id,
        confirmed_at=now,
    )
    record_event(
        institution_id=actor.institution_id,
        verb="lot.confirmed",
        actor_id=actor.account_id,
        subject=row.lot,
        now=now,
        payload={"round": row.lot.round, "meeting": meeting.pk},
    )
    announce(f"meeting:{meeting.pk}")
    return confirmation
