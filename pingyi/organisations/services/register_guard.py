"""What every change of the register begins with."""

from typing import Any

from pingyi.core.errors import Forbidden, Missing
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution
from pingyi.organisations.rules import may_keep_register


def begin_change(actor: Actor, *rows: Any) -> None:
    """Checks the right to write and that the rows are of the actor's institution; then waits for one's turn.

    Rules over many rows (one secretary at a time, no circles) hold only if changes of one institution come one
    after the other. Call it first in the transaction; SQLite queues writers anyway.
    """
    if not may_keep_register(actor):
        raise Forbidden
    if any(row is not None and row.institution_id != actor.institution_id for row in rows):
        raise Missing
    Institution.objects.select_for_update().get(pk=actor.institution_id)
