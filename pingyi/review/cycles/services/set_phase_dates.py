from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.phases import PhaseDates, date_faults
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services.faults import SeveralFaults
from pingyi.review.cycles.services.plan_lock import lock_draft


@transaction.atomic
def set_phase_dates(
    *, actor: Actor, now: datetime, cycle: Cycle, dates: PhaseDates, reports_due_at: datetime | None
) -> Cycle:
    """Set the days of 述前, 述中 and 述后 and the deadline of the reports. In order; what is open stays open."""
    draft = lock_draft(actor, cycle.pk)
    due = today(reports_due_at) if reports_due_at else None
    if faults := date_faults(dates, draft.year, due):
        raise SeveralFaults(faults, code="cycle.dates")
    for name, day in asdict(dates).items():
        setattr(draft, name, day)
    draft.reports_due_at = reports_due_at
    draft.save(update_fields=[*asdict(dates), "reports_due_at"])
    record_event(
        institution_id=actor.institution_id,
        verb="cycle.dates_set",
        actor_id=actor.account_id,
        subject=draft,
        now=now,
        payload={
            **{name: day.isoformat() for name, day in dates.given()},
            "reports_due_at": reports_due_at.isoformat() if reports_due_at else None,
        },
    )
    return draft
