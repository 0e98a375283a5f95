"""Measures as people type them: one to a line, with or without a number in front."""

import re

# "1.5倍" at the beginning of a line is a figure, not a number of the line.
_NUMBER = re.compile(r"^\s*(?:[（(]?\d{1,2}(?:[)）、]|[.．](?!\d))|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*")


def measures_in(text: str) -> tuple[str, ...]:
    """The measures, without their numbers and without empty lines."""
    lines = (_NUMBER.sub("", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
