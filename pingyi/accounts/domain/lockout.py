"""How often a password may be wrong before the account rests for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_FAILURES = 5
LOCK = timedelta(minutes=10)


@dataclass(frozen=True)
class Attempts:
    """The failures since the last success, and until when the account is locked, if it is."""

    failed: int = 0
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        return self.locked_until is not None and now < self.locked_until

    @property
    def left(self) -> int:
        return max(0, MOST_FAILURES - self.failed)


def one_more(attempts: Attempts, now: datetime) -> Attempts:
    """The count with another attempt in it; after a lock has run out it starts again.

    An attempt counts before its password is looked at, so that attempts side by side cannot win extra guesses.
    """
    failed = 1 if attempts.locked_until is not None else attempts.failed + 1
    return Attempts(failed, now + LOCK if failed >= MOST_FAILURES else None)
