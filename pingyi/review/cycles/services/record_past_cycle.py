from datetime import datetime

from django.db import IntegrityError, transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Organisation
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.rules import may_prepare


@transaction.atomic
def record_past_cycle(
    *, actor: Actor, now: datetime, convenor: Organisation, year: int, fingerprint: str
) -> Cycle:
    """Record a review that took place before the system: archived from the start, without meetings or lists.

    `fingerprint` is that of the facts that are known of it. Once per convenor and year, like any other review.
    """
    if not may_prepare(actor, convenor):
        raise Forbidden
    if year > today(now).year:
        raise Refused(
            Words("{year}年度还没有到，不是往年的评议。请核对年度。", year=year),
            code="cycle.year",
            field="year",
        )
    try:
        with transaction.atomic():
            cycle: Cycle = Cycle.objects.create(
                institution_id=actor.institution_id,
                convenor=convenor,
                year=year,
                name=Words("{year}年度党组织书记抓基层党建工作述职评议", year=year),
                state=Cycle.State.ARCHIVED,
                frozen_at=now,
                frozen_by_id=actor.account_id,
                fingerprint=fingerprint,
            )
    except IntegrityError as clash:
        raise Refused(
            Words(
                "系统里已经有{convenor}{year}年度的评议，没有再建。请核对年度和召开单位。",
                convenor=convenor.name,
                year=year,
            ),
            code="cycle.exists",
            field="year",
        ) from clash
    record_event(
        institution_id=actor.institution_id,
        verb="cycle.recorded",
        actor_id=actor.account_id,
        subject=cycle,
        now=now,
        payload={"convenor": convenor.name, "year": year, "name": cycle.name},
    )
    return cycle
