"""For how long reports may be read without an account."""

from datetime import datetime, timedelta
from enum import StrEnum

LONGEST = timedelta(days=14)


class OpeningFault(StrEnum):
    IN_THE_PAST = "in_the_past"
    TOO_LONG = "too_long"


def fault_of_opening(*, now: datetime, until: datetime) -> OpeningFault | None:
    """What is wrong with opening until then. It always ends: nobody has to remember to close it."""
    if until <= now:
        return OpeningFault.IN_THE_PAST
    return OpeningFault.TOO_LONG if until - now > LONGEST else None


def is_open(*, open_until: datetime, closed_at: datetime | None, now: datetime) -> bool:
    """Whether it may be read at this moment."""
    return closed_at is None and now < open_until
