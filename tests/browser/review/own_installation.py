"""The installation in which the whole review takes place: data folder, clock, the real `serve`."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bench.stage import free_port
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.rehearsal.server import ScenarioClock
from tests.halls import ON_SQLITE
from tests.installations import ROOT, Installation

# A Tuesday: the day of the meeting, from which every other day of the story is counted.
HELD_AT = datetime(2026, 1, 20, 9, 0, tzinfo=PEOPLE_ZONE)
START_SECONDS = 60


class OwnInstallation:
    """The server's address and the clock that it goes by."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.clock = ScenarioClock(folder / "scenario-clock")
        self.to_day(-45)
        # PINGYI_DEMO changes one thing, the rounds of the password hash: seven people sign in and change theirs.
        own = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(self.clock.file), "PINGYI_DEMO": "1"}
        self.installation = Installation(folder, own)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def found(self, *words: str) -> str:
        """A new institution with its clerk, as the manual has it; the temporary password."""
        done = self.installation.run("found", *words, "--json")
        assert done.returncode == 0, done.stderr
        return str(json.loads(done.stdout)["temporary_password"])

    def to_day(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """Moves the clock to a day counted from the meeting's."""
        moment = (HELD_AT + timedelta(days=days)).replace(hour=hour, minute=minute)
        self.clock.set(moment)
        return moment

    @staticmethod
    def day(days: int) -> str:
        """The same day as date fields have it."""
        return f"{HELD_AT + timedelta(days=days):%Y-%m-%d}"

    @contextmanager
    def open(self) -> Iterator[None]:
        """`serve` answers inside."""
        log = self.installation.folder / "server.log"
        with log.open("ab") as written:
            words = [sys.executable, "-m", "pingyi", "serve", "--port", str(self.port)]
            server = subprocess.Popen(
                words, env=self.installation.environment, cwd=ROOT, stdout=written, stderr=written
            )
        try:
            until = time.monotonic() + START_SECONDS
            while not self._answers():
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.05)
            yield
        finally:
            server.terminate()
            server.wait(20)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2):
                return True
        except OSError:
            return False
