from datetime import datetime

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.rectification.domain.problem import ProblemState
from pingyi.review.rectification.models import ProblemItem


def record_recurrence(actor: Actor, now: datetime, one: ProblemItem, other: ProblemItem) -> None:
    """Keep in the record that a fault that was struck off has come again in the same unit, with who had signed.

    Inside the caller's transaction. Nothing is recorded where the older one was not struck off, or is another unit's.
    """
    old, new = sorted((one, other), key=lambda problem: problem.cycle.year)
    is_again = old.organisation_id == new.organisation_id and old.state == ProblemState.CLOSED
    if not is_again or old.closed_by is None or old.closed_at is None:
        return
    record_event(
        institution_id=actor.institution_id,
        verb="problem.recurred",
        actor_id=actor.account_id,
        subject=new,
        now=now,
        payload={
            "organisation": new.organisation.name,
            "number": new.number,
            "before": f"{old.cycle.year}-{old.number:03d}",
            "closed_by": old.closed_by.display_name,
            "closed_at": old.closed_at.isoformat(),
        },
    )
