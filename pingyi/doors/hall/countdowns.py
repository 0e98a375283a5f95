"""The countdown as the hall and the console draw it: right without a script, ticking with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pingyi.review.meetings.domain.countdown import Countdown, countdown, say_last

if TYPE_CHECKING:
    from pingyi.review.meetings.models import AgendaItem


@dataclass(frozen=True)
class ShownCountdown:
    """`time` at the moment of drawing, and what the script needs to go on by itself."""

    time: Countdown
    started_ms: int
    warn_words: str


def shown_countdown(item: AgendaItem, warn: int, now: datetime) -> ShownCountdown | None:
    """None for items without a time of their own."""
    if item.started_at is None:
        return None
    time = countdown(planned=item.planned_seconds, warn=warn, started_at=item.started_at, now=now)
    if time is None:
        return None
    return ShownCountdown(time, int(item.started_at.timestamp() * 1000), say_last(time.warn))
