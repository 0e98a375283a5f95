"""Which of the hall's screens is due, and what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pingyi.doors.hall import ballot_screens
from pingyi.doors.hall.countdowns import shown_countdown
from pingyi.doors.hall.names import size_of_name
from pingyi.review.cycles.queries import settings_of
from pingyi.review.meetings.domain.agenda import ItemKind, ItemState, SittingState, still_to_come
from pingyi.review.meetings.domain.countdown import say_length
from pingyi.review.meetings.queries import agenda_of, lines_of
from pingyi.review.meetings.queries.attendance import class_attendance

if TYPE_CHECKING:
    from pingyi.review.meetings.models import AgendaItem, Sitting


@dataclass(frozen=True)
class Screen:
    """A template below hall/ (without its underscore) and its content."""

    name: str
    content: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Moment:
    """What a screen is made from while an item runs."""

    sitting: Sitting
    items: Sequence[AgendaItem]
    item: AgendaItem
    now: datetime


def screen_of(sitting: Sitting, now: datetime) -> Screen:
    """The screen that the running state demands."""
    if sitting.state == SittingState.CHECK_IN:
        return _check_in(sitting, now)
    if sitting.state == SittingState.ENDED:
        return Screen("ended")
    items = agenda_of(sitting)
    running = next((item for item in items if item.state == ItemState.RUNNING), None)
    if running is None:
        return _between(items)
    return SCREENS.get(ItemKind(running.kind), _words)(Moment(sitting, items, running, now))


def _check_in(sitting: Sitting, now: datetime) -> Screen:
    rows = class_attendance(sitting.meeting)
    minutes = int((sitting.meeting.held_at - now).total_seconds() // 60)
    return Screen(
        "check-in",
        {
            "rows": rows,
            "present": sum(row.present for row in rows),
            "listed": sum(row.listed for row in rows),
            "is_dense": len(rows) > 5,
            "minutes_left": minutes if 0 < minutes <= 180 else None,
        },
    )


def _speaker(at: Moment) -> Screen:
    following = next(iter(_coming(at.items)), None)
    is_comment_next = (
        following is not None
        and following.kind == ItemKind.COMMENT
        and following.reporter_id == at.item.reporter_id
    )
    return Screen("speaker", {**_reporter(at), "is_comment_next": is_comment_next, **_nexts(at.items)})


def _comment(at: Moment) -> Screen:
    return Screen("comment", {**_reporter(at), **_nexts(at.items)})


def _words(at: Moment) -> Screen:
    """Opening, speech, closing and items of one's own: the title in large letters."""
    return Screen(
        "words",
        {
            "item": at.item,
            "size": size_of_name(at.item.title),
            "is_opening": at.item.kind == ItemKind.OPENING,
            "size_of_meeting": size_of_name(at.sitting.meeting.name),
            **_time(at),
            **_nexts(at.items),
        },
    )


def _ballot(at: Moment) -> Screen:
    name, content = ballot_screens.ballot_screen(at.sitting)
    return Screen(name, content)


def _between(items: Sequence[AgendaItem]) -> Screen:
    """Nobody's turn at the moment: who is next."""
    coming = _coming(items)
    if not coming:
        return Screen("ended")
    return Screen(
        "between", {"item": coming[0], "size": size_of_name(coming[0].title), **_nexts(items, skip=1)}
    )


def _closing(at: Moment) -> Screen:
    counted = ballot_screens.counted_screen(at.sitting)
    return Screen(*counted) if counted else _words(at)


SCREENS: dict[ItemKind, Callable[[Moment], Screen]] = {
    ItemKind.REPORT: _speaker,
    ItemKind.COMMENT: _comment,
    ItemKind.BALLOT: _ballot,
    ItemKind.CLOSING: _closing,
}


def _reporter(at: Moment) -> dict[str, Any]:
    reports = [item for item in at.items if item.kind == ItemKind.REPORT and item.state != ItemState.SKIPPED]
    place = next(n for n, item in enumerate(reports, 1) if item.reporter_id == at.item.reporter_id)
    return {
        "item": at.item,
        "reporter": at.item.reporter,
        "size": size_of_name(at.item.title),
        "place": place,
        "total": len(reports),
        **_time(at),
    }


def _time(at: Moment) -> dict[str, Any]:
    settings = settings_of(at.sitting.meeting.cycle)
    return {
        "countdown": shown_countdown(at.item, settings.warn_seconds, at.now),
        "length": say_length(at.item.planned_seconds),
    }


def _coming(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    by_number = {item.pk: item for item in items}
    return [by_number[line.item_id] for line in still_to_come(lines_of(items))]


def _nexts(items: Sequence[AgendaItem], skip: int = 0) -> dict[str, Any]:
    """The next two: reporters while there are any, else the next items."""
    coming = _coming(items)[skip:]
    reports = [item for item in coming if item.kind == ItemKind.REPORT]
    return {"nexts": (reports or coming)[:2], "are_reporters": bool(reports)}
