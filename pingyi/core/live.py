"""Live hints: a page that shows a topic learns that it changed, and fetches its own fragment anew.

A hint carries no content and may be lost; pages poll where none comes. Services call `announce(topic)`;
topics in use: `meeting:ID`, `voting:ID` (both with the meeting's number), `job:ID`.
"""

from typing import Protocol

from django.core import signing
from django.db import transaction

from pingyi.core.hub import hub

SALT = "pingyi.live"
TOKEN_SECONDS = 24 * 3600


class Carrier(Protocol):
    """Brings a hint to every process that may have listeners."""

    def carry(self, topic: str) -> None: ...


class OneProcess:
    """The carrier of the embedded installation: all listeners are in this process.

    Several web processes need another carrier (PostgreSQL NOTIFY) that rings the hub of each of them.
    """

    def carry(self, topic: str) -> None:
        hub.ring(topic)


carrier: Carrier = OneProcess()


def announce(topic: str) -> None:
    """Say that this topic changed, once the present transaction is committed. Never fails the act itself."""
    transaction.on_commit(lambda: carrier.carry(topic), robust=True)


def live_token(topic: str) -> str:
    """What a page needs to listen to this topic: signed, good for a day, made only for those who see the page."""
    return signing.dumps(topic, salt=SALT)


def topic_of(token: str) -> str | None:
    """The topic of a token of ours that is not too old. Needs no database."""
    try:
        topic = signing.loads(token, salt=SALT, max_age=TOKEN_SECONDS)
    except signing.BadSignature:
        return None
    return topic if isinstance(topic, str) else None
