"""Take the pictures of both READMEs from a demonstration of its own.

    python -m tools.take_pictures                    docs/pictures, for README.zh.md
    python -m tools.take_pictures --language en      docs/pictures/en, for README.md

Starts the demonstration on a free port in a folder that is thrown away; needs Playwright and Chromium (`CHROME` names
another program). A picture has few colours, so that a README stays light.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"zh": ROOT / "docs" / "pictures", "en": ROOT / "docs" / "pictures" / "en"}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
NOTES = "demonstration.json"
PASSWORD = "pingyi-demo"  # noqa: S105 (the demonstration prints it on the screen)
SECONDS_TO_START, SECONDS_TO_STOP = 600, 20
COLOURS, HEAVIEST = 128, 200_000
# Wide pages are shown as wide as a desk's screen shows them, and made smaller.
OFFICE, HALL, PHONE = (1440, 900), (1440, 810), (390, 780)
WIDEST = 1200


@dataclass(frozen=True)
class Demonstration:
    """A running one: where it is, and what it has written down about who may sign in."""

    address: str
    notes: Mapping[str, Any]

    def username_of(self, role: str) -> str:
        """Somebody with this role in the institution that has had its meeting: the last of the list."""
        return next(
            str(line["username"]) for line in reversed(self.notes["accounts"]) if line["role"] == role
        )


@contextmanager
def running_demonstration() -> Iterator[Demonstration]:
    """Answers when this begins, is gone when it ends."""
    with tempfile.TemporaryDirectory() as scratch:
        data, port = Path(scratch) / "data", free_port()
        command = [sys.executable, "-m", "pingyi", "demo", "--port", str(port)]
        env = {**os.environ, "PINGYI_DATA": str(data)}
        address = f"http://127.0.0.1:{port}"
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL) as process:
            try:
                wait_for(f"{address}/office/sign-in/", process)
                yield Demonstration(address, json.loads((data / NOTES).read_text("utf-8")))
            finally:
                process.terminate()
                try:
                    process.wait(SECONDS_TO_STOP)
                except subprocess.TimeoutExpired:
                    process.kill()


def free_port() -> int:
    """A port that nobody holds now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until it answers; an end of the process is an end of the waiting."""
    latest = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < latest and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 (our own server)
                return
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.5)
    sys.exit("演示没有启动，没有拍照。先单独运行 python3 run.py demo 看它说什么。")


class Camera:
    """Takes pictures of one demonstration in one language."""

    def __init__(self, browser: Browser, demonstration: Demonstration, language: str) -> None:
        self.browser, self.demonstration, self.language = browser, demonstration, language

    def page(self, size: tuple[int, int]) -> Page:
        """A browser of its own."""
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=min(1, WIDEST / width),
            locale=LOCALES[self.language],
            timezone_id="Asia/Shanghai",
            base_url=self.demonstration.address,
            reduced_motion="reduce",
        )
        return context.new_page()

    def public(self, path: str, size: tuple[int, int]) -> Page:
        """A page without an account; its language stands in the address."""
        page = self.page(size)
        before, mark, code = path.partition("#")
        page.goto(f"{before}?lang=en{mark}{code}" if self.language == "en" else path)
        return page

    def signed_in(self, role: str, size: tuple[int, int]) -> Page:
        """The front page of somebody with this role."""
        page = self.page(size)
        page.goto("/office/sign-in/")
        page.fill("input[name=username]", self.demonstration.username_of(role))
        page.fill("input[name=password]", PASSWORD)
        page.click("form button[type=submit], form .main-act")
        page.wait_for_selector("nav.nav")
        if self.language == "en":
            choose_english(page.context, page)
        return page

    def take(self, page: Page, name: str) -> Path:
        """Writes the picture of what the page shows now."""
        # A page with a live stream is never idle: what it shows is there when its fonts are.
        page.evaluate("document.fonts.ready")
        picture = FOLDERS[self.language] / f"{name}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(light(page.screenshot()))
        page.context.close()
        return picture


def choose_english(context: BrowserContext, page: Page) -> None:
    """As the switch of the account page does it, and the page once more."""
    here = page.url
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    form: dict[str, str | float | bool] = {
        "csrfmiddlewaretoken": token,
        "language": "en",
        "next": "/office/account/",
    }
    answer = context.request.post("/office/account/language/", form=form, headers={"Referer": here})
    if not answer.ok:
        sys.exit(f"换不成英文：{answer.status}。没有拍照。")
    page.goto(here)


def light(shot: bytes) -> bytes:
    """With few colours, which text and lines do not miss."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(shot)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(written, "PNG", optimize=True)
    return written.getvalue()


def take_all(camera: Camera) -> list[Path]:
    """Everything that a README shows."""
    notes = camera.demonstration.notes
    results = camera.signed_in("领导", OFFICE)
    results.click('nav.nav a[href$="/results/"]')
    results.wait_for_url("**/results/")
    card = camera.signed_in("经办人", OFFICE)
    card.click('nav.nav a[href$="/cards/"]')
    card.wait_for_url("**/cards/")
    card.locator('main a[href*="/cards/"]').first.click()
    card.wait_for_url(re.compile(r"/cards/\d+/$"))
    phone = camera.public(str(notes["slips"][0]), PHONE)
    phone.wait_for_load_state("load")
    return [
        camera.take(camera.signed_in("经办人", OFFICE), "overview"),
        camera.take(phone, "phone"),
        camera.take(camera.public(str(notes["hall"]), HALL), "hall"),
        camera.take(card, "card"),
        camera.take(results, "results"),
    ]


def main(words: Sequence[str] | None = None) -> int:
    """Takes them, says how heavy they are; 1 when one is too heavy."""
    parser = argparse.ArgumentParser(prog="python -m tools.take_pictures", description="拍 README 里的图")
    parser.add_argument("--language", choices=sorted(FOLDERS), default="zh", help="界面用哪种文字，默认 zh")
    language = parser.parse_args(words).language
    program = os.environ.get("CHROME") or shutil.which("chromium")
    with running_demonstration() as demonstration, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        pictures = take_all(Camera(browser, demonstration, language))
        browser.close()
    for picture in pictures:
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1000} kB")
    return int(any(picture.stat().st_size > HEAVIEST for picture in pictures))


if __name__ == "__main__":
    sys.exit(main())
