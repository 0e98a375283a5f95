"""One installation with its server, into which houses are put one by one while it runs."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from playwright.sync_api import BrowserContext

from bench.stage import ROOT, Server, environment
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.rehearsal.server import ScenarioClock
from tests.halls import ON_SQLITE


@dataclass(frozen=True)
class House:
    """An institution. `sessions`: sign-ins by role; `numbers`: the rows that addresses name."""

    server: Server
    clock: ScenarioClock
    sessions: dict[str, str]
    numbers: dict[str, Any]

    @property
    def office(self) -> str:
        return f"{self.server.address}/office/"

    def to_day(self, year: int, month: int, day: int) -> None:
        self.clock.set(datetime(year, month, day, 9, 30, tzinfo=PEOPLE_ZONE))

    @contextmanager
    def server_is_dead(self) -> Iterator[None]:
        """Killed without a goodbye; afterwards it answers again."""
        self.server.kill()
        try:
            yield
        finally:
            self.server.start()

    def sign_in(self, context: BrowserContext, role: str) -> None:
        """As if this person had signed in there already."""
        signed = self.sessions[role]
        context.add_cookies(
            [{"name": "pingyi-office", "value": signed, "domain": "127.0.0.1", "path": "/office/"}]
        )


@dataclass
class Houses:
    """Furnishes houses after modules of this package."""

    server: Server
    clock: ScenarioClock
    furnisher: "subprocess.Popen[str]"
    shared: dict[str, House] = field(default_factory=dict)

    def new(self, plan: ModuleType) -> House:
        """A house that nobody used before, at the moment of its story."""
        assert self.furnisher.stdin
        print(plan.__name__, file=self.furnisher.stdin, flush=True)
        told = json.loads(self.hear())
        self.clock.set(plan.MOMENT)
        return House(self.server, self.clock, told["sessions"], told["numbers"])

    def one(self, plan: ModuleType) -> House:
        """The same house for every test that asks for it, at its moment."""
        if plan.__name__ not in self.shared:
            self.shared[plan.__name__] = self.new(plan)
        self.clock.set(plan.MOMENT)
        return self.shared[plan.__name__]

    def hear(self) -> str:
        """What the furnishing process says next."""
        assert self.furnisher.stdout
        said = self.furnisher.stdout.readline()
        assert said, furnisher_log(self.server.folder).read_text()
        return said


@contextmanager
def standing_houses(folder: Path) -> Iterator[Houses]:
    """None at first; the server answers inside."""
    clock = ScenarioClock(folder / "clock")
    clock.set(datetime.now(UTC))
    # PINGYI_DEMO changes one thing, the rounds of the password hash: some stories sign in through the form.
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock.file), "PINGYI_DEMO": "1"}
    server = Server(folder, changed)
    with (
        furnisher_log(folder).open("w") as log,
        subprocess.Popen(
            [sys.executable, "-m", "tests.browser.houses"],
            env=environment(folder, changed),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as furnisher,
    ):
        houses = Houses(server, clock, furnisher)
        houses.hear()
        server.start()
        try:
            yield houses
        finally:
            server.stop()


def furnisher_log(folder: Path) -> Path:
    return folder / "furnisher.log"
