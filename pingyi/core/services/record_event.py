import hashlib
import json
import secrets
from datetime import datetime
from typing import Any

from django.db import models, transaction

from pingyi.core.models import Event, EventPayload

GENESIS = "0" * 64


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
    digest = _sha256(salt + _canonical(body))
    sequence = last.sequence + 1 if last else 1
    previous = last.hash if last else GENESIS
    subject_kind, subject_id = subject._meta.label_lower, str(subject.pk)
    line = [institution_id, sequence, verb, actor_id, subject_kind, subject_id, now.isoformat(), digest, previous]
    event = Event.objects.create(
        institution_id=institution_id,
        sequence=sequence,
        verb=verb,
        actor_id=actor_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        recorded_at=now,
        payload_digest=digest,
        previous_hash=previous,
        hash=_sha256(_canonical(line)),
    )
    EventPayload.objects.create(event=event, salt=salt, body=body)
    return event


def _queue_writers(institution_id: int) -> None:
    connection = transaction.get_connection()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [0x5059, institution_id % 2**31])


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
