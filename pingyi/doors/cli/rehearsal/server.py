"""A server of the rehearsal's own: embedded default, own data folder, own clock."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pingyi.doors.cli.addresses import LOOPBACK, free_port
from pingyi.doors.cli.django_ready import set_up_django

START_SECONDS = 60
STOP_SECONDS = 20


class ScenarioClock:
    """The time in a file that the server reads; it stands still until it is moved."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.moment = datetime.now(UTC)

    def set(self, moment: datetime) -> None:
        """Written beside and renamed, so that nobody reads half a time."""
        self.moment = moment
        beside = self.file.with_suffix(".new")
        beside.write_text(moment.isoformat())
        beside.replace(self.file)


class OwnServer:
    """`serve` on a free port of this computer, with the environment of the rehearsal.

    A second one on the same data has another `name`, and with it a clock and a log of its own.
    """

    def __init__(self, folder: Path, name: str = "server") -> None:
        self.folder = folder
        self.clock = ScenarioClock(folder / f"{name}-clock")
        self.clock.set(datetime.now(UTC))
        self.port = free_port()
        self.log = folder / f"{name}.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def own_environment(self) -> dict[str, str]:
        """Nothing of the operator's installation: neither its data nor its database."""
        return {
            "PINGYI_DATA": str(self.folder),
            "PINGYI_SCENARIO_CLOCK": str(self.clock.file),
            "PINGYI_DEMO": "1",
            "DATABASE_URL": "",
        }

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def start(self) -> None:
        """Starts it and does not wait."""
        words = [sys.executable, "-m", "pingyi", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 (our own server)
                words, env=os.environ | self.own_environment, stdout=log, stderr=log
            )

    def wait(self) -> None:
        """Returns when it answers."""
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process is None or self._process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError(f"the rehearsal's server did not start:\n{self.last_words()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Ends the server that `start` began; the second call does nothing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def last_words(self) -> str:
        """The end of what the server wrote, for whoever has to find out why."""
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2):  # noqa: S310
                return True
        except (OSError, urllib.error.URLError):
            return False


@contextmanager
def running(server: OwnServer) -> Iterator[None]:
    """The server answers inside, and this process works on the same data: accounts are opened by the services.

    Once a process has looked at one data folder it cannot change to another.
    """
    os.environ.update(server.own_environment)
    server.start()
    try:
        set_up_django()
        server.wait()
        yield
    finally:
        server.stop()
