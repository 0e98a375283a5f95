"""Numbers as people write them in names: 第二次, 第十二党支部."""

import re

DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}
ORDINAL = re.compile("第([一二三四五六七八九十]{1,3}|[0-9]{1,4})")


def number_of(text: str) -> int | None:
    """2, 二, 十二, 二十 or 二十三 as a number; None for other orders of the signs."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return DIGITS[text] if len(text) == 1 else None
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return None
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)


def with_sortable_ordinals(text: str) -> str:
    """The text with its ordinals as digits of equal length, so that 第二 stands before 第十."""
    return ORDINAL.sub(_padded, text)


def _padded(found: re.Match[str]) -> str:
    number = number_of(found.group(1))
    return found.group(0) if number is None else f"第{number:04}"
