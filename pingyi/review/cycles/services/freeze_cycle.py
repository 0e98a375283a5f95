from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.fingerprint import fingerprint_of
from pingyi.review.cycles.domain.gaps import Gap
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.queries.document import plan_document
from pingyi.review.cycles.queries.plan import gaps_of
from pingyi.review.cycles.services.plan_lock import lock_draft, lock_plan


class PlanIncomplete(Refused):
    """The plan cannot be frozen yet; `gaps` say what is missing, where, and how to close it."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        first = gaps[0]
        super().__init__(
            Words(
                "方案还差{gaps}处，没有封存。第一处：{words}{remedy}",
                gaps=len(gaps),
                words=first.words,
                remedy=first.remedy,
            ),
            code="cycle.incomplete",
        )
        self.gaps = list(gaps)


@transaction.atomic
def freeze_cycle(*, actor: Actor, now: datetime, cycle: Cycle) -> Cycle:
    """Fix the plan: from now on nothing of it changes, and its fingerprint proves that nothing did.

    Refused while something is missing. The whole plan goes into the event log beside its fingerprint.
    """
    draft = lock_draft(actor, cycle.pk)
    gaps = [gap for gap in gaps_of(draft) if gap.is_blocking]
    if gaps:
        raise PlanIncomplete(gaps)
    document = plan_document(draft)
    draft.state = Cycle.State.FROZEN
    draft.fingerprint = fingerprint_of(document)
    draft.frozen_at, draft.frozen_by_id = now, actor.account_id
    draft.save(update_fields=["state", "fingerprint", "frozen_at", "frozen_by"])
    record_event(
        institution_id=actor.institution_id,
        verb="cycle.frozen",
        actor_id=actor.account_id,
        subject=draft,
        now=now,
        payload={"fingerprint": draft.fingerprint, "plan": document},
    )
    return draft


@transaction.atomic
def unfreeze_cycle(*, actor: Actor, now: datetime, cycle: Cycle, reason: str) -> Cycle:
    """Open a frozen plan for changes, with a reason that stays in the event log. Never once a vote was opened."""
    plan = lock_plan(actor, cycle.pk)
    if plan.state != Cycle.State.FROZEN:
        raise Refused(Words("方案没有封存，可以直接改。"), code="cycle.not_frozen")
    # Asked through the relation because ballots lie above cycles.
    if ReviewMeeting.objects.filter(cycle=plan, voting__opened_at__isnull=False).exists():
        raise Refused(Words("已经开始过投票，方案不能再解封。"), code="cycle.voting_opened")
    if not reason.strip():
        raise Refused(Words("写明为什么要解封，会记入办事记录。"), code="cycle.reason", field="reason")
    was = plan.fingerprint
    plan.state, plan.fingerprint, plan.frozen_at, plan.frozen_by = Cycle.State.DRAFT, "", None, None
    plan.save(update_fields=["state", "fingerprint", "frozen_at", "frozen_by"])
    record_event(
        institution_id=actor.institution_id,
        verb="cycle.unfrozen",
        actor_id=actor.account_id,
        subject=plan,
        now=now,
        payload={"reason": reason.strip(), "fingerprint": was},
    )
    return plan
