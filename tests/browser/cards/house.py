"""An installation in the hour of its meeting: three secretaries, one report handed in, problems of last year.

python -m tests.browser.cards.house     furnishes the installation of the environment
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.stage import ROOT, Server, environment
from tests.halls import ON_SQLITE


@dataclass
class House:
    """`sessions`: sign-ins by role; `numbers`: the rows that addresses name."""

    server: Server
    sessions: dict[str, str]
    numbers: dict[str, int]


def furnished(folder: Path) -> House:
    """The server answers; the hall is open."""
    clock = folder / "clock"
    clock.write_text("2026-01-16T14:30:00+08:00")
    changed = {**ON_SQLITE, "PINGYI_SCENARIO_CLOCK": str(clock)}
    words = [sys.executable, "-m", "tests.browser.cards.house"]
    made = subprocess.run(
        words, env=environment(folder, changed), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return House(Server(folder, changed).start(), **json.loads(made.stdout.splitlines()[-1]))


def _furnish() -> dict[str, Any]:
    """Runs inside `furnished`'s process."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    from django_scopes import scope

    from pingyi.review.meetings.services import open_sitting
    from tests.doors.office.people import browser_of
    from tests.factories.reports import make_report_world
    from tests.factories.world import NOW, make_voter_class

    with transaction.atomic():
        world = make_report_world(reporters=3)
        world.hand_in(0)
        make_voter_class(world.meeting, "A")
        with scope(institution=world.institution):
            open_sitting(actor=world.clerk, now=NOW, meeting=world.meeting)
        sessions = {"clerk": str(browser_of(world.clerk).session.session_key)}
    return {"sessions": sessions, "numbers": {"cycle": world.cycle.pk, "reporter": world.reporters[0].pk}}


if __name__ == "__main__":
    print(json.dumps(_furnish()))
