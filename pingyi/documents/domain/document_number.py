"""文号: 机关代字〔year〕n号, with the year in the six-cornered brackets of the standard."""

import re

_PATTERN = re.compile(r"[^\d〔〕\s]+〔\d{4}〕[1-9]\d*号")
_CODE = re.compile(r"[^\d〔〕\[\]（）()\s]{1,20}")


def number_text(code: str, year: int, number: int) -> str:
    """示大党〔2026〕3号: no leading zeros, no 第."""
    return f"{code}〔{year}〕{number}号"


def is_number(text: str) -> bool:
    """Whether this is a whole document number."""
    return _PATTERN.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Whether this can stand before the year: no digits, brackets or blanks."""
    return _CODE.fullmatch(text) is not None
