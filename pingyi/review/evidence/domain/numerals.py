"""Numbers as Chinese reports write them: 168, 1,200, 94.5%, 百分之九十五, 三分之二, 九成, 十二, 158/168."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}
# Longer runs of digits are account numbers or a stuck key.
LONGEST = 16
_CHINESE = r"[零〇一二两三四五六七八九十百千万]+"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<ratio>(?P<value>\d+)\s*[/／]\s*(?P<whole>\d+))"
    rf"|百分之(?P<hundredths>{_CHINESE}|{_ARABIC})"
    rf"|(?P<below>{_CHINESE})分之(?P<above>{_CHINESE})"
    rf"|(?P<percent>{_ARABIC})\s*[%％]"
    rf"|(?P<tenths>[一二三四五六七八九])成(?![立为员长果效就功绩熟])"
    rf"|(?P<arabic>{_ARABIC})(?P<myriad>万)?"
    rf"|(?P<chinese>{_CHINESE})"
)


class Form(StrEnum):
    COUNT = "count"
    RATIO = "ratio"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number with its place. `decimals` is how precisely a share is written, in digits behind the point of its
    percentage: 94% has 0, 九成 has -1; None for a fraction such as 三分之二.
    """

    start: int
    end: int
    form: Form
    value: Fraction
    out_of: int | None = None
    decimals: int | None = 0


def chinese_value(text: str) -> int | None:
    """十二 → 12, 一百零五 → 105, 两千 → 2000, 二〇二五 → 2025; None for what is no number (万一)."""
    if "万" in text:
        above, _, below = text.partition("万")
        high, low = chinese_value(above), chinese_value(below) if below else 0
        return None if high is None or low is None else high * 10_000 + low
    if not text:
        return None
    if not any(sign in STEPS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    total, digit = 0, None
    for sign in text:
        if sign in STEPS:
            total, digit = total + (1 if digit is None else digit) * STEPS[sign], None
        else:
            digit = DIGITS[sign]
    return total + (digit or 0)


def numerals_in(text: str) -> Iterator[Numeral]:
    """All numbers, in order."""
    for found in _NUMBER.finditer(text):
        numeral = _numeral(found)
        if numeral is not None:
            yield numeral


def _numeral(found: re.Match[str]) -> Numeral | None:
    start, end, parts = found.start(), found.end(), found.groupdict()
    if end - start > LONGEST:
        return None
    if parts["ratio"]:
        value, whole = int(parts["value"]), int(parts["whole"])
        return Numeral(start, end, Form.RATIO, Fraction(value), out_of=whole) if 0 < whole >= value else None
    if parts["percent"] or parts["hundredths"]:
        said = parts["percent"] or parts["hundredths"]
        return _share(start, end, _plain(said), 100, _decimals(said))
    if parts["below"]:
        below = chinese_value(parts["below"])
        return _share(start, end, _plain(parts["above"]), below, None) if below else None
    if parts["tenths"]:
        return _share(start, end, Fraction(DIGITS[parts["tenths"]]), 10, -1)
    if parts["arabic"]:
        times = 10_000 if parts["myriad"] else 1
        return Numeral(start, end, Form.COUNT, Fraction(parts["arabic"].replace(",", "")) * times)
    count = chinese_value(parts["chinese"])
    return None if count is None else Numeral(start, end, Form.COUNT, Fraction(count))


def _share(start: int, end: int, value: Fraction | None, of: int, decimals: int | None) -> Numeral | None:
    return None if value is None else Numeral(start, end, Form.SHARE, value / of, decimals=decimals)


def _plain(said: str) -> Fraction | None:
    if said[0].isdecimal():
        return Fraction(said.replace(",", ""))
    count = chinese_value(said)
    return None if count is None else Fraction(count)


def _decimals(said: str) -> int:
    return len(said.partition(".")[2])
