"""How the lines of an institution's log are chained: each hash covers the line and the hash before it."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def digest_of(salt: str, body: Any) -> str:
    """What the line keeps of its payload: enough to prove it, too little to guess it once it is erased."""
    return _sha256(salt + _canonical(body))


def hash_of(
    *,
    institution_id: int,
    sequence: int,
    verb: str,
    actor_id: int | None,
    subject: Sequence[str],
    recorded_at: datetime,
    payload_digest: str,
    previous_hash: str,
) -> str:
    """The hash of one line. The time enters in UTC: a database gives no other zone back."""
    moment = recorded_at.astimezone(UTC).isoformat()
    line = [institution_id, sequence, verb, actor_id, *subject, moment, payload_digest, previous_hash]
    return _sha256(_canonical(line))


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
