"""What the form of an activity sends, as its content."""

from collections.abc import Collection, Mapping
from datetime import date, time
from functools import partial

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.doors.office.organisations.sent import sent_count
from pingyi.doors.office.sent_fields import read_all, rows_in, sent_day, sent_number
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.kinds import TRAINING_KINDS, Kind
from pingyi.ledgers.orglife.services import ActivityContent, Seat

Sent = Mapping[str, str]
TOPIC_LENGTH, PLACE_LENGTH, REASON_LENGTH, CONTENT_LENGTH = 120, 60, 60, 10_000
NUMBERS = ("due_count", "present_count", "hours")
PRESENT, ABSENT = "present", "absent"


def sent_activity(sent: Sent, people: Collection[int]) -> ActivityContent:
    """The content of the form; `people` are the numbers of those who may stand in it. Every fault at its field.

    A length is kept only where it counts as training hours.
    """
    numbers = read_all({name: partial(sent_count, sent, name) for name in NUMBERS})
    clocks = read_all({name: partial(_clock, sent, name) for name in ("starts_at", "ends_at")})
    kind = _kind(sent)
    counts = kind in TRAINING_KINDS
    return ActivityContent(
        kind=kind,
        happened_on=_day(sent),
        topic=_text(sent, "topic", TOPIC_LENGTH),
        place=_text(sent, "place", PLACE_LENGTH),
        content=_text(sent, "content", CONTENT_LENGTH),
        votes_for=sent_count(sent, "votes_for") if sent.get("votes_for", "").strip() else None,
        length=sent.get("length", "") if counts and sent.get("length") in tuple(Length) else Length.HOURS,
        seats=_seats(sent, people),
        due_count=numbers["due_count"],
        present_count=numbers["present_count"],
        hours=numbers["hours"] if counts else 0,
        starts_at=clocks["starts_at"],
        ends_at=clocks["ends_at"],
        chair_id=_person(sent, "chair", people),
        recorder_id=_person(sent, "recorder", people),
        lecturer_id=_person(sent, "lecturer", people),
    )


def _kind(sent: Sent) -> Kind:
    kind = sent.get("kind", "")
    if kind not in tuple(Kind):
        raise Refused(Words("选一下办的是哪一类。"), code="activity.kind", field="kind")
    return Kind(kind)


def _day(sent: Sent) -> date:
    day = sent_day(sent, "happened_on")
    if day is None:
        raise Refused(Words("写办的那一天。"), code="activity.day", field="happened_on")
    return day


def _text(sent: Sent, name: str, limit: int) -> str:
    text = sent.get(name, "").strip() if name == "content" else tidy(sent.get(name, ""))
    if len(text) > limit:
        raise Refused(
            Words("太长，有{found}个字，请缩到{limit}个字以内。", found=len(text), limit=limit),
            code="activity.long",
            field=name,
        )
    return text


def _clock(sent: Sent, name: str) -> time | None:
    text = sent.get(name, "").strip()
    if not text:
        return None
    try:
        return time.fromisoformat(text)
    except ValueError as fault:
        raise Refused(
            Words("“{text}”不是几点几分。写成14:30这样。", text=text), code="form.clock", field=name
        ) from fault


def _person(sent: Sent, name: str, people: Collection[int]) -> int | None:
    number = sent_number(sent, name)
    return number if number in people else None


def _seats(sent: Sent, people: Collection[int]) -> list[Seat]:
    """Everybody who is marked as there or not there; whoever is marked as neither is not on the list."""
    marks, reasons = rows_in(sent, "seat"), rows_in(sent, "why")
    return [
        Seat(number, mark == PRESENT, tidy(reasons.get(number, ""))[:REASON_LENGTH] if mark == ABSENT else "")
        for number, mark in marks.items()
        if number in people and mark in (PRESENT, ABSENT)
    ]
