"""What the server does by itself from time to time: one thread per process looks every few minutes.

Errands are registered by the applications. They must be harmless when several processes run them at the same moment:
the database says what was done already. A scenario clock keeps them still, so that a rehearsal repeats exactly.
"""

import logging
import os
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections, connection

from pingyi.core.clock import now as clock_now

EVERY_SECONDS = 300
FIRST_SECONDS = 60
Errand = Callable[[datetime], None]
_errands: dict[str, Errand] = {}
_stop = threading.Event()
_thread: threading.Thread | None = None
logger = logging.getLogger(__name__)


def register_errand(name: str, errand: Errand) -> None:
    """Says what is to be done. Called while the applications are loaded."""
    _errands[name] = errand


def run_errands(moment: datetime) -> None:
    """Does all of them once; one that stumbles does not keep the others from their work."""
    for name, errand in _errands.items():
        try:
            errand(moment)
        except Exception:
            logger.exception("the errand %s stumbled", name)


def start_errands() -> None:
    """What a server does when it starts."""
    global _thread  # noqa: PLW0603 (one thread per process is the point)
    if _thread is None and not os.environ.get("PINGYI_SCENARIO_CLOCK"):
        _thread = threading.Thread(target=_work, name="pingyi-errands", daemon=True)
        _thread.start()


def stop_errands() -> None:
    """What a server does when it ends."""
    _stop.set()


def _work() -> None:
    pause = FIRST_SECONDS
    while not _stop.wait(pause):
        pause = EVERY_SECONDS
        try:
            close_old_connections()
            run_errands(clock_now())
        finally:
            connection.close()
