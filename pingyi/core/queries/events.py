"""Reads of the log: pages of it, and whether its chain is whole."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Model

from pingyi.core.chain import GENESIS, digest_of
from pingyi.core.models import Event, EventPayload
from pingyi.core.paging import page_of
from pingyi.core.services.record_event import hash_of_event
from pingyi.core.words import Words

PER_PAGE = 50


@dataclass(frozen=True)
class EventPage:
    """The newest lines first; `number` counts from 1."""

    events: tuple[Event, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True)
class ChainCheck:
    """`broken_at` is the first line that does not fit; erased payloads are no fault."""

    lines: int
    erased: int
    broken_at: int | None = None
    problem: str = ""

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def event_page(institution_id: int, number: int = 1) -> EventPage:
    """One page of the log with its payloads. Two queries."""
    lines = Event.objects.filter(institution_id=institution_id)
    here = page_of(lines.count(), number, PER_PAGE)
    shown = lines.select_related("payload").order_by("-sequence")[here.rows]
    return EventPage(tuple(shown), here.number, here.pages, here.total)


def newest_events(institution_id: int, count: int) -> list[Event]:
    """The last lines with their payloads, the newest first. One query."""
    lines = Event.objects.filter(institution_id=institution_id)
    return list(lines.select_related("payload").order_by("-sequence")[:count])


def events_of(subject: Model, verbs: Collection[str]) -> list[Event]:
    """The lines of one row with these verbs and their payloads, the oldest first. One query."""
    lines = Event.objects.filter(
        subject_kind=subject._meta.label_lower, subject_id=str(subject.pk), verb__in=verbs
    )
    return list(lines.select_related("payload").order_by("sequence"))


def verify_chain(institution_id: int) -> ChainCheck:
    """Recalculates every line of the institution from the first. Reads all of it: not for every page."""
    expected, lines, erased, previous = 1, 0, 0, GENESIS
    chain = Event.objects.filter(institution_id=institution_id).select_related("payload")
    for event in chain.order_by("sequence").iterator(chunk_size=2000):
        payload: EventPayload | None = getattr(event, "payload", None)
        problem = _problem_of(event, payload, expected, previous)
        if problem:
            return ChainCheck(lines, erased, event.sequence, problem)
        expected, lines, previous = expected + 1, lines + 1, event.hash
        erased += payload is None
    return ChainCheck(lines, erased)


def _problem_of(event: Event, payload: EventPayload | None, expected: int, previous: str) -> str:
    if event.sequence != expected:
        return Words("前面少了记录")
    if event.previous_hash != previous:
        return Words("和上一条接不上")
    if event.hash != hash_of_event(event):
        return Words("这一条被改过")
    if payload is not None and digest_of(payload.salt, payload.body) != event.payload_digest:
        return Words("这一条的内容被改过")
    return ""
