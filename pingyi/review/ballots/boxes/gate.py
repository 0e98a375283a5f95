"""The gate between casting and closing: when it is shut, no ballot is half way through it.

SQLite has one writer at a time (IMMEDIATE), so there the transaction itself is the gate. On PostgreSQL casts hold a
shared advisory lock until they commit; closing takes it alone. Locks on rows would leave marks in the rows.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from pingyi.review.ballots.models import Voting

_GATES = 0x5056  # the first key of the advisory locks of this kind
_turn = threading.Lock()


@contextmanager
def own_turn() -> Iterator[None]:
    """On SQLite the casts of one process queue here, around their transaction, each woken when the last has ended.

    In SQLite's own queue a waiting writer sleeps ever longer and asks again: in a burst some phones wait a second
    while others overtake them.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with _turn:
        yield


def pass_gate(voting: Voting) -> None:
    """Waits while the voting is being closed; call it inside the transaction that casts."""
    _lock("pg_advisory_xact_lock_shared", voting)


def shut_gate(voting: Voting) -> None:
    """Waits for every cast under way; call it inside the transaction that closes."""
    _lock("pg_advisory_xact_lock", voting)


def _lock(function: str, voting: Voting) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s, %s)", [_GATES, voting.pk % 2**31])
