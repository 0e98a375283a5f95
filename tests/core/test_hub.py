import asyncio
import threading

import pytest

from pingyi.core.hub import FullError, Hub, Listener


def rings_within(seconds: float, listener: Listener) -> "asyncio.Task[bool]":
    return asyncio.ensure_future(listener.is_rung_within(seconds))


def test_a_listener_hears_its_own_topic_and_no_other() -> None:
    async def scene() -> tuple[bool, bool]:
        hub = Hub(pause_seconds=0.01)
        with hub.listening("meeting:1") as mine, hub.listening("meeting:2") as other:
            hub.ring("meeting:1")
            return await asyncio.gather(rings_within(5, mine), rings_within(0.05, other))

    assert asyncio.run(scene()) == [True, False]


def test_a_burst_of_rings_reaches_the_listener_once() -> None:
    async def scene() -> list[bool]:
        hub = Hub(pause_seconds=0.02)
        with hub.listening("voting:1") as listener:
            for _ in range(200):
                hub.ring("voting:1")
            return [await listener.is_rung_within(5), await listener.is_rung_within(0.1)]

    assert asyncio.run(scene()) == [True, False]


def test_a_ring_from_a_page_thread_reaches_the_event_loop() -> None:
    async def scene() -> bool:
        hub = Hub(pause_seconds=0.01)
        with hub.listening("job:1") as listener:
            thread = threading.Thread(target=hub.ring, args=["job:1"])
            thread.start()
            is_rung = await listener.is_rung_within(5)
            thread.join()
            return is_rung

    assert asyncio.run(scene())


def test_ringing_without_listeners_or_after_the_loop_has_gone_does_nothing() -> None:
    hub = Hub()
    hub.ring("meeting:1")

    async def scene() -> None:
        with hub.listening("meeting:1"):
            pass

    asyncio.run(scene())
    hub.ring("meeting:1")
    assert hub.count() == 0


def test_more_listeners_than_there_is_room_for_are_refused() -> None:
    async def scene() -> None:
        hub = Hub(most_listeners=1)
        with hub.listening("meeting:1"), pytest.raises(FullError), hub.listening("meeting:2"):
            pass
        with hub.listening("meeting:2"):
            assert hub.count() == 1

    asyncio.run(scene())


def test_closing_wakes_every_listener_and_takes_no_new_one() -> None:
    async def scene() -> None:
        hub = Hub()
        with hub.listening("meeting:1") as listener:
            hub.close()
            await listener.is_rung_within(5)
            assert listener.is_closed
        with pytest.raises(FullError), hub.listening("meeting:1"):
            pass

    asyncio.run(scene())
