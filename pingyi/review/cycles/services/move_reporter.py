from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.ordering import moved
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.services.agenda_order import write_order
from pingyi.review.cycles.services.plan_lock import lock_draft, still_there


@transaction.atomic
def move_reporter(*, actor: Actor, now: datetime, reporter: Reporter, step: int) -> None:
    """Move somebody on site up (-1) or down (+1) in the order of speaking. At either end nothing happens."""
    lock_draft(actor, reporter.cycle_id)
    reporter = still_there(reporter)
    rows = list(Reporter.objects.filter(meeting=reporter.meeting_id).order_by("order"))
    on_site = [row.pk for row in rows if row.mode == Reporter.Mode.ON_SITE]
    if reporter.pk not in on_site:
        raise Refused("书面述职的没有发言先后。要上台先改成“现场”。", code="roster.not_on_site")
    order = moved(on_site, reporter.pk, step)
    if order == on_site:
        return
    write_order(reporter.meeting, [*order, *(row.pk for row in rows if row.pk not in order)])
    record_event(
        institution_id=actor.institution_id,
        verb="reporter.moved",
        actor_id=actor.account_id,
        subject=reporter,
        now=now,
        payload={"place": order.index(reporter.pk) + 1},
    )
