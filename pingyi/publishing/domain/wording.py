"""Lists of words as data: written with spaces between them, used inside regular expressions."""

import re


def any_of(*lines: str) -> str:
    """One of these words (each may itself be a piece of a regular expression); an earlier one is tried first."""
    return "(?:" + "|".join(word for line in lines for word in line.split()) + ")"


def pattern(*lines: str) -> re.Pattern[str]:
    """`any_of`, ready to search with."""
    return re.compile(any_of(*lines))
