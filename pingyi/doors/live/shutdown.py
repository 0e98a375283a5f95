"""Streams end when the server is asked to stop.

The server waits for open responses before it tells the application that it stops; a stream never ends by
itself, so the signal itself has to reach the hub.
"""

import signal
import threading
from types import FrameType
from typing import Any

from pingyi.core.hub import hub

STOPPING = (signal.SIGTERM, signal.SIGINT)


def close_streams_with_server() -> None:
    """Puts the hub's closing before the handlers that the server has installed. Called once it runs."""
    if threading.current_thread() is threading.main_thread():
        for number in STOPPING:
            signal.signal(number, _closing_before(signal.getsignal(number)))


def _closing_before(previous: Any) -> Any:
    def close_then_stop(number: int, frame: FrameType | None) -> None:
        hub.close()
        if callable(previous):
            previous(number, frame)

    return close_then_stop
