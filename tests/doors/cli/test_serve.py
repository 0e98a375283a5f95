"""`serve` as an operator runs it: a real process on a data folder of its own."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pingyi.doors.cli.addresses import free_port, is_taken, lan_address
from tests.halls import ON_SQLITE
from tests.installations import Installation

pytestmark = pytest.mark.whole


class Served:
    """A running `serve`, and everything that it wrote."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.log = folder / "server.log"
        words = [sys.executable, "-m", "pingyi", "serve", "--port", str(self.port)]
        with self.log.open("wb") as log:
            env = Installation(folder).environment
            self.process = subprocess.Popen(words, env=env, stdout=log, stderr=log)

    def get(self, path: str) -> tuple[int, dict[str, str]]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}

    def wait(self) -> None:
        for _ in range(600):
            try:
                self.get("/healthz")
                return
            except OSError:
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("data"))
    server.wait()
    yield server
    server.process.kill()
    server.process.wait()


def test_a_new_data_folder_is_ready_and_leads_to_the_sign_in(served: Served) -> None:
    status, headers = served.get("/")
    assert status == 200
    assert "set-cookie" in headers
    assert "server" not in headers


def test_requests_leave_no_line_and_a_ballot_page_no_cookie(served: Served) -> None:
    status, headers = served.get("/ballot/")
    assert (status, headers.get("set-cookie")) == (200, None)
    written = served.log.read_text()
    assert "/ballot/" not in written
    assert "GET" not in written


def test_a_port_that_is_taken_is_named_and_nothing_starts(served: Served, tmp_path: Path) -> None:
    done = Installation(tmp_path).run("serve", "--port", str(served.port))
    assert done.returncode == 2
    assert f"端口{served.port}已被别的程序占用，没有启动" in done.stderr
    assert not (tmp_path / "pingyi.sqlite3").exists()


def test_told_to_stop_it_ends_although_a_live_page_is_open(tmp_path: Path) -> None:
    server = Served(tmp_path)
    server.wait()
    with socket.create_connection(("127.0.0.1", server.port)) as page:
        page.sendall(b"GET /live/?topic=nonsense HTTP/1.1\r\nHost: x\r\n\r\n")
        page.recv(64)
        server.process.send_signal(signal.SIGTERM)
        # Having tidied up, the server ends by the signal that it was sent.
        assert server.process.wait(timeout=30) in (0, -signal.SIGTERM)
    assert "Traceback" not in server.log.read_text()


def test_a_port_in_use_is_seen_and_a_free_one_is_free() -> None:
    port = free_port()
    assert not is_taken("127.0.0.1", port)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", port))
        holder.listen()
        assert is_taken("127.0.0.1", port)


def test_the_address_for_phones_is_never_the_one_that_only_this_computer_opens() -> None:
    address = lan_address()
    assert address is None or not address.startswith("127.")


def test_a_port_in_the_environment_that_is_no_number_is_told(tmp_path: Path) -> None:
    done = Installation(tmp_path, {**ON_SQLITE, "PINGYI_PORT": "abc"}).run("serve")
    assert done.returncode == 2
    assert "--port 不能是 'abc'" in done.stderr
