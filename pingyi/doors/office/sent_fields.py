"""What forms send, as values. What cannot be read is refused at its field."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.core.errors import Refused
from pingyi.core.faults import SeveralFaults
from pingyi.core.text import shorten
from pingyi.core.words import Words

T = TypeVar("T")
Sent = Mapping[str, str]


def sent_day(sent: Sent, field: str) -> date | None:
    """A day as date inputs send it (2026-01-16), or None for nothing."""
    text = sent.get(field, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Refused(
            Words("“{text}”不是日期。写成2026-01-16这样。", text=text), code="form.day", field=field
        ) from fault


def sent_moment(sent: Sent, field: str) -> datetime | None:
    """A moment on the clock of the people, as inputs send it (2026-01-16T14:30), or None for nothing."""
    text = sent.get(field, "").strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise Refused(
            Words("“{text}”不是时间。写成2026-01-16 14:30这样。", text=text), code="form.moment", field=field
        ) from fault
    return moment if moment.tzinfo else moment.replace(tzinfo=PEOPLE_ZONE)


def sent_number(sent: Sent, field: str) -> int:
    """A row's number; 0, which no row has, for anything else."""
    return number_in(sent.get(field, ""))


def number_in(text: str) -> int:
    """The number in these characters; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def typed_number(sent: Sent, field: str, most: int = 999_999) -> int | None:
    """A whole number that somebody typed, from 0 to `most`, or None for nothing."""
    text = sent.get(field, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and int(text) <= most):
        words = Words("“{text}”不是0到{most}的整数。", text=shorten(text), most=most)
        raise Refused(words, code="form.number", field=field)
    return int(text)


def rows_in(sent: Sent, prefix: str) -> dict[int, str]:
    """The fields `prefix-NUMBER` of a table that is sent at once, by number."""
    found = {
        number_in(name.removeprefix(f"{prefix}-")): text
        for name, text in sent.items()
        if name.startswith(f"{prefix}-")
    }
    return {number: text for number, text in found.items() if number}


def read_all(readers: Mapping[str, Callable[[], T]]) -> dict[str, T]:
    """Runs all readers and refuses with every fault at once, so that nobody corrects one field after the other."""
    values: dict[str, T] = {}
    faults: dict[str, str] = {}
    for name, reader in readers.items():
        try:
            values[name] = reader()
        except Refused as refusal:
            faults[refusal.field or name] = refusal.message
    if faults:
        raise SeveralFaults(faults, code="form.faults")
    return values


def faults_of(refusal: Refused | None) -> dict[str, str]:
    """What is wrong by field, whether the refusal names one field, several or none."""
    if refusal is None:
        return {}
    if isinstance(refusal, SeveralFaults):
        return refusal.faults
    return {refusal.field: refusal.message} if refusal.field else {}
