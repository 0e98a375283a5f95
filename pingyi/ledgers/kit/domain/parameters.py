"""The numbers of a ledger's rules. Each has dated versions with level and source; an institution may lay down its own
from a day on. What was right on the day of an event is what it is checked against.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pingyi.core.errors import Refused
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Level
from pingyi.ledgers.kit.domain.shares import Share

TEXT_LENGTH = 60
MONTH_NUMBERS = range(1, 13)
SHARE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")


class Sort(StrEnum):
    """What a parameter holds, and so how it is typed in."""

    NUMBER = "number"
    TEXT = "text"
    MONTHS = "months"
    YES_NO = "yes_no"
    SHARE = "share"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Version:
    """A value that comes with the product, from `effective_from` on; `source` is where it was seen."""

    value: Any
    level: Level
    source: str
    effective_from: date = date.min


@dataclass(frozen=True)
class Parameter:
    """One number, text or set of months. `versions` are in the order of their days, the first without a beginning.

    Months are stored as a list of numbers, empty for none; a share as its two numbers. `choices` are the values of a
    choice with their words.
    """

    key: str
    title: str
    versions: tuple[Version, ...]
    sort: Sort = Sort.NUMBER
    hint: str = ""
    unit: str = ""
    lowest: int = 0
    highest: int = 366
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What an institution laid down itself, from a day on. `number` tells which of two was written later."""

    key: str
    value: Any
    effective_from: date
    number: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """The value of a day and where it comes from."""

    value: Any
    level: Level
    source: str
    effective_from: date


class Rulebook:
    """All parameters of a ledger with what the institution laid down; asked for the value of a day."""

    def __init__(self, parameters: Iterable[Parameter], entries: Iterable[Entry] = ()) -> None:
        self.parameters: Mapping[str, Parameter] = {one.key: one for one in parameters}
        self._entries: dict[str, list[Entry]] = {}
        self._known: dict[tuple[str, date], InForce] = {}
        for entry in sorted(entries, key=lambda one: (one.effective_from, one.number)):
            self._entries.setdefault(entry.key, []).append(entry)

    def in_force(self, key: str, day: date) -> InForce:
        """The institution's own newest value that has begun; else the newest version that has."""
        found = self._known.get((key, day))
        if found is None:
            found = self._known[key, day] = self._find(key, day)
        return found

    def _find(self, key: str, day: date) -> InForce:
        own = _begun(self._entries.get(key, ()), day)
        if own is not None:
            return InForce(own.value, Level.HOUSE, own.reason, own.effective_from)
        version = _begun(self.parameters[key].versions, day)
        return InForce(version.value, version.level, version.source, version.effective_from)

    def number(self, key: str, day: date) -> int:
        return int(self.in_force(key, day).value)

    def text(self, key: str, day: date) -> str:
        return str(self.in_force(key, day).value)

    def months(self, key: str, day: date) -> frozenset[int]:
        return frozenset(self.in_force(key, day).value)

    def share(self, key: str, day: date) -> Share:
        """A share that has at least to be reached."""
        return Share(*self.in_force(key, day).value)

    def is_on(self, key: str, day: date) -> bool:
        return bool(self.in_force(key, day).value)


def _begun(versions: Sequence[Any], day: date) -> Any:
    begun = [one for one in versions if one.effective_from <= day]
    return begun[-1] if begun else None


def read_value(parameter: Parameter, typed: str) -> Any:
    """What somebody typed, as the value to store; refused at the field `value` (`setting.value`)."""
    text = tidy(typed)
    if parameter.sort is Sort.YES_NO:
        return text == "yes"
    if parameter.sort is Sort.TEXT:
        return _text(text)
    if parameter.sort is Sort.MONTHS:
        return _months(text)
    if parameter.sort is Sort.SHARE:
        return _share(text)
    if parameter.sort is Sort.CHOICE:
        return _choice(parameter, text)
    return _number(parameter, text)


def typed_value(parameter: Parameter, value: Any) -> str:
    """A value as it is typed: what `read_value` reads back."""
    if parameter.sort is Sort.MONTHS:
        return "、".join(str(month) for month in value)
    if parameter.sort is Sort.YES_NO:
        return "yes" if value else "no"
    if parameter.sort is Sort.SHARE:
        return f"{value[0]}/{value[1]}"
    return str(value)


def _text(text: str) -> str:
    if len(text) > TEXT_LENGTH:
        raise _wrong(Words("太长了。缩短到{limit}个字以内。", limit=TEXT_LENGTH))
    return text


def _months(text: str) -> list[int]:
    parts = re.split("月?[，,、]", text.removesuffix("月")) if text else []
    months = {int(part) for part in map(str.strip, parts) if part.isdecimal() and int(part) in MONTH_NUMBERS}
    if len(months) != len({part.strip() for part in parts}):
        raise _wrong(Words("看不出是哪几个月。写成2、8这样，没有就空着。"))
    return sorted(months)


def _share(text: str) -> list[int]:
    found = SHARE.fullmatch(text)
    if found is None or not 0 < int(found[1]) <= int(found[2]):
        raise _wrong(Words("写成1/2、2/3这样的比例，不超过1。"))
    return [int(found[1]), int(found[2])]


def _choice(parameter: Parameter, text: str) -> str:
    if text not in [value for value, _ in parameter.choices]:
        raise _wrong(Words("从列出的里面选一个。"))
    return text


def _number(parameter: Parameter, text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    if not is_number or not parameter.lowest <= int(text) <= parameter.highest:
        raise _wrong(
            Words("要填{lowest}到{highest}之间的整数。", lowest=parameter.lowest, highest=parameter.highest)
        )
    return int(text)


def _wrong(words: str) -> Refused:
    return Refused(words, code="setting.value", field="value")
