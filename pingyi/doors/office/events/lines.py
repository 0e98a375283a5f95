"""Lines of the log as people read them: when, who, what, about whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pingyi.accounts.queries import names_of_accounts
from pingyi.core.words import Words, listed
from pingyi.doors.office.events.words import LEDGER_NAMES, SHOWN_KEYS, VERBS, WITHOUT_REASON
from pingyi.organisations.phrases import ROLES

if TYPE_CHECKING:
    from pingyi.core.models import Event

SYSTEM = Words("系统")
# What a payload has as a code and people read as a word.
CODES: dict[str, str] = {**ROLES, **LEDGER_NAMES}


@dataclass(frozen=True)
class EventLine:
    sequence: int
    at: datetime
    who: str
    what: str
    detail: str


def event_lines(events: "Sequence[Event]") -> list[EventLine]:
    """One query for the names, however many lines."""
    names = names_of_accounts(event.actor_id for event in events)
    return [
        EventLine(
            event.sequence,
            event.recorded_at,
            names.get(event.actor_id, SYSTEM) if event.actor_id else SYSTEM,
            VERBS.get(event.verb, event.verb),
            _detail(event),
        )
        for event in events
    ]


def _detail(event: "Event") -> str:
    payload = getattr(event, "payload", None)
    if payload is None:
        return Words("内容已清除")
    body: dict[str, Any] = payload.body
    keys = [key for key in SHOWN_KEYS if key != "reason" or event.verb not in WITHOUT_REASON]
    words = [str(body[key]) for key in keys if body.get(key)]
    return listed([CODES.get(word, word) for word in words], "　")
