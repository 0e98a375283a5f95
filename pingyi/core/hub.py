"""The meeting point of those who change something (threads) and those who listen (the event loop)."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

PAUSE_SECONDS = 0.15
MOST_LISTENERS = 400


class FullError(Exception):
    """No room for another listener."""


class Listener:
    """One open stream: rung when its topic changed, closed when the server or the reader goes."""

    def __init__(self) -> None:
        self._bell = asyncio.Event()
        self.is_closed = False

    def ring(self) -> None:
        self._bell.set()

    def close(self) -> None:
        self.is_closed = True
        self._bell.set()

    async def is_rung_within(self, seconds: float) -> bool:
        """Waits for the bell; False after `seconds` of silence."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._bell.wait(), seconds)
        was_rung = self._bell.is_set()
        self._bell.clear()
        return was_rung


class Hub:
    """Listeners by topic, all on one event loop. Rings of one topic within the pause become one."""

    def __init__(self, pause_seconds: float = PAUSE_SECONDS, most_listeners: int = MOST_LISTENERS) -> None:
        self._pause_seconds = pause_seconds
        self._most_listeners = most_listeners
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: dict[str, set[Listener]] = {}
        self._about_to_ring: set[str] = set()
        self._is_closed = False

    @contextmanager
    def listening(self, topic: str) -> Iterator[Listener]:
        """A listener of this topic for as long as the block runs. Called on the event loop."""
        if self._is_closed or self.count() >= self._most_listeners:
            raise FullError
        self._loop = asyncio.get_running_loop()
        listener = Listener()
        self._listeners.setdefault(topic, set()).add(listener)
        try:
            yield listener
        finally:
            self._listeners[topic].discard(listener)
            if not self._listeners[topic]:
                del self._listeners[topic]

    def count(self) -> int:
        return sum(len(listeners) for listeners in self._listeners.values())

    def ring(self, topic: str) -> None:
        """Called from any thread. Without listeners, or after the loop has gone, nothing happens."""
        self._soon(lambda: self._ring_after_pause(topic))

    def close(self) -> None:
        """Ends all streams and takes no new ones; called from a signal handler or any thread."""
        self._is_closed = True
        self._soon(self._close_all)

    def _soon(self, act: Callable[[], None]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(act)

    def _ring_after_pause(self, topic: str) -> None:
        if topic in self._listeners and topic not in self._about_to_ring:
            self._about_to_ring.add(topic)
            asyncio.get_running_loop().call_later(self._pause_seconds, self._ring_now, topic)

    def _ring_now(self, topic: str) -> None:
        self._about_to_ring.discard(topic)
        for listener in self._listeners.get(topic, ()):
            listener.ring()

    def _close_all(self) -> None:
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.close()


hub = Hub()
