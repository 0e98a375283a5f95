"""An installation just after the comments of a meeting, with the next year's roster; its clock is moved by the story.

python -m tests.browser.year.house     furnishes the installation of the environment
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.stage import ROOT, Server, environment
from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.rehearsal.server import ScenarioClock
from tests.halls import ON_SQLITE

if TYPE_CHECKING:
    from pingyi.organisations.actor import Actor

FAULT = "组织生活不正常。"


@dataclass
class House:
    """`sessions`: sign-ins by role; `numbers`: the rows that addresses name."""

    server: Server
    clock: ScenarioClock
    sessions: dict[str, str]
    numbers: dict[str, int | str]

    def to_day(self, year: int, month: int, day: int) -> None:
        self.clock.set(datetime(year, month, day, 9, 30, tzinfo=PEOPLE_ZONE))


def furnished(folder: Path) -> House:
    """The server answers."""
    clock = ScenarioClock(folder / "clock")
    clock.set(datetime(2026, 1, 16, 14, 30, tzinfo=PEOPLE_ZONE))
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock.file)}
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.year.house"],
        env=environment(folder, changed),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout.splitlines()[-1])
    return House(Server(folder, changed).start(), clock, told["sessions"], told["numbers"])


def _furnish() -> dict[str, Any]:
    """Runs inside `furnished`'s process."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    from pingyi.review.cycles.models import Cycle
    from tests.doors.office.people import browser_of
    from tests.factories.rectification import make_office
    from tests.factories.world import NOW, make_cycle, make_meeting, make_reporter

    with transaction.atomic():
        office = make_office((FAULT,))
        following = make_cycle(
            office.institution,
            office.cycle.convenor,
            year=2026,
            name="2026年度述职评议",
            state=Cycle.State.FROZEN,
            fingerprint="e" * 64,
            frozen_at=NOW,
            frozen_by_id=office.clerk.account_id,
        )
        reporter = make_reporter(make_meeting(following), office.organisation, person=office.person)
        people: dict[str, Actor] = {
            "clerk": office.clerk,
            "leader": office.leader,
            "secretary": office.secretary,
        }
        sessions = {role: str(browser_of(actor).session.session_key) for role, actor in people.items()}
    numbers = {
        "cycle": office.cycle.pk,
        "meeting": office.hall.meeting.pk,
        "reporter": office.hall.reporters[0].pk,
        "problem": office.problems()[0].pk,
        "responsible": office.person.name,
        "next_reporter": reporter.pk,
        "next_cycle": following.pk,
    }
    return {"sessions": sessions, "numbers": numbers}


if __name__ == "__main__":
    print(json.dumps(_furnish()))
