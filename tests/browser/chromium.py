"""One Chromium for a whole run, which a browser that will not end cannot keep alive."""

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Browser, sync_playwright

# Chromium now and then does not end when it is told to, and Playwright waits for it without a limit
# (microsoft/playwright issue 39753).
SECONDS_TO_END = 20
# The same engine without the windows around the pages needs half the time.
NAMES = ("chromium-headless-shell", "chromium")


def program() -> str | None:
    """The Chromium of the system."""
    return os.environ.get("CHROME") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Killed when it has not ended some seconds after it was told to."""
    mark = f"--pingyi-test={uuid4().hex}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox", mark])
        yield browser
        watchdog = threading.Timer(SECONDS_TO_END, kill_all_with, [mark])
        watchdog.start()
        browser.close()
        watchdog.cancel()


def kill_all_with(mark: str) -> None:
    """As if the power went: every process that has this in its command line."""
    for told in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in told.read_bytes():
                os.kill(int(told.parent.name), signal.SIGKILL)
        except OSError:
            continue  # it ended by itself meanwhile
