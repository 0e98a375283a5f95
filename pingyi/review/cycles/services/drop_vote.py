from datetime import datetime

from django.db import transaction

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.services.plan_lock import lock_plan


@transaction.atomic
def drop_vote(*, actor: Actor, now: datetime, vote: Cycle, reason: str) -> None:
    """Take away the plan of a vote that nobody began, with its list. What was printed for it is waste paper.

    Whoever calls has taken its boxes and its hall away before. Records vote.dropped.
    """
    plan = lock_plan(actor, vote.pk)
    record_event(
        institution_id=plan.institution_id,
        verb="vote.dropped",
        actor_id=actor.account_id,
        subject=plan,
        now=now,
        payload={"name": plan.name, "about": plan.about, "reason": reason},
    )
    Reporter.objects.filter(cycle=plan).delete()
    plan.delete()
