"""Kinds of setting: how a value is typed, stored, and shown. Each refuses what it cannot be, with the remedy."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from pingyi.core.words import Words, listed
from pingyi.review.cycles.domain.decimals import (
    NotANumberError,
    is_decimal,
    number_text,
    read_number,
    read_share,
    share_text,
)


class BadValueError(ValueError):
    """What was typed cannot be the value of this setting; the message says what can."""


class Kind(Protocol):
    """`read` takes what people type, `store`/`load` what the database keeps, `typed`/`words` what a page shows.

    `unit` stands behind the number that is typed; `is_long`: words are typed.
    """

    @property
    def unit(self) -> str: ...
    @property
    def is_long(self) -> bool: ...
    def read(self, text: str) -> Any: ...
    def store(self, value: Any) -> Any: ...
    def load(self, stored: Any) -> Any: ...
    def typed(self, value: Any) -> str: ...
    def words(self, value: Any) -> str: ...


class _Exact:
    """Fractions are stored as text, numerator over denominator."""

    unit = ""
    is_long = False

    def store(self, value: Any) -> Any:
        return f"{value.numerator}/{value.denominator}"

    def load(self, stored: Any) -> Any:
        return Fraction(str(stored))


@dataclass(frozen=True)
class Share(_Exact):
    """A share from 0 to 1. `must_end`: it takes part in the score, whose numbers are decimals with an end."""

    must_end: bool = True

    def read(self, text: str) -> Fraction:
        try:
            value = read_share(text)
        except NotANumberError as fault:
            raise BadValueError(str(fault)) from fault
        if self.must_end and not is_decimal(value):
            raise BadValueError(
                Words("“{text}”写成小数没有尽头，算分时不能精确。写成有尽头的小数，例如33.33%。", text=text)
            )
        return value

    def typed(self, value: Any) -> str:
        return share_text(value)

    words = typed


@dataclass(frozen=True)
class Points(_Exact):
    """Points from 0 to `maximum`."""

    maximum: int = 1000
    unit = Words("分")

    def read(self, text: str) -> Fraction:
        try:
            value = read_number(text)
        except NotANumberError as fault:
            raise BadValueError(str(fault)) from fault
        if value > self.maximum or not is_decimal(value):
            raise BadValueError(
                Words(
                    "“{text}”不能作分数。写0到{maximum}之间的数，例如92.5。", text=text, maximum=self.maximum
                )
            )
        return value

    def typed(self, value: Any) -> str:
        return number_text(value)

    def words(self, value: Any) -> str:
        return Words("{typed}分", typed=self.typed(value))


class _Plain:
    """Integers, flags and texts are stored as they are."""

    is_long = False

    def store(self, value: Any) -> Any:
        return value

    def load(self, stored: Any) -> Any:
        return stored


@dataclass(frozen=True)
class Count(_Plain):
    """A whole number between two bounds."""

    minimum: int
    maximum: int
    unit: str

    def read(self, text: str) -> Any:
        try:
            value = read_number(text.strip().removesuffix(self.unit))
        except NotANumberError as fault:
            raise BadValueError(
                Words("“{text}”不是整数。{remedy}", text=text, remedy=self._remedy())
            ) from fault
        if value.denominator != 1 or not self.minimum <= value <= self.maximum:
            raise BadValueError(Words("“{text}”不在范围里。{remedy}", text=text, remedy=self._remedy()))
        return int(value)

    def _remedy(self) -> str:
        return Words("写{minimum}到{maximum}之间的整数。", minimum=self.minimum, maximum=self.maximum)

    def typed(self, value: Any) -> str:
        return str(value)

    def words(self, value: Any) -> str:
        return Words("{value}{unit}", value=value, unit=self.unit)


@dataclass(frozen=True)
class OptionalCount(Count):
    """A whole number that may be left open; `open_words` says what that means."""

    open_words: str

    def read(self, text: str) -> Any:
        return super().read(text) if text.strip() else None

    def store(self, value: Any) -> Any:
        """An open number is kept as an empty text: the column of the values takes no null."""
        return "" if value is None else value

    def load(self, stored: Any) -> Any:
        return None if stored == "" else stored

    def typed(self, value: Any) -> str:
        return "" if value is None else str(value)

    def words(self, value: Any) -> str:
        return self.open_words if value is None else super().words(value)


@dataclass(frozen=True)
class Minutes(_Plain):
    """A time of up to `maximum` minutes, typed in minutes (8, 8.5), kept in whole seconds."""

    maximum: int
    unit = Words("分钟")

    def read(self, text: str) -> int:
        try:
            seconds = read_number(text.strip().removesuffix(Words("分钟")).removesuffix(Words("分"))) * 60
        except NotANumberError as fault:
            raise BadValueError(Words("“{text}”不是时间。写分钟数，例如8或8.5。", text=text)) from fault
        if seconds.denominator != 1 or not 0 < seconds <= self.maximum * 60:
            raise BadValueError(
                Words(
                    "“{text}”不在范围里。写不超过{maximum}的分钟数，例如8或8.5。",
                    text=text,
                    maximum=self.maximum,
                )
            )
        return int(seconds)

    def typed(self, value: Any) -> str:
        return number_text(Fraction(value, 60))

    def words(self, value: Any) -> str:
        minutes, seconds = divmod(value, 60)
        return (
            Words("{minutes}分{seconds}秒", minutes=minutes, seconds=seconds)
            if seconds
            else Words("{minutes}分钟", minutes=minutes)
        )


@dataclass(frozen=True)
class Choice(_Plain):
    """One of several, each with its words."""

    options: tuple[tuple[str, str], ...]
    unit = ""

    def read(self, text: str) -> str:
        if text not in dict(self.options):
            raise BadValueError(Words("请从列出的几项里选一项。"))
        return text

    def typed(self, value: Any) -> str:
        return str(value)

    def words(self, value: Any) -> str:
        return dict(self.options)[str(value)]


@dataclass(frozen=True)
class Flag(_Plain):
    """Yes or no, each with its words."""

    yes: str
    no: str
    unit = ""

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return ("yes", self.yes), ("no", self.no)

    def read(self, text: str) -> bool:
        if text not in {"yes", "no"}:
            raise BadValueError(Words("请从列出的两项里选一项。"))
        return text == "yes"

    def typed(self, value: Any) -> str:
        return "yes" if value else "no"

    def words(self, value: Any) -> str:
        return self.yes if value else self.no


@dataclass(frozen=True)
class Text(_Plain):
    """Free words, one line; `empty_words` says what it means to leave them out, None that they are needed."""

    longest: int
    empty_words: str | None
    unit = ""
    is_long = True

    def read(self, text: str) -> str:
        words = " ".join(text.split())
        if not words and self.empty_words is None:
            raise BadValueError(Words("这里不能空着。"))
        if len(words) > self.longest:
            raise BadValueError(
                Words(
                    "太长了，有{words}个字。请缩到{longest}个字以内。", words=len(words), longest=self.longest
                )
            )
        return words

    def typed(self, value: Any) -> str:
        return str(value)

    def words(self, value: Any) -> str:
        return str(value) or self.empty_words or ""


@dataclass(frozen=True)
class Names(_Plain):
    """Several names in an order, typed and kept with 、 between them."""

    most: int
    longest: int
    unit = ""
    is_long = True

    def read(self, text: str) -> str:
        names = ["".join(name.split()) for name in re.split("[、，,;；]", text)]
        names = [name for name in names if name]
        if not names or len(names) > self.most:
            raise BadValueError(
                Words("写1到{most}个名称，用顿号隔开，例如：本单位、组织部门。", most=self.most)
            )
        if len(set(names)) < len(names):
            raise BadValueError(Words("有两个名称一样。请改成不同的名称。"))
        if max(map(len, names)) > self.longest:
            raise BadValueError(Words("名称最长{longest}个字。请改短。", longest=self.longest))
        return listed(names)

    def typed(self, value: Any) -> str:
        return str(value)

    def words(self, value: Any) -> str:
        return " → ".join(str(value).split("、"))
