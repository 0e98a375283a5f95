"""Secretaries in front of their begun reports, with a real server that can be killed.

python -m tests.browser.writing.desk NUMBER     furnishes the installation of the environment with so many reports
"""

import json
import sqlite3
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from bench.stage import ROOT, Server, environment
from tests.halls import ON_SQLITE

SECONDS_TO_START = 60
PASSWORD = "春风化雨-润物无声"
# The rounds of the password hash as in the demonstration: everybody signs in through the form.
CHANGED = {**ON_SQLITE, "PINGYI_DEMO": "1"}


@dataclass
class Desk:
    """`reports`: one for each of the secretaries s0, s1 …"""

    server: Server
    reports: list[int]

    def start(self) -> "Desk":
        """As `Server.start`, with patience for a machine that is busy with other tests."""
        try:
            self.server.start()
        except RuntimeError:
            until = time.monotonic() + SECONDS_TO_START
            while not self._answers():
                assert time.monotonic() < until, self.server.log.read_text()
                time.sleep(0.2)
        return self

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.server.address}/healthz", timeout=2):
                return True
        except OSError:
            return False

    def page_of(self, number: int) -> str:
        return f"{self.server.address}/office/reports/{self.reports[number]}/"

    def sign_in(self, page: Page, number: int) -> None:
        """Through the form, if the page asks for it."""
        page.get_by_label("工号").fill(f"s{number}")
        page.get_by_label("密码").fill(PASSWORD)
        with page.expect_navigation():
            page.get_by_role("button", name="登录").click()

    def sit_down(self, context: BrowserContext, number: int) -> Page:
        """The page of the report, signed in."""
        page = context.new_page()
        page.goto(self.page_of(number))
        if "sign-in" in page.url:
            self.sign_in(page, number)
        page.wait_for_selector("#save-state")
        return page

    def stored(self, number: int) -> str:
        """The first section as it lies in the database."""
        return str(
            self.sql(
                "SELECT text FROM dutyreports_reportsection WHERE sequence = 1 AND report_id = ?", number
            )
        )

    def forget_sessions(self) -> None:
        """Nobody is signed in any more."""
        self.sql("DELETE FROM django_session")

    def sql(self, statement: str, number: int | None = None) -> object:
        with sqlite3.connect(self.server.folder / "pingyi.sqlite3", timeout=10) as database:
            values = () if number is None else (self.reports[number],)
            row = database.execute(statement, values).fetchone()
            return row[0] if row else None


def furnish(folder: Path, number: int) -> Desk:
    words = [sys.executable, "-m", "tests.browser.writing.desk", str(number)]
    made = subprocess.run(
        words, env=environment(folder, CHANGED), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return Desk(Server(folder, CHANGED), json.loads(made.stdout.splitlines()[-1])).start()


def _furnish(number: int) -> list[int]:
    """Runs inside `furnish`'s process."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from pingyi.accounts.models import Account
    from tests.factories.reports import make_report_world

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        # A school of three each: the factory has no more names.
        schools = [make_report_world(reporters=3) for _ in range((number + 2) // 3)]
        reports = [schools[place // 3].begin(place % 3).pk for place in range(number)]
        for place in range(number):
            account = Account.objects.get(pk=schools[place // 3].secretary(place % 3).account_id)
            account.username = f"s{place}"
            account.set_password(PASSWORD)
            account.save()
    return reports


if __name__ == "__main__":
    print(json.dumps(_furnish(int(sys.argv[1]))))
