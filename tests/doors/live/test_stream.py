"""The stream as an ASGI application, talked to without a server in between."""

import asyncio
from typing import Any

from pingyi.core.hub import Hub
from pingyi.core.live import live_token
from pingyi.doors.live.stream import live_stream


class Reader:
    """One request: collects what is sent, and can go away."""

    def __init__(self, hub: Hub, path: str, method: str = "GET", heartbeat_seconds: float = 5) -> None:
        self.sent: list[dict[str, Any]] = []
        self.has_more = asyncio.Event()
        self.gone = asyncio.Event()
        scope = {"type": "http", "method": method, "path": path}
        self.task = asyncio.ensure_future(
            live_stream(scope, self.receive, self.send, hub=hub, heartbeat_seconds=heartbeat_seconds)
        )

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)
        self.has_more.set()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.sent) < count:
                self.has_more.clear()
                await self.has_more.wait()

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"])

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.sent[1:])


def test_a_reader_is_greeted_and_hears_each_change() -> None:
    async def scene() -> None:
        hub = Hub(pause_seconds=0.01)
        reader = Reader(hub, f"/live/{live_token('meeting:7')}")
        await reader.until(2)
        assert reader.status == 200
        assert dict(reader.sent[0]["headers"])[b"content-type"] == b"text/event-stream"
        assert reader.body == b"retry: 3000\n\nevent: changed\ndata: 0\n\n"
        hub.ring("meeting:7")
        await reader.until(3)
        assert reader.sent[2]["body"] == b"event: changed\ndata: 0\n\n"
        reader.gone.set()
        await asyncio.wait_for(reader.task, 5)
        assert hub.count() == 0

    asyncio.run(scene())


def test_silence_is_filled_with_a_heartbeat() -> None:
    async def scene() -> None:
        reader = Reader(Hub(), f"/live/{live_token('meeting:7')}", heartbeat_seconds=0.01)
        await reader.until(3)
        assert reader.sent[2]["body"] == b": \n\n"
        reader.gone.set()
        await asyncio.wait_for(reader.task, 5)

    asyncio.run(scene())


def test_the_stream_ends_when_the_server_stops() -> None:
    async def scene() -> None:
        hub = Hub()
        reader = Reader(hub, f"/live/{live_token('meeting:7')}")
        await reader.until(2)
        hub.close()
        await asyncio.wait_for(reader.task, 5)
        assert reader.sent[-1] == {"type": "http.response.body", "body": b""}

    asyncio.run(scene())


def test_a_made_up_token_and_other_methods_get_nothing() -> None:
    async def scene() -> None:
        for path, method, status in (
            ("/live/made-up", "GET", 404),
            ("/live/", "GET", 404),
            (f"/live/{live_token('meeting:7')}", "POST", 405),
        ):
            reader = Reader(Hub(), path, method)
            await asyncio.wait_for(reader.task, 5)
            assert (reader.status, reader.body) == (status, b"")

    asyncio.run(scene())


def test_a_full_house_sends_readers_to_polling() -> None:
    async def scene() -> None:
        reader = Reader(Hub(most_listeners=0), f"/live/{live_token('meeting:7')}")
        await asyncio.wait_for(reader.task, 5)
        assert reader.status == 503

    asyncio.run(scene())


def test_no_stream_touches_the_database() -> None:
    """The test has no database fixture: a query would fail it."""

    async def scene() -> None:
        hub = Hub(pause_seconds=0.01)
        reader = Reader(hub, f"/live/{live_token('voting:7')}")
        hub.ring("voting:7")
        await reader.until(2)
        reader.gone.set()
        await asyncio.wait_for(reader.task, 5)
        assert reader.status == 200

    asyncio.run(scene())
