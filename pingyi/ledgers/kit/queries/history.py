"""What became of a record: written, filed, returned, confirmed, as often as it was; nothing of it is overwritten."""

from dataclasses import dataclass
from datetime import datetime

from pingyi.accounts.models import Account
from pingyi.core.models import Event
from pingyi.core.queries.events import events_of
from pingyi.ledgers.kit.domain.states import State
from pingyi.ledgers.kit.models import LedgerRecord

VERBS = {
    "record.written": State.DRAFT,
    "record.filed": State.FILED,
    "record.returned": State.RETURNED,
    "record.confirmed": State.CONFIRMED,
}


@dataclass(frozen=True)
class Step:
    """Into which state somebody brought it, and of a return why; `draft` is the writing itself."""

    state: State
    at: datetime
    who: str
    reason: str = ""


def steps_of(record: LedgerRecord) -> list[Step]:
    """All steps from the log, the oldest first. What came by an import or was confirmed without a line of its own is
    taken from the row. Two queries.
    """
    events = events_of(record, VERBS)
    actors = Account.objects.filter(pk__in={one.actor_id for one in events})
    names = dict(actors.values_list("pk", "display_name"))
    steps = [
        Step(
            VERBS[one.verb],
            one.recorded_at,
            names.get(one.actor_id or 0, ""),
            record.reason if _is_last(one, record) else _reason(one),
        )
        for one in events
    ]
    by = record.recorded_by.display_name
    if not any(one.state is State.DRAFT for one in steps):
        steps = [one for one in steps if (one.state, one.at) != (State.FILED, record.recorded_at)]
        is_first = all(record.recorded_at <= one.at for one in steps)
        steps.append(Step(State.DRAFT if is_first else State.FILED, record.recorded_at, by))
    elif record.state == State.FILED and steps[-1].state is not State.FILED:
        steps.append(Step(State.FILED, record.recorded_at, by))
    if record.decided_at and not any(
        (one.state, one.at) == (record.state, record.decided_at) for one in steps
    ):
        who = record.decided_by.display_name if record.decided_by else ""
        steps.append(Step(State(record.state), record.decided_at, who, record.reason))
    return sorted(steps, key=lambda one: one.at)


def _is_last(event: Event, record: LedgerRecord) -> bool:
    """Whether the row still stands as this line left it."""
    return (VERBS[event.verb], event.recorded_at) == (record.state, record.decided_at)


def _reason(event: Event) -> str:
    payload = getattr(event, "payload", None)
    return str(payload.body.get("reason", "")) if payload is not None else ""
