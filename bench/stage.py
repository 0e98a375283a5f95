"""A hall full of voters in a data folder of its own, and a real server for it: for benchmarks and for chaos tests."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import transaction
from django_scopes import scopes_disabled

ROOT = Path(__file__).resolve().parents[1]
CLASSES = {"A": 11, "B": 40, "C": 26, "D": 47, "E": 20, "F": 18, "G": 14, "H": 24}
REPORTERS = 34


@dataclass
class Stage:
    """What a benchmark needs to know of a prepared and opened voting."""

    public_key: str
    rows: list[int]
    codes: list[str]
    voting_id: int


def environment(folder: Path, changed: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process that works on this data folder."""
    return {
        **os.environ,
        "PINGYI_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "pingyi.config.settings",
        "PYTHONPATH": str(ROOT),
        **(changed or {}),
    }


def prepare(folder: Path, changed: Mapping[str, str] | None = None, *, voters: int = 240) -> Stage:
    """Migrates, sets a voting up and opens it, in a process of its own."""
    words = [sys.executable, "-m", "bench.stage", str(voters)]
    made = subprocess.run(
        words, env=environment(folder, changed), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise RuntimeError(made.stderr)
    return Stage(**json.loads(made.stdout.splitlines()[-1]))


@dataclass
class Server:
    """The two-lane server as `serve` runs it, killed or stopped at will."""

    folder: Path
    changed: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Server":
        """Returns when it answers."""
        self.port = self.port or free_port()
        words = [sys.executable, "-m", "uvicorn", "pingyi.config.asgi:application", "--no-access-log"]
        words += ["--host", "127.0.0.1", "--port", str(self.port), "--timeout-graceful-shutdown", "1"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                words, env=environment(self.folder, self.changed), cwd=ROOT, stdout=log, stderr=log
            )
        for _ in range(1_200):
            try:
                with urllib.request.urlopen(f"{self.address}/ballot/", timeout=1):
                    return self
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(self.log.read_text())

    def kill(self) -> None:
        """As `kill -9` does: no goodbye, no flush."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _make(voters: int) -> dict[str, Any]:
    """Runs inside `prepare`'s process: Django is set up before models may be imported."""
    django.setup()
    from tests.factories.ballots import make_hall, open_hall

    call_command("migrate", verbosity=0)
    sizes = {code: max(5, round(size * voters / sum(CLASSES.values()))) for code, size in CLASSES.items()}
    with scopes_disabled(), transaction.atomic():
        hall = open_hall(make_hall(classes=sizes, reporters=REPORTERS))
    return {
        "public_key": hall.voting.public_key,
        "rows": [reporter.pk for reporter in hall.reporters],
        "codes": [code for of_class in hall.codes.values() for code in of_class],
        "voting_id": hall.voting.pk,
    }


if __name__ == "__main__":
    print(json.dumps(_make(int(sys.argv[1]))))
