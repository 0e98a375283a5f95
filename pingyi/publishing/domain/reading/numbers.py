"""Numbers as news write them: 27, 二十七, 两."""

import re

DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
CHINESE_NUMBER = "[一二两三四五六七八九]?百?零?[一二两三四五六七八九]?十?[一二三四五六七八九]?"
NUMBER = f"(?:[0-9]{{1,3}}|{CHINESE_NUMBER}(?<=[百十一二两三四五六七八九]))"
CHINESE_YEAR = re.compile("[〇零一二三四五六七八九]{4}")


def value(text: str) -> int | None:
    """The number, if it is one."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(sign not in DIGITS and sign not in "十百" for sign in text):
        return None
    total, digit = 0, None
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        else:
            total += (1 if digit is None else digit) * (100 if sign == "百" else 10)
            digit = None
    return total + (digit or 0)


def year_value(text: str) -> int:
    """A year of four signs, in figures or as 二〇二三."""
    return int("".join(sign if sign.isascii() else str(DIGITS[sign]) for sign in text))
