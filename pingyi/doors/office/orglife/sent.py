"""What the form of an activity sends, as its content."""

from collections.abc import Collection, Mapping
from datetime import date, time
from functools import partial
from typing import Any

from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.doors.office.sent_fields import read_all, rows_in, sent_day, sent_number, typed_number
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.kinds import TRAINING_KINDS, Kind
from pingyi.ledgers.orglife.services import ActivityContent, Seat
from pingyi.ledgers.orglife.services.activity_content import content_faults

Sent = Mapping[str, str]
REASON_LENGTH = 60
LIMITS = {"topic": 120, "place": 60, "content": 10_000}
NUMBERS, CLOCKS = ("due_count", "present_count", "votes_for", "hours"), ("starts_at", "ends_at")
# More than that is a slip, and more than the columns hold.
MOST = 9_999
PRESENT, ABSENT = "present", "absent"


def sent_activity(sent: Sent, people: Collection[int], *, is_branch: bool, today: date) -> ActivityContent:
    """The content of the form; `people` are the numbers of those who may stand in it. Refused with every fault at its
    field at once, also with those that only the service would see.

    A length is kept only where it counts as training hours.
    """
    found = Gathered()
    # Of numbers, and of clocks, one that cannot be read makes the others no fault.
    numbers = found.read(
        lambda: read_all({name: partial(typed_number, sent, name, MOST) for name in NUMBERS})
    )
    clocks = found.read(lambda: read_all({name: partial(_clock, sent, name) for name in CLOCKS})) or {}
    kind = found.read(lambda: _kind(sent))
    day = found.read(lambda: sent_day(sent, "happened_on"))
    if day is None:
        found.add(Refused(Words("写办的那一天。"), code="activity.day", field="happened_on"))
    texts = {name: found.read(partial(_text, sent, name, limit)) for name, limit in LIMITS.items()}
    content = ActivityContent(
        kind=kind or Kind.TRAINING,
        happened_on=day or today,
        topic=texts["topic"],
        place=texts["place"],
        content=texts["content"],
        **_numbers(numbers or {}, sent, kind),
        starts_at=clocks.get("starts_at"),
        ends_at=clocks.get("ends_at"),
        seats=_seats(sent, people),
        chair_id=_person(sent, "chair", people),
        recorder_id=_person(sent, "recorder", people),
        lecturer_id=_person(sent, "lecturer", people),
    )
    for fault in content_faults(content, is_branch=is_branch, today=today):
        found.add(fault)
    found.refuse()
    return content


def _numbers(numbers: Mapping[str, int | None], sent: Sent, kind: Kind) -> dict[str, Any]:
    """The numbers, and how long it was where that counts."""
    counts = kind in TRAINING_KINDS
    length = sent.get("length") if counts and sent.get("length") in tuple(Length) else Length.HOURS
    return {**numbers, "length": length, "hours": (numbers.get("hours") or 0) if counts else 0}


def _kind(sent: Sent) -> Kind:
    kind = sent.get("kind", "")
    if kind not in tuple(Kind):
        raise Refused(Words("选一下办的是哪一类。"), code="activity.kind", field="kind")
    return Kind(kind)


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
