"""Codes of voter classes: A, B, C …, after Z twice the letter."""

import re
from collections.abc import Collection
from itertools import count, product
from string import ascii_uppercase

CODE_PATTERN = re.compile(r"[A-Z0-9]{1,4}")


def next_code(taken: Collection[str]) -> str:
    """The first letter, or pair of letters, that no class has yet."""
    codes = ("".join(letters) for length in count(1) for letters in product(ascii_uppercase, repeat=length))
    return next(code for code in codes if code not in taken)
