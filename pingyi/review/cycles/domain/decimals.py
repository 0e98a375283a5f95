"""Numbers as people type them, read exactly: 0.6, 60%, ６０％, 3/5. Nothing passes through a float."""

import re
import unicodedata
from fractions import Fraction

from pingyi.core.words import Words

LONGEST = 16
_DECIMAL = re.compile(r"(\d+)(?:\.(\d+))?(%?)")
_QUOTIENT = re.compile(r"(\d+)/(\d+)")


class NotANumberError(ValueError):
    """What was typed is no number of the kind asked for; the message says how to write one."""


def read_number(text: str) -> Fraction:
    """A number of at least zero: a decimal, a percentage or a quotient. Full-width digits and signs are fine."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace("。", ".")
    if not plain:
        raise NotANumberError(Words("这里还空着。写一个数，例如0.6或60%。"))
    if len(plain) > LONGEST:
        raise NotANumberError(Words("“{text}”太长。写一个数，例如0.6或60%。", text=text))
    if quotient := _QUOTIENT.fullmatch(plain):
        numerator, denominator = int(quotient[1]), int(quotient[2])
        if denominator == 0:
            raise NotANumberError(Words("分母不能是0。写一个数，例如0.6或60%。"))
        return Fraction(numerator, denominator)
    if decimal := _DECIMAL.fullmatch(plain):
        value = Fraction(f"{decimal[1]}.{decimal[2] or 0}")
        return value / 100 if decimal[3] else value
    raise NotANumberError(Words("“{text}”不是数。写一个不带符号的数，例如0.6或60%。", text=text))


def read_share(text: str) -> Fraction:
    """A share of the whole, from 0 to 1. A bare 15 is refused: nobody can know whether 15 % was meant."""
    value = read_number(text)
    if value > 1:
        raise NotANumberError(
            Words(
                "“{text}”大于1。是百分之{number_text}的话，写成{number_text}%。",
                text=text,
                number_text=number_text(value),
            )
        )
    return value


def is_decimal(value: Fraction) -> bool:
    """Whether the number can be written as a decimal with an end. One third cannot."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def number_text(value: Fraction) -> str:
    """The number as people write it: 12.5, and 1/3 where no decimal ends."""
    if not is_decimal(value):
        return f"{value.numerator}/{value.denominator}"
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    digits = str((value * 10**decimals).numerator).zfill(decimals + 1)
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits


def share_text(value: Fraction) -> str:
    """A share as people write it: 12.5%, and 1/3 where no decimal ends."""
    return f"{number_text(value * 100)}%" if is_decimal(value) else number_text(value)
