"""Reading a JSON document strictly. A reader takes any value and returns a sound one or refuses it."""

import json
from collections.abc import Callable, Collection
from enum import StrEnum
from typing import TypeVar

from pingyi.core.words import Words, listed
from pingyi.review.appraisal.domain.errors import InputError, inside
from pingyi.review.appraisal.domain.number import json_integer

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class RepeatedKey(dict[str, object]):
    """A JSON object in which a key stands twice. JSON allows it, and every program keeps another value."""

    def __init__(self, found: dict[str, object], key: str) -> None:
        super().__init__(found)
        self.key = key


def read_json(raw: bytes) -> object:
    """The document in these bytes: UTF-8 (a byte order mark is accepted), one JSON value, nothing else."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("", Words("文件不是 UTF-8 编码。请另存为 UTF-8 再试。")) from None
    try:
        document: object = json.loads(text, object_pairs_hook=json_object, parse_int=json_integer)
    except json.JSONDecodeError as error:
        place = Words("第 {lineno} 行第 {colno} 个字符", lineno=error.lineno, colno=error.colno)
        raise InputError(
            "", Words("文件不是完整的 JSON，{place}处读不下去。请核对括号、引号和逗号。", place=place)
        ) from None
    except RecursionError:
        raise InputError("", Words("括号套得太深，无法读取。请核对文件。")) from None
    return document


def json_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; one with a repeated key is marked, to be refused by whoever reads it."""
    found: dict[str, object] = {}
    repeated = None
    for key, value in pairs:
        if repeated is None and key in found:
            repeated = key
        found[key] = value
    return found if repeated is None else RepeatedKey(found, repeated)


def read_object(value: object, known: Collection[str]) -> dict[str, object]:
    """A JSON object with no key twice and none but the known ones."""
    if not isinstance(value, dict):
        raise InputError("", Words("应为一组带名称的值，写在花括号 { } 里。"))
    if isinstance(value, RepeatedKey):
        raise InputError(value.key, Words("这一项写了两次。请只留一个。"))
    for key in value:
        if key not in known:
            raise InputError(key, Words("没有这一项。这里可以写：{known}。请核对拼写。", known=listed(known)))
    return value


def read_field(fields: dict[str, object], key: str, read: Callable[[object], T]) -> T:
    """The value under a key that must be there."""
    with inside(key):
        if key not in fields:
            raise InputError("", Words("缺这一项。请补上。"))
        return read(fields[key])


def read_list(value: object, read: Callable[[object], T]) -> tuple[T, ...]:
    """A JSON list, each element read alike."""
    if not isinstance(value, list):
        raise InputError("", Words("应为一列值，写在方括号 [ ] 里。"))
    found = []
    for index, element in enumerate(value):
        with inside(f"[{index}]"):
            found.append(read(element))
    return tuple(found)


def read_text(value: object) -> str:
    """A JSON string."""
    if not isinstance(value, str):
        raise InputError("", Words("应为带引号的文字。"))
    return value


def read_choice(value: object, choices: type[Choice]) -> Choice:
    """One of a few words."""
    words = [choice.value for choice in choices]
    if value not in words:
        raise InputError("", Words("只能写其中之一：{words}。", words=listed(words)))
    return choices(value)
