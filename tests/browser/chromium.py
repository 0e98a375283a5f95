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


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """The Chromium of the system; killed when it has not ended some seconds after it was told to."""
    path = os.environ.get("CHROME") or shutil.which("chromium")
    mark = f"--pingyi-test={uuid4().hex}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", mark])
        yield browser
        watchdog = threading.Timer(SECONDS_TO_END, _kill, [mark])
        watchdog.start()
        browser.close()
        watchdog.cancel()


def _kill(mark: str) -> None:
    """All processes that were started with this word."""
    for told in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in told.read_bytes():
                os.kill(int(told.parent.name), signal.SIGKILL)
        except OSError:
            continue  # it ended by itself meanwhile
