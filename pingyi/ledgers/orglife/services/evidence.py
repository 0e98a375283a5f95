from datetime import datetime

from pingyi.ledgers.kit.services import add_evidence
from pingyi.ledgers.orglife.models import Activity, ActivityEvidence
from pingyi.organisations.actor import Actor


def add_activity_evidence(
    *, actor: Actor, now: datetime, activity: Activity, name: str, content: bytes, description: str = ""
) -> ActivityEvidence:
    """Keeps a photograph or a paper with an activity that is still open (`kit.services.add_evidence`)."""
    return add_evidence(
        actor=actor,
        now=now,
        record=activity,
        kind=ActivityEvidence,
        name=name,
        content=content,
        description=description,
    )
