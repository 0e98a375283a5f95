from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, Reporter, VoterClass
from pingyi.review.cycles.services.plan_lock import lock_draft


@transaction.atomic
def drop_poll(*, actor: Actor, now: datetime, poll: Cycle) -> None:
    """Take away a poll that is still a draft, with everything planned of it. Records poll.dropped.

    Refused once its hall was opened or its boxes were prepared.
    """
    draft = lock_draft(actor, poll.pk)
    record_event(
        institution_id=draft.institution_id,
        verb="poll.dropped",
        actor_id=actor.account_id,
        subject=draft,
        now=now,
        payload={"name": draft.name, "review": draft.polled_id},
    )
    try:
        with transaction.atomic():
            Reporter.objects.filter(cycle=draft).delete()
            # Merged classes hold on to each other; they all go.
            VoterClass.objects.filter(meeting__cycle=draft).update(
                merged_into=None, merge_reason="", merged_by=None, merged_at=None
            )
            draft.delete()
    except ProtectedError as use:
        raise Refused(
            Words("“{name}”已经打开过会场或准备过票箱，不能撤掉。", name=draft.name), code="poll.in_use"
        ) from use
