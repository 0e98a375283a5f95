"""Start the demonstration, wait until it answers, read how much memory it takes, stop it.

    python3 measure_demo.py ADDRESS SECONDS MEGABYTES COMMAND …

Fails when the first page takes longer than SECONDS from the start of the command, or the server more than MEGABYTES.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PAGES = ("/", "/office/", "/office/sign-in/")


def answers(address: str) -> bool:
    """True once a page arrives whole."""
    try:
        with urllib.request.urlopen(address, timeout=5) as page:
            return page.status == 200 and bool(page.read())
    except (OSError, urllib.error.URLError):
        return False


def family(root: int) -> set[int]:
    """A process and everything that it started."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
    members = {root}
    while more := {child for child, parent in parents.items() if parent in members} - members:
        members |= more
    return members


def megabytes(processes: set[int]) -> float:
    """Memory that they hold right now."""
    total = 0
    for process in processes:
        try:
            lines = Path(f"/proc/{process}/status").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return total / 1024


def main() -> int:
    address, seconds, most, command = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]
    started = time.monotonic()
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        while not answers(address):
            if server.poll() is not None:
                print(f"demo ended with {server.returncode} before it answered")
                return 1
            if time.monotonic() - started > 2 * seconds + 60:
                print("demo does not answer")
                return 1
            time.sleep(0.1)
        took = time.monotonic() - started
        for page in PAGES:
            answers(address.rstrip("/") + page)
        held = megabytes(family(server.pid))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
    print(f"demo answered after {took:.1f} s (limit {seconds:.0f}), holds {held:.0f} MB (limit {most:.0f})")
    return 0 if took <= seconds and held <= most else 1


if __name__ == "__main__":
    sys.exit(main())
