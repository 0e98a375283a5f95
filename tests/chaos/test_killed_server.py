"""The server dies in the middle of the vote. Nobody whose ballot was acknowledged loses it, nobody has two."""

import asyncio
import random
from pathlib import Path

import pytest

from bench.phones import Hall, Phone, cast_within, make_phones
from bench.stage import Server, Stage
from tests.chaos.boxes import sums, sums_of, word_of, words_in_boxes

# Runs on the database that the suite runs on, in a server of its own.
pytestmark = [pytest.mark.db, pytest.mark.whole]

PHONES = 120
KILL_AFTER = 40


async def vote_until_killed(hall: Hall, server: Server, phones: list[Phone]) -> None:
    """All phones send within a second; when enough were acknowledged the server is killed, the rest in mid-flight."""

    async def one(phone: Phone) -> None:
        await asyncio.sleep(random.uniform(0, 1.0))
        await hall.cast(phone)

    for finished in asyncio.as_completed([one(phone) for phone in phones]):
        await finished
        # Several may have been acknowledged since the last look.
        if server.process and sum(bool(phone.word) for phone in phones) >= KILL_AFTER:
            server.kill()


def test_every_acknowledged_ballot_is_there_exactly_once_after_kill_9(
    surroundings: tuple[Path, dict[str, str]], stage: Stage, server: Server
) -> None:
    phones = make_phones(stage.codes, stage.rows, PHONES)
    hall = Hall(server.port, stage.public_key)
    asyncio.run(vote_until_killed(hall, server, phones))
    acknowledged = {phone.word for phone in phones if phone.word}
    assert KILL_AFTER <= len(acknowledged) < PHONES

    server.start()
    in_boxes = words_in_boxes(*surroundings)
    assert set(in_boxes.values()) == {1}
    assert acknowledged <= set(in_boxes)
    arrived = [phone for phone in phones if word_of(phone) in in_boxes]
    assert len(arrived) == len(in_boxes)
    assert sums(*surroundings) == sums_of(arrived)

    # Every phone now sends again what it sent, whether it knows of an answer or not.
    asyncio.run(cast_within(hall, phones, 1.0))
    assert [(phone.word, phone.refusal) for phone in phones] == [(word_of(phone), "") for phone in phones]
    assert words_in_boxes(*surroundings) == {word_of(phone): 1 for phone in phones}
    assert sums(*surroundings) == sums_of(phones)


def test_of_two_devices_with_one_slip_exactly_one_wins(
    surroundings: tuple[Path, dict[str, str]], stage: Stage, server: Server
) -> None:
    before, known = sums(*surroundings), set(words_in_boxes(*surroundings))
    fresh = make_phones(stage.codes, stage.rows, len(stage.codes))[PHONES : PHONES + 30]
    rivals = [Phone(phone.code, dict.fromkeys(phone.grades, "poor")) for phone in fresh]
    hall = Hall(server.port, stage.public_key)
    asyncio.run(cast_within(hall, [*fresh, *rivals], 0.2))
    for phone, rival in zip(fresh, rivals, strict=True):
        assert bool(phone.word) != bool(rival.word)
        assert {phone.refusal, rival.refusal} == {"", "slip.used"}
    winners = [phone for phone in (*fresh, *rivals) if phone.word]
    assert set(words_in_boxes(*surroundings)) - known == {phone.word for phone in winners}
    assert sums(*surroundings) - before == sums_of(winners)


def test_one_phone_pressing_many_times_has_one_ballot(
    surroundings: tuple[Path, dict[str, str]], stage: Stage, server: Server
) -> None:
    before = sums(*surroundings)
    phone = make_phones(stage.codes, stage.rows, len(stage.codes))[-1]
    presses = [Phone(phone.code, phone.grades, phone.cast_id) for _ in range(20)]
    asyncio.run(cast_within(Hall(server.port, stage.public_key), presses, 0.05))
    assert {press.word for press in presses} == {word_of(phone)}
    assert sums(*surroundings) - before == sums_of([phone])
