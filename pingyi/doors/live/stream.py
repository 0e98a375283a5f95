"""`/live/TOKEN`: server-sent hints. Pure ASGI on the event loop; never touches the database, a session or a log."""

import asyncio
from typing import Any

from pingyi.core.hub import FullError, Hub, Listener, hub
from pingyi.core.live import topic_of

PREFIX = "/live/"
HEARTBEAT_SECONDS = 20.0
# The first line tells the reader how long to wait before it comes again; the first hint covers what it missed.
GREETING = b"retry: 3000\n\nevent: changed\ndata: 0\n\n"
CHANGED = b"event: changed\ndata: 0\n\n"
HEARTBEAT = b": \n\n"


async def live_stream(
    scope: Any, receive: Any, send: Any, *, hub: Hub = hub, heartbeat_seconds: float = HEARTBEAT_SECONDS
) -> None:
    """Streams the hints of the token's topic until the reader or the server goes."""
    topic = topic_of(scope["path"].removeprefix(PREFIX))
    if topic is None:
        await _refuse(send, 404)
    elif scope["method"] != "GET":
        await _refuse(send, 405)
    else:
        try:
            with hub.listening(topic) as listener:
                await _stream(listener, receive, send, heartbeat_seconds)
        except FullError:
            await _refuse(send, 503)


async def _stream(listener: Listener, receive: Any, send: Any, heartbeat_seconds: float) -> None:
    reader = asyncio.ensure_future(_until_gone(receive))
    reader.add_done_callback(lambda _: listener.close())
    try:
        await send({"type": "http.response.start", "status": 200, "headers": _headers(b"text/event-stream")})
        await _write(send, GREETING)
        while not listener.is_closed:
            is_rung = await listener.is_rung_within(heartbeat_seconds)
            if not listener.is_closed:
                await _write(send, CHANGED if is_rung else HEARTBEAT)
        await send({"type": "http.response.body", "body": b""})
    finally:
        reader.cancel()


async def _until_gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Any, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _refuse(send: Any, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": _headers(b"text/plain")})
    await send({"type": "http.response.body", "body": b""})


def _headers(content_type: bytes) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-type", content_type),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        # A proxy in front must not collect the stream.
        (b"x-accel-buffering", b"no"),
    ]
