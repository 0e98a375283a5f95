"""The enums of the rules as choices of the tables."""

from enum import StrEnum


def choices_of(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """Values only: their words are in `phrases.py`."""
    return [(one.value, one.value) for one in kind]
