"""What a running server writes down and hands out while people vote: a real process, not a client of tests."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.phones import Hall, cast_within, make_phones
from bench.stage import Server, Stage
from tests.halls import ON_SQLITE, copy_of_hall

pytestmark = pytest.mark.whole

ALLOWED_HEADERS = {
    "cache-control",
    "connection",
    "content-length",
    "content-security-policy",
    "content-type",
    "cross-origin-opener-policy",
    "date",
    "referrer-policy",
    "server",
    "x-content-type-options",
    "x-frame-options",
}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Stage]]:
    folder = tmp_path_factory.mktemp("quiet")
    stage = copy_of_hall(folder)
    server = Server(folder, ON_SQLITE).start()
    yield server, stage
    server.stop()


@dataclass(frozen=True)
class Answered:
    status: int
    headers: dict[str, str]


def ask(address: str, body: bytes | None = None, **headers: str) -> Answered:
    request = urllib.request.Request(address, data=body, headers={name: headers[name] for name in headers})
    try:
        with urllib.request.urlopen(request) as response:
            return Answered(
                response.status, {name.lower(): value for name, value in response.headers.items()}
            )
    except urllib.error.HTTPError as refused:
        with refused:
            return Answered(refused.code, {name.lower(): value for name, value in refused.headers.items()})


def every_kind_of_request(server: Server, stage: Stage) -> list[Answered]:
    """Good ones, refused ones, broken ones; with cookies that a browser of the office might have."""
    page = f"{server.address}/ballot/{stage.public_key}/"
    mine = {"X-Pingyi-Ballot": "1", "Cookie": "pingyi-office=abc; pingyi-office-csrf=def"}
    grades = dict.fromkeys(map(str, stage.rows), "good")
    good = json.dumps({"code": stage.codes[0], "cast_id": "a" * 32, "grades": grades}).encode()
    return [
        ask(page, Cookie=mine["Cookie"]),
        ask(f"{server.address}/ballot/", Cookie=mine["Cookie"]),
        ask(f"{server.address}/ballot/NOSUCH/", Cookie=mine["Cookie"]),
        ask(f"{server.address}/ballot/a/b/c", Cookie=mine["Cookie"]),
        ask(page + "look", good, **mine),
        ask(page + "cast", good, **mine),
        ask(page + "cast", good, **mine),
        ask(page + "cast", good.replace(b"a" * 32, b"b" * 32), **mine),
        ask(page + "cast", b"{", **mine),
        ask(page + "cast", good),
        ask(page + "cast"),
    ]


def test_answers_set_no_cookie_are_never_stored_and_carry_no_unknown_header(
    hall: tuple[Server, Stage],
) -> None:
    for response in every_kind_of_request(*hall):
        assert response.headers.keys() <= ALLOWED_HEADERS
        assert response.headers["cache-control"] == "no-store"


def test_the_server_writes_no_line_about_a_ballot(hall: tuple[Server, Stage]) -> None:
    server, stage = hall
    statuses = {response.status for response in every_kind_of_request(server, stage)}
    assert statuses >= {200, 400, 404, 409}
    asyncio.run(
        cast_within(Hall(server.port, stage.public_key), make_phones(stage.codes, stage.rows, 30), 0.2)
    )
    ask(f"{server.address}/no-such-page")
    written = server.log.read_text()
    assert "/ballot" not in written
    assert stage.public_key not in written
    assert not [code for code in stage.codes if code in written]
    assert "no-such-page" in written  # the log works: other pages do leave their line


def test_nothing_of_a_request_lands_in_the_data_folder_but_the_database(hall: tuple[Server, Stage]) -> None:
    server, stage = hall
    every_kind_of_request(server, stage)
    files = {path.relative_to(server.folder) for path in server.folder.rglob("*") if path.is_file()}
    expected = {"pingyi.sqlite3", "pingyi.sqlite3-wal", "pingyi.sqlite3-shm", "secret-key", "server.log"}
    assert files <= {Path(name) for name in expected}
    database = b"".join(
        (server.folder / name).read_bytes() for name in ("pingyi.sqlite3", "pingyi.sqlite3-wal")
    )
    assert b"127.0.0.1" not in database
    assert b"Python-urllib" not in database
    assert not [code for code in stage.codes if code.encode() in database]
