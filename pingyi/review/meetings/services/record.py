"""One line in the record and one hint to the screens for every act at a meeting."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.meetings.models import Sitting
from pingyi.review.meetings.services.sitting_lock import topic_of_meeting


def record_act(
    *,
    actor: Actor,
    now: datetime,
    sitting: Sitting,
    verb: str,
    subject: Model,
    payload: dict[str, Any] | None = None,
) -> None:
    record_event(
        institution_id=sitting.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=subject,
        now=now,
        payload=payload,
    )
    announce(topic_of_meeting(sitting))
