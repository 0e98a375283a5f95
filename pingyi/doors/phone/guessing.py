"""A ceiling on wrong codes, without knowing who sends them.

A code has 50 random bits: at a thousand guesses a second it takes some thirty thousand years to try them all, and the
chance to hit one of 300 slips in two hours is about two in a million. So nobody needs to be locked out, and nobody must
be: a right code is always served, however many wrong ones come in. Above the ceiling wrong ones only get one and the
same answer, and the office page says that somebody is trying.
"""

import threading
import time
from collections import deque

from pingyi.core.errors import Refused
from pingyi.core.words import Words

CEILING = 120
WINDOW_SECONDS = 60.0

_lock = threading.Lock()
_moments: deque[float] = deque(maxlen=CEILING)


class TooManyWrongCodes(Refused):
    status = 429


def note_wrong_code() -> None:
    """Counts one wrong code; refuses in general words when there were too many within a minute."""
    now = time.monotonic()
    with _lock:
        is_above = len(_moments) == CEILING and now - _moments[0] < WINDOW_SECONDS
        _moments.append(now)
    if is_above:
        message = Words("输错的人太多，先等一分钟。票条码对的不受影响；着急可以举手换纸质票。")
        raise TooManyWrongCodes(message, code="slip.too_many_wrong")


def is_somebody_guessing() -> bool:
    """Whether the ceiling was reached within the last minute, in this process."""
    with _lock:
        return len(_moments) == CEILING and time.monotonic() - _moments[0] < WINDOW_SECONDS


def forget() -> None:
    """For tests: nothing was tried yet."""
    with _lock:
        _moments.clear()
