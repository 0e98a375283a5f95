import asyncio
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from pingyi.core.hub import Hub
from pingyi.doors.live import shutdown

heard: list[int] = []


def remember(number: int, frame: FrameType | None) -> None:
    heard.append(number)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    hub = Hub()
    monkeypatch.setattr(shutdown, "hub", hub)
    heard.clear()
    before = {number: signal.signal(number, remember) for number in shutdown.STOPPING}
    yield hub
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asking_the_server_to_stop_closes_the_streams_and_then_stops_it(
    hub: Hub, number: signal.Signals
) -> None:
    async def scene() -> None:
        with hub.listening("meeting:1") as listener:
            shutdown.close_streams_with_server()
            signal.raise_signal(number)
            await listener.is_rung_within(5)
            assert listener.is_closed

    asyncio.run(scene())
    assert heard == [number]
