"""One line in the record for every act."""

from datetime import datetime

from django.db import models

from pingyi.core.services import record_event
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Reporter
from pingyi.review.daily.models import IndicatorSet


def record_about_set(actor: Actor, now: datetime, row: IndicatorSet, verb: str, **payload: object) -> None:
    record(actor, now, row, verb, name=row.name, number=row.number, **payload)


def record_about_reporter(
    actor: Actor, now: datetime, subject: models.Model, reporter: Reporter, verb: str, **payload: object
) -> None:
    record(
        actor,
        now,
        subject,
        verb,
        organisation=reporter.organisation.name,
        year=reporter.cycle.year,
        **payload,
    )


def record(actor: Actor, now: datetime, subject: models.Model, verb: str, **payload: object) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=subject,
        now=now,
        payload=payload,
    )
