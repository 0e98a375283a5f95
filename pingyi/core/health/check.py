from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """GOOD needs nothing, ATTENTION is for a person to judge, BAD must be mended before real work."""

    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: how it is and, unless it is good, what to do."""

    name: str
    level: Level
    message: str
    remedy: str = ""


def good(name: str, message: str) -> Check:
    return Check(name, Level.GOOD, message)


def attention(name: str, message: str, remedy: str) -> Check:
    return Check(name, Level.ATTENTION, message, remedy)


def bad(name: str, message: str, remedy: str) -> Check:
    return Check(name, Level.BAD, message, remedy)
