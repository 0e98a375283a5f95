"""The stretch of the institution's log from the beginning of a review, as lines of the package."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Any

from pingyi.archives.domain.catalogue import tables_in_detail
from pingyi.archives.domain.log import log_line
from pingyi.archives.domain.manifest import LogFacts
from pingyi.archives.queries.rows import in_cycle
from pingyi.core.chain import GENESIS
from pingyi.core.models import Event
from pingyi.review.cycles.models import Cycle


@dataclass
class LogStretch:
    """The lines as bytes, what the manifest says of them, and who acted: number → name is looked up elsewhere."""

    content: bytes
    facts: LogFacts
    actors: set[int] = field(default_factory=set)


def root_of(institution_id: int) -> str:
    """The first hash of the institution's log. No other institution has it; it stays for ever."""
    first = Event.objects.filter(institution_id=institution_id, sequence=1).values_list("hash", flat=True)
    return first.first() or GENESIS


def stretch_of(cycle: Cycle, *, with_counts: bool) -> LogStretch:
    """From the first line about the review to the newest. Lines of other things prove their place and say nothing more:
    their detail stays here, as does that of counting."""
    lines = Event.objects.filter(institution_id=cycle.institution_id).select_related("payload")
    own = _own_rows(cycle, with_counts=with_counts)

    def is_before(event: Event) -> bool:
        return event.subject_id not in own.get(event.subject_kind, ())

    events = list(dropwhile(is_before, lines.order_by("sequence")))
    if not events:
        return LogStretch(b"", LogFacts(0, 0, 0, GENESIS, GENESIS))
    parts, actors = [], set()
    for event in events:
        says = event.subject_id in own.get(event.subject_kind, ())
        payload = getattr(event, "payload", None) if says else None
        if says and event.actor_id is not None:
            actors.add(event.actor_id)
        parts.append(_line(event, (payload.salt, payload.body) if payload else None))
    facts = LogFacts(
        lines=len(events),
        first=events[0].sequence,
        last=events[-1].sequence,
        before=events[0].previous_hash,
        head=events[-1].hash,
    )
    return LogStretch(b"".join(parts), facts, actors)


def _line(event: Event, payload: tuple[str, Any] | None) -> bytes:
    return log_line(
        sequence=event.sequence,
        verb=event.verb,
        actor_id=event.actor_id,
        subject=(event.subject_kind, event.subject_id),
        recorded_at=event.recorded_at,
        payload_digest=event.payload_digest,
        previous_hash=event.previous_hash,
        hash_=event.hash,
        payload=payload,
    )


def _own_rows(cycle: Cycle, *, with_counts: bool) -> dict[str, set[str]]:
    """Which rows belong to the cycle, by their kind: only of tables that stand in the package. One query for each."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    for table in tables_in_detail(with_counts=with_counts):
        # Two tables may stand on the same rows' kind: a review, and the polls on its rectification.
        own[table.model] |= {str(pk) for pk in in_cycle(table, cycle).values_list("pk", flat=True)}
    return own
