"""Sentences for people: Chinese to programs, the reader's language on the page (docs/adr/0011)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import reduce
from typing import Any, Self

_is_shown: ContextVar[bool] = ContextVar("a page is being drawn", default=False)
_translate: list[Callable[[str], str]] = [lambda template: template]


class Words(str):
    """A Chinese sentence with its values: `Words("第{row}行没有名称", row=3)`.

    It is the Chinese text: as that it compares, is stored, printed and sent. Only while a page is drawn (`shown`) does
    `str()` of it, and its place inside another sentence, give the language of the reader.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        plain = {name: _chinese(value) for name, value in values.items()}
        made = super().__new__(cls, template.format(**plain) if values else template)
        made.template = template
        made.values = values
        return made

    def __str__(self) -> str:
        if not _is_shown.get():
            return str.__str__(self)
        said = _translate[-1](self.template)
        return said.format(**self.values) if self.values else said

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __add__(self, then: str) -> Words:
        return Words("{first}{then}", first=self, then=then)

    def __radd__(self, first: str) -> Words:
        return Words("{first}{then}", first=first, then=self)


class Clause(Words):
    """A sentence without its full stop, as it stands in a heading or inside another sentence, in either language."""

    __slots__ = ("sentence",)
    sentence: str

    def __new__(cls, sentence: str, /) -> Self:
        made = super().__new__(cls, "{sentence}", sentence=_chinese(sentence).rstrip("。"))
        made.sentence = sentence
        return made

    def __str__(self) -> str:
        return str(self.sentence).rstrip("。.") if _is_shown.get() else str.__str__(self)


_LISTS = {
    "、": Words("{first}、{then}"),
    "，": Words("{first}，{then}"),
    "；": Words("{first}；{then}"),
    "。": Words("{first}。{then}"),
    "\n": Words("{first}\n{then}"),
    "　": Words("{first}　{then}"),
}


def listed(parts: Iterable[str], mark: str = "、") -> str:
    """The parts with a Chinese mark between them, or with what the reader's language has for it."""
    ready, template = list(parts), _LISTS[mark].template
    return reduce(lambda first, then: Words(template, first=first, then=then), ready) if ready else ""


def speak_with(translate: Callable[[str], str]) -> None:
    """From now on `translate` says a Chinese template in the reader's language (Django's gettext)."""
    _translate[:] = [translate]


@contextmanager
def shown() -> Iterator[None]:
    """Inside, sentences are said to the reader."""
    token = _is_shown.set(True)
    try:
        yield
    finally:
        _is_shown.reset(token)


def _chinese(value: Any) -> Any:
    return str.__str__(value) if isinstance(value, Words) else value
