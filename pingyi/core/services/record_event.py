import secrets
from datetime import datetime
from typing import Any

from django.db import models, transaction

from pingyi.core.chain import GENESIS, digest_of, hash_of
from pingyi.core.models import Event, EventPayload

LOCK_SPACE = 0x5059


@transaction.atomic
def record_event(
    *,
    institution_id: int,
    verb: str,
    actor_id: int | None,
    subject: models.Model,
    now: datetime,
    payload: dict[str, Any] | None = None,
) -> Event:
    """Append one line to the institution's chain. Call it inside the transaction of the act that it records.

    `verb` is `noun.verb_past`; the payload must hold nothing of a ballot. Concurrent writers of one
    institution queue on the last line (SQLite: IMMEDIATE; PostgreSQL: an advisory lock until commit).
    """
    _queue_writers(institution_id)
    last = Event.objects.filter(institution_id=institution_id).order_by("-sequence").first()
    salt = secrets.token_hex(16)
    body = payload or {}
    event = Event(
        institution_id=institution_id,
        sequence=last.sequence + 1 if last else 1,
        verb=verb,
        actor_id=actor_id,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        recorded_at=now,
        payload_digest=digest_of(salt, body),
        previous_hash=last.hash if last else GENESIS,
    )
    event.hash = hash_of_event(event)
    event.save(force_insert=True)
    EventPayload.objects.create(event=event, salt=salt, body=body)
    return event


def hash_of_event(event: Event) -> str:
    """The hash that this line must carry."""
    return hash_of(
        institution_id=event.institution_id,
        sequence=event.sequence,
        verb=event.verb,
        actor_id=event.actor_id,
        subject=(event.subject_kind, event.subject_id),
        recorded_at=event.recorded_at,
        payload_digest=event.payload_digest,
        previous_hash=event.previous_hash,
    )


def _queue_writers(institution_id: int) -> None:
    connection = transaction.get_connection()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK_SPACE, institution_id % 2**31])
