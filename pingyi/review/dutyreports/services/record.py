"""One line in the event log for every act on a report, with the name of its organisation."""

from datetime import datetime
from typing import Any

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.dutyreports.models import DutyReport


def record_act(
    *, actor: Actor, now: datetime, report: DutyReport, verb: str, payload: dict[str, Any] | None = None
) -> None:
    record_event(
        institution_id=report.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=report,
        now=now,
        payload={"organisation": report.reporter.organisation.name, **(payload or {})},
    )
