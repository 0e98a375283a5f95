"""How numbers are written: what is read as a number, and how a result is printed. See ADR 0009."""

import re
from decimal import Decimal
from fractions import Fraction

from pingyi.core.words import Words
from pingyi.review.appraisal.domain.errors import InputError

DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
LONGEST_NUMBER = 1000


class LongInteger:
    """Stands for a JSON integer of more digits than we read, so that the fault is reported at its place."""


def json_integer(text: str) -> int | LongInteger:
    """A JSON integer as Python reads it, unless it is absurdly long."""
    return LongInteger() if len(text) > LONGEST_NUMBER else int(text)


def read_integer(value: object) -> int:
    """A JSON integer. 9.0, "9" and true are none."""
    refuse_too_long(value)
    if type(value) is not int:
        raise InputError("", Words("应为整数，直接写成 9 这样，不加引号，不带小数点。"))
    return value


def read_decimal(value: object) -> Fraction:
    """A decimal string such as "0.6": ASCII digits, one sign at most, no exponent, no spaces."""
    if type(value) is not str:
        raise InputError("", Words('应为带引号的十进制数，例如 "0.6"。请加上引号，免得小数在读取时走样。'))
    refuse_too_long(value)
    if not DECIMAL.fullmatch(value):
        raise InputError("", Words('不是十进制数。只能用数字和一个小数点，例如 "0.6"、"92.5"。'))
    return Fraction(value)


def read_points(value: object) -> Fraction:
    """Points may be written either way."""
    return Fraction(read_integer(value)) if type(value) in (int, LongInteger) else read_decimal(value)


def refuse_too_long(value: object) -> None:
    """No mark and no count needs a thousand digits."""
    if type(value) is LongInteger or (type(value) is str and len(value) > LONGEST_NUMBER):
        raise InputError(
            "", Words("这个数太长，超过 {longest_number} 个字符。请核对。", longest_number=LONGEST_NUMBER)
        )


def fraction_text(value: Fraction) -> str:
    """Lowest terms, always with a bar: 90 is "90/1"."""
    return f"{digits(value.numerator)}/{digits(value.denominator)}"


def display_text(value: Fraction, decimals: int) -> str:
    """Rounded half up (by absolute value) to exactly so many decimals; no point for 0, no minus for zero."""
    scaled = (2 * abs(value.numerator) * 10**decimals + value.denominator) // (2 * value.denominator)
    text = digits(scaled).zfill(decimals + 1)
    sign = "-" if value < 0 and scaled else ""
    whole = len(text) - decimals
    return f"{sign}{text[:whole]}.{text[whole:]}" if decimals else f"{sign}{text}"


def digits(value: int) -> str:
    """An integer in full. Python prints no integer beyond 4300 digits; decimals know no such limit."""
    return f"{Decimal(value):f}"


def exact_text(value: Fraction) -> str:
    """The shortest decimal that is exactly this number, or "1/3" where no decimal ends (for the record only)."""
    for decimals in range(value.denominator.bit_length()):
        if 10**decimals % value.denominator == 0:
            return display_text(value, decimals)
    return fraction_text(value)
